import { detail, json } from '../http/answers';
import type { AlertGroup } from '../model';
import { teams } from '../organization';
import { invalidTeam } from './integrations';

export type GroupFilter = (group: AlertGroup) => boolean;

const states: Readonly<Record<string, GroupFilter>> = {
  new: ({ state }) => state === 'firing',
  acknowledged: ({ state }) => state === 'acknowledged',
  resolved: ({ state }) => state === 'resolved',
  silenced: () => false,
};

/** The filters of a query, or the answer to one that is not understood. What is not a filter is ignored. */
export function groupFilters(query: URLSearchParams, allow: string): GroupFilter[] | Response {
  const filters: GroupFilter[] = [];
  const integrationId = query.get('integration_id');
  if (integrationId) {
    filters.push((group) => group.integrationId === integrationId);
  }
  const routeId = query.get('route_id');
  if (routeId) {
    filters.push((group) => group.routeId === routeId);
  }
  const state = query.get('state');
  if (state) {
    const filter = states[state.toLowerCase()];
    if (!filter) {
      const choices = Object.keys(states).join(', ');
      return json({ state: `Must be one of the following: ${choices}` }, { status: 400, allow });
    }
    filters.push(filter);
  }
  const team = query.get('team_id');
  if (team) {
    if (team !== 'null' && !teams.some(({ id }) => id === team)) {
      return invalidTeam(allow);
    }
    filters.push(({ teamId }) => teamId === (team === 'null' ? null : team));
  }
  const started = query.get('started_at');
  if (started) {
    const [from, to] = started.split('_').map((text) => Date.parse(`${text}Z`));
    if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) {
      return detail('Invalid range value', 400, { allow });
    }
    filters.push(({ createdAt }) => createdAt >= from && createdAt <= to);
  }
  return filters;
}
