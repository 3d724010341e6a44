import { connectionId } from '../endpoint/identity';
import type { DesiredConnection, DesiredHeartbeat, HeartbeatRule, Integration } from '../model';
import { planConnection } from '../plan/planConnection';
import type { Plan } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import type { Surroundings } from '../reading/uses';
import { USUAL_LIMITS } from '../timing/evaluation';
import { desiredConnection, endpoint } from './fixtures';

export const id = connectionId(endpoint);
export const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };

/** What a reading found, with the folder there unless told otherwise. */
export function objects(changes: Partial<GrafanaObjects> = {}): GrafanaObjects {
  return {
    integrations: [],
    folder: { state: 'present', title: FOLDER.title },
    rules: [],
    otherRules: [],
    evaluation: USUAL_LIMITS,
    problems: {},
    ...changes,
  };
}

export const NO_FOLDER: GrafanaObjects['folder'] = { state: 'absent', title: undefined };

/** Nobody uses anything, and the folder holds nothing but what a test says. */
export const surroundings = (changes: Partial<Surroundings> = {}): Surroundings => ({
  uses: new Map(),
  policiesAreHidden: false,
  folder: { alertRules: 0, others: 0 },
  folderIsHidden: false,
  ...changes,
});

/** Grafana after the plan of the desired connection was carried out. */
export function made(desired: DesiredConnection = desiredConnection()): GrafanaObjects {
  const commands = planConnection(desired, objects({ folder: NO_FOLDER })).steps.map(({ command }) => command);
  const integrations = commands.flatMap((command) => (command.kind === 'createIntegration' ? command.integration : []));
  const rules = commands.flatMap((command) =>
    command.kind === 'writeRule' ? { ...command.rule, uid: 'r1', version: 1, stored: {} } : []
  );
  return objects({ integrations, rules });
}

export const change = (before: GrafanaObjects, uid: string, changes: Partial<Integration>): GrafanaObjects => ({
  ...before,
  integrations: before.integrations.map((one) => (one.uid === uid ? { ...one, ...changes } : one)),
});

export const changeRule = (before: GrafanaObjects, changes: Partial<HeartbeatRule>): GrafanaObjects => ({
  ...before,
  rules: before.rules.map((rule) => ({ ...rule, ...changes })),
});

export const heartbeat = (changes: Partial<DesiredHeartbeat>) => {
  const desired = desiredConnection();
  return { ...desired, heartbeat: desired.heartbeat && { ...desired.heartbeat, ...changes } };
};

export const actions = (plan: Plan) => plan.steps.map(({ action, object }) => `${action} ${object}`);
export const reasons = (plan: Plan) => plan.obstacles.map(({ reason }) => reason);
export const stepOf = (plan: Plan, object: string) => plan.steps.find((step) => step.object === object);

/** What Grafana holds once every step of a plan was carried out. */
export function after(found: GrafanaObjects, { steps }: Pick<Plan, 'steps'>): GrafanaObjects {
  return steps.reduce<GrafanaObjects>((state, { command }) => {
    const { integrations, rules } = state;
    switch (command.kind) {
      case 'createIntegration':
        return { ...state, integrations: [...integrations, command.integration] };
      case 'updateIntegration': {
        const { integration: changed, before } = command;
        // Grafana changes the name in rules itself.
        const follow = (rule: HeartbeatRule) =>
          rule.receiver === before.name && before.name !== changed.name ? { ...rule, receiver: changed.name } : rule;
        return {
          ...state,
          integrations: integrations.map((one) => (one.uid === changed.uid ? changed : one)),
          rules: rules.map(follow),
        };
      }
      case 'deleteIntegration':
        return { ...state, integrations: integrations.filter(({ uid }) => uid !== command.integration.uid) };
      case 'createFolder':
        return { ...state, folder: { state: 'present', title: command.folder.title } };
      case 'deleteFolder':
        return { ...state, folder: NO_FOLDER };
      case 'writeRule':
        return {
          ...state,
          rules: command.before
            ? rules.map((one) => (one.uid === command.rule.uid ? command.rule : one))
            : [...rules, { ...command.rule, uid: 'new-rule', version: 1, stored: {} }],
        };
      case 'deleteRule':
        return { ...state, rules: rules.filter(({ uid }) => uid !== command.rule.uid) };
      default:
        return state;
    }
  }, found);
}
