import { detail, json } from '../http/answers';
import { stateAt } from '../alertGroups';
import type { AlertGroup, AlertGroupState } from '../model';
import { teams } from '../organization';
import { invalidTeam } from './teamFilter';

export type GroupFilter = (group: AlertGroup) => boolean;

const states: Readonly<Record<string, AlertGroupState>> = {
  new: 'firing',
  acknowledged: 'acknowledged',
  resolved: 'resolved',
  silenced: 'silenced',
};

/** The filters of a query, or the answer to one that is not understood. What is not a filter is ignored. */
export function groupFilters(query: URLSearchParams, now: number, allow: string): GroupFilter[] | Response {
  const filters: GroupFilter[] = [];
  const id = query.get('id');
  if (id) {
    filters.push((group) => group.id === id);
  }
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
    const wanted = states[state.toLowerCase()];
    if (!wanted) {
      const choices = Object.keys(states).join(', ');
      return json({ state: `Must be one of the following: ${choices}` }, { status: 400, allow });
    }
    filters.push((group) => stateAt(group, now) === wanted);
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
    const range = rangeOf(started);
    if (!range) {
      return detail('Invalid range value', 400, { allow });
    }
    filters.push(({ createdAt }) => createdAt >= range.from && createdAt <= range.to);
  }
  return filters;
}

/** Two times in UTC without fractions, joined by a low line, the earlier one first. Both ends belong to the range. */
function rangeOf(text: string): { from: number; to: number } | undefined {
  const times = text.split('_');
  const inForm = times.length === 2 && times.every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(time));
  const [from = NaN, to = NaN] = times.map((time) => Date.parse(`${time}Z`));
  return inForm && from <= to ? { from, to } : undefined;
}
