import { connectionId } from '../endpoint/identity';
import type {
  DesiredConnection,
  DesiredHeartbeat,
  HeartbeatRule,
  ObservedObjects,
  WebhookContactPoint,
} from '../model';
import { planConnection } from '../plan/planConnection';
import type { Plan } from '../plan/types';
import { desiredConnection, endpoint } from './fixtures';

export const id = connectionId(endpoint);
export const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };

/** What was observed, with a contact point's name for each. */
export function objects(changes: Partial<ObservedObjects> = {}): ObservedObjects {
  const contactPoints = changes.contactPoints ?? [];
  const names = contactPoints.map(({ name }) => name);
  return { contactPoints, contactPointNames: names, folder: FOLDER, rules: [], ...changes };
}

/** Grafana after the plan of the desired connection was carried out. */
export function made(desired: DesiredConnection = desiredConnection()): ObservedObjects {
  const commands = planConnection(desired, objects({ folder: undefined })).steps.map(({ command }) => command);
  const contactPoints = commands.flatMap((command) =>
    command?.kind === 'createContactPoint' ? command.contactPoint : []
  );
  const rules = commands.flatMap((command) => (command?.kind === 'writeRule' ? { ...command.rule, uid: 'r1' } : []));
  return objects({ contactPoints, rules });
}

export function change(observed: ObservedObjects, uid: string, changes: Partial<WebhookContactPoint>): ObservedObjects {
  const contactPoints = observed.contactPoints.map((one) => (one.uid === uid ? { ...one, ...changes } : one));
  return objects({ ...observed, contactPoints, contactPointNames: contactPoints.map(({ name }) => name) });
}

export const changeRule = (observed: ObservedObjects, changes: Partial<HeartbeatRule>): ObservedObjects => ({
  ...observed,
  rules: observed.rules.map((rule) => ({ ...rule, ...changes })),
});

export const heartbeat = (changes: Partial<DesiredHeartbeat>) => {
  const desired = desiredConnection();
  return { ...desired, heartbeat: desired.heartbeat && { ...desired.heartbeat, ...changes } };
};

export const actions = (plan: Plan) => plan.steps.map(({ action, object }) => `${action} ${object}`);
export const reasons = (plan: Plan) => plan.obstacles.map(({ reason }) => reason);
export const stepOf = (plan: Plan, object: string) => plan.steps.find((step) => step.object === object);
