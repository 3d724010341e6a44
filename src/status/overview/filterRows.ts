import { type OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import type { HealthState } from '../../connection/health/types';

export interface RowFilter {
  /** Words of a name, all of which have to occur; empty for every name. */
  search: string;
  /** Empty for every state. */
  states: readonly HealthState[];
}

/** The rows that a person asked for, in their order. Searched are all names by which a connection may be known. */
export function filterRows(rows: readonly OverviewRow[], { search, states }: RowFilter): OverviewRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ connection, health }) => {
    const names = [
      nameOf(connection),
      connection.heartbeatContactPoint?.name,
      connection.rule?.title,
      connection.endpoint.base,
      connection.id,
      ...connection.otherAlertContactPoints.map(({ name }) => name),
    ];
    const text = names.join('\n').toLowerCase();
    return (states.length === 0 || states.includes(health.state)) && words.every((word) => text.includes(word));
  });
}
