import { applyPlan } from '../apply/applyPlan';
import type { StepProgress } from '../apply/types';
import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { GrafanaError } from '../grafanaPort';
import type { DesiredConnection } from '../model';
import { connectionsOf } from '../observed/connections';
import { observe } from '../observed/observe';
import { planConnection } from '../plan/planConnection';
import { planRemoval } from '../plan/planRemoval';
import { contactPoint, desiredConnection, endpoint, heartbeatRule, otherEndpoint } from './fixtures';
import type { MemoryGrafana, MemoryState } from './memoryGrafana';

export const id = connectionId(endpoint);
export const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
export const WRITES = [
  'createContactPoint',
  'createFolder',
  'writeRule',
  'updateContactPoint',
  'deleteContactPoint',
  'deleteRule',
  'deleteFolder',
];

export async function observed(grafana: MemoryGrafana) {
  const result = await observe(grafana.port);
  if (!result.ok) {
    throw new Error(result.error.message);
  }
  return result.value;
}

export async function planned(grafana: MemoryGrafana, desired: DesiredConnection = desiredConnection()) {
  return planConnection(desired, await observed(grafana));
}

export async function connect(grafana: MemoryGrafana, desired?: DesiredConnection) {
  return applyPlan(await planned(grafana, desired), grafana.port);
}

export async function remove(grafana: MemoryGrafana) {
  const all = await observed(grafana);
  const connection = connectionsOf(all).find((one) => one.id === id);
  if (!connection) {
    throw new Error('no connection');
  }
  return applyPlan(planRemoval(connection, all), grafana.port);
}

export const states = (steps: readonly StepProgress[]) => steps.map(({ state }) => state);
/** Objects that are none of ours. */
export const foreign = (): Partial<MemoryState> => ({
  contactPoints: [
    contactPoint({ uid: 'a', name: 'email' }),
    contactPoint({ uid: 'b', name: 'other irm', url: endpointUrl(otherEndpoint) }),
    contactPoint({ uid: 'c', name: 'other irm heartbeat', url: heartbeatUrl(otherEndpoint) }),
  ],
  otherNames: ['slack'],
  folders: [FOLDER],
  rules: [heartbeatRule({ receiver: 'other irm heartbeat', labels: { irm_connection: connectionId(otherEndpoint) } })],
});
/** Trouble with the first calls of one name. */
export const onCall =
  (name: string, error: GrafanaError, kind: 'lost' | 'refused' = 'refused', times = 1) =>
  (call: string) =>
    call === name && times-- > 0 ? { kind, error } : undefined;
