import { useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The address follows this long after the last key, in milliseconds: each change of it draws all of Grafana anew. */
const SETTLED_MS = 300;

/** How a filter stands in an address. Both must be the same functions with every rendering. */
export interface AddressForm<T> {
  read(parameters: URLSearchParams): T;
  /** The values of every parameter that belongs to the filter. */
  write(filter: T): Record<string, readonly string[]>;
}

/** What is shown of a list, kept in the address, so that it survives a look at something else and can be sent to somebody. */
export function useAddressFilter<T>(form: AddressForm<T>): [T, (update: (filter: T) => T) => void] {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const filterIn = (address: string) => form.read(new URLSearchParams(address));
  const [state, setState] = useState(() => ({ filter: filterIn(search), address: search, written: search }));
  const { filter, address, written } = state;
  if (address !== search) {
    // Either what was written below has arrived, or somebody followed a link to this page.
    setState({ ...state, address: search, filter: search === written ? filter : filterIn(search) });
  }
  useEffect(() => {
    const wanted = withFilter(address, form.write(filter));
    if (wanted === withFilter(address, form.write(form.read(new URLSearchParams(address))))) {
      return undefined;
    }
    const timer = setTimeout(() => {
      setState((now) => ({ ...now, written: wanted }));
      navigate(`${pathname}${wanted}`, { replace: true });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [form, filter, address, pathname, navigate]);
  const change = useCallback(
    (update: (filter: T) => T) => setState((now) => ({ ...now, filter: update(now.filter) })),
    []
  );
  return [filter, change];
}

/** The address with another filter; whatever else stands in it stays. */
function withFilter(address: string, values: Record<string, readonly string[]>): string {
  const parameters = new URLSearchParams(address);
  for (const [name, all] of Object.entries(values)) {
    parameters.delete(name);
    all.forEach((value) => parameters.append(name, value));
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}
