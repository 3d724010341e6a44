import { useAddressFilter, type AddressForm } from '../../ui/useAddressFilter';
import { STATES_WORST_FIRST } from '../summary/describeCounts';
import type { RowFilter } from './filterRows';

/** What is shown of the list of connections. */
export const useRowFilter = () => useAddressFilter(FORM);

const FORM: AddressForm<RowFilter> = {
  read(parameters) {
    const states = parameters.getAll('state');
    return {
      search: parameters.get('search') ?? '',
      states: STATES_WORST_FIRST.filter((state) => states.includes(state)),
      open: parameters.getAll('connection'),
    };
  },
  write: ({ search, states, open }) => ({ search: search === '' ? [] : [search], state: states, connection: open }),
};
