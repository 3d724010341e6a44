import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { STATES_WORST_FIRST } from '../summary/describeCounts';
import type { RowFilter } from './filterRows';

/** The address follows this long after the last key, in milliseconds: each change of it draws all of Grafana anew. */
const SETTLED_MS = 300;

/** What is shown of the list, kept in the address, so that it survives a look at one connection and can be sent to somebody. */
export function useRowFilter(): [RowFilter, (update: (filter: RowFilter) => RowFilter) => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const [state, setState] = useState(() => ({ filter: filterIn(search), address: search, written: search }));
  const { filter, address, written } = state;
  if (address !== search) {
    // Either what was written below has arrived, or somebody followed a link to this page.
    setState({ ...state, address: search, filter: search === written ? filter : filterIn(search) });
  }
  useEffect(() => {
    const wanted = withFilter(address, filter);
    if (wanted === withFilter(address, filterIn(address))) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setState((now) => ({ ...now, written: wanted }));
      navigate(`${pathname}${wanted}`, { replace: true });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [filter, address, pathname, navigate]);
  const change = useCallback(
    (update: (filter: RowFilter) => RowFilter) => setState((now) => ({ ...now, filter: update(now.filter) })),
    []
  );
  return [filter, change];
}

function filterIn(address: string): RowFilter {
  const parameters = new URLSearchParams(address);
  const states = parameters.getAll('state');
  return {
    search: parameters.get('search') ?? '',
    states: STATES_WORST_FIRST.filter((state) => states.includes(state)),
    open: parameters.getAll('connection'),
  };
}

/** The address with another filter; whatever else stands in it stays. */
function withFilter(address: string, { search, states, open }: RowFilter): string {
  const parameters = new URLSearchParams(address);
  for (const [name, values] of Object.entries({
    search: search === '' ? [] : [search],
    state: states,
    connection: open,
  })) {
    parameters.delete(name);
    values.forEach((value) => parameters.append(name, value));
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}
