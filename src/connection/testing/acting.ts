import { planConnection } from '../plan/planConnection';
import type { ActionPlan } from '../actions/types';
import { undoOf } from '../actions/undo';
import { applyPlan } from '../apply/applyPlan';
import type { ApplyOutcome } from '../apply/types';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { DesiredConnection } from '../model';
import { connectionsOf, type Connection } from '../ownership/connections';
import type { Plan } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import { FOLDER, readingOf, troubledGrafana, type TroubledGrafana } from './applying';
import { desiredConnection, endpoint } from './fixtures';
import { call, held, makeContactPoint, saveRule } from './people';

/** Carries a plan out without waiting, and expects it to end well. */
export async function carryOut(plan: Plan, grafana: TroubledGrafana): Promise<ApplyOutcome> {
  const outcome = await applyPlan(plan, grafana.port, { wait: async () => {} });
  expect(outcome.error).toBeUndefined();
  expect(outcome.result).toBe('applied');
  return outcome;
}

/** A Grafana with an e-mail contact point, in which the wizard made one connection. */
export async function madeGrafana(changes: Partial<DesiredConnection> = {}): Promise<TroubledGrafana> {
  const grafana = await troubledGrafana();
  await makeContactPoint(grafana, { uid: 'mail', name: 'email', type: 'email' });
  await carryOut(planConnection(desiredConnection(changes), await readingOf(grafana)), grafana);
  return grafana;
}

/** A Grafana in which somebody followed the manual page, and put the rule into our folder. */
export async function handMadeGrafana({ withRule = true } = {}): Promise<TroubledGrafana> {
  const grafana = await troubledGrafana();
  await makeContactPoint(grafana, { uid: 'a', name: 'oncall', url: endpointUrl(endpoint) });
  const beat = { uid: 'b', name: 'oncall beat', url: heartbeatUrl(endpoint), disableResolveMessage: true };
  await makeContactPoint(grafana, beat);
  await call(grafana, 'POST', '/api/folders', FOLDER);
  if (withRule) {
    const notification = { group_wait: '0s', group_interval: '1s', repeat_interval: '2m' };
    await saveRule(grafana, { title: 'Always', receiver: 'oncall beat', notification });
  }
  return grafana;
}

/** The first connection of Grafana as it is now, or the one of this id. */
export async function currentConnection(grafana: TroubledGrafana, id?: string): Promise<[Connection, GrafanaObjects]> {
  const reading = await readingOf(grafana);
  const connection = connectionsOf(reading).find((one) => id === undefined || one.id === id);
  if (!connection) {
    throw new Error('no connection');
  }
  return [connection, reading];
}

export async function plannedAction(
  grafana: TroubledGrafana,
  plan: (connection: Connection, objects: GrafanaObjects) => ActionPlan,
  id?: string
): Promise<ActionPlan> {
  return plan(...(await currentConnection(grafana, id)));
}

export const shown = ({ steps }: Plan) =>
  steps.map(({ action, object, changes }) => `${action} ${object}: ${changes.map(({ field }) => field).join()}`);

/** Does it and takes it back; Grafana must hold the same as before, but for a new uid of a rule. */
export async function thereAndBack(grafana: TroubledGrafana, { plan }: Pick<ActionPlan, 'plan'>) {
  const before = await held(grafana);
  const outcome = await carryOut(plan, grafana);
  const after = await held(grafana);
  expect(after).not.toEqual(before);
  await takeBack(grafana, outcome, plan);
  expect(await held(grafana)).toEqual(before);
  return after;
}

export async function takeBack(grafana: TroubledGrafana, outcome: ApplyOutcome, { connectionId }: Plan): Promise<void> {
  const undo = undoOf(outcome, connectionId);
  if (!undo) {
    throw new Error('no undo');
  }
  await carryOut(undo, grafana);
}
