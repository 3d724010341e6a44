import { type OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import type { Connection } from '../../connection/ownership/connections';
import type { HealthState } from '../../connection/health/types';

export interface RowFilter {
  /** Words of a name, all of which have to occur; empty for every name. */
  search: string;
  /** Empty for every state. */
  states: readonly HealthState[];
  /** Ids of the connections whose rows are unfolded. */
  open: readonly string[];
}

/** The rows that a person asked for, in their order. */
export function filterRows(
  rows: readonly OverviewRow[],
  { search, states }: Pick<RowFilter, 'search' | 'states'>
): readonly OverviewRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && states.length === 0) {
    return rows;
  }
  return rows.filter(
    ({ connection, health }) =>
      (states.length === 0 || states.includes(health.state)) &&
      (words.length === 0 || words.every((word) => searchText(connection).includes(word)))
  );
}

const searchTexts = new WeakMap<Connection, string>();

/** All names by which a connection may be known; put together once per reading, not with each key. */
function searchText(connection: Connection): string {
  const before = searchTexts.get(connection);
  if (before !== undefined) {
    return before;
  }
  const names = [
    nameOf(connection),
    connection.heartbeatContactPoint?.name,
    connection.rule?.title,
    connection.endpoint.base,
    connection.id,
    ...connection.otherAlertContactPoints.map(({ name }) => name),
  ];
  const text = names.join('\n').toLowerCase();
  searchTexts.set(connection, text);
  return text;
}
