import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { STATES_WORST_FIRST } from '../summary/describeCounts';
import type { RowFilter } from './filterRows';

/** The filter, kept in the address so that it survives a look at one connection and can be sent to somebody. */
export function useRowFilter(): [RowFilter, (filter: RowFilter) => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const [filter, setFilter] = useState(() => fromAddress(search));
  return [
    filter,
    (next) => {
      setFilter(next);
      navigate(`${pathname}${toAddress(next)}`, { replace: true });
    },
  ];
}

function fromAddress(address: string): RowFilter {
  const parameters = new URLSearchParams(address);
  const wanted = parameters.getAll('state');
  return {
    search: parameters.get('search') ?? '',
    states: STATES_WORST_FIRST.filter((state) => wanted.includes(state)),
  };
}

function toAddress({ search, states }: RowFilter): string {
  const parameters = new URLSearchParams(states.map((state) => ['state', state]));
  if (search !== '') {
    parameters.set('search', search);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}
