import type { Command, Plan } from './types';

/** What a person is about to do, before there is a plan; with one, `missingRightsFor` asks exactly. */
export type Task = 'status' | 'contactPoint' | 'test' | 'changeRule' | 'changeContactPoint' | 'remove' | 'settings';

type Need = string | { any: Need[] } | { all: Need[] };

/** Reading contact points (state.json: a Viewer has the second and may read). */
const READ_CONTACT_POINTS: Need = {
  any: [
    'alert.notifications:read',
    'alert.notifications.receivers:read',
    'alert.notifications.provisioning:read',
    'alert.provisioning:read',
  ],
};

/**
 * As Grafana 12 words it in its 403 (contact-points.json, "viewer may not create"). From 13.1 on Editors lack
 * `alert.notifications:write` and have a permission for each verb on contact points instead.
 */
const writeContactPoints = (verb: 'create' | 'write' | 'delete'): Need => ({
  any: [
    { all: ['alert.notifications:write', 'alert.provisioning.provenance:write'] },
    { all: [`alert.notifications.receivers:${verb}`, 'alert.provisioning.provenance:write'] },
    'alert.notifications.provisioning:write',
    'alert.provisioning:write',
  ],
});

/** folders.json, "get"; alert-rules.json, "viewer right after the folder was made". */
const READ_RULES: Need = { all: ['folders:read', 'alert.rules:read'] };

const NEEDS: Readonly<Record<Task, Need>> = {
  status: { all: [READ_CONTACT_POINTS, READ_RULES] },
  contactPoint: { all: [READ_CONTACT_POINTS, writeContactPoints('create')] },
  changeContactPoint: { all: [READ_CONTACT_POINTS, writeContactPoints('write')] },
  changeRule: { all: [READ_RULES, 'alert.rules:write'] },
  // receivers-test.json, "viewer may not", 12.3 and 12.4.
  test: {
    any: [
      'alert.notifications.receivers:test',
      'alert.notifications:write',
      'alert.notifications.receivers.test:create',
    ],
  },
  remove: { all: [READ_CONTACT_POINTS, writeContactPoints('delete'), READ_RULES, 'alert.rules:delete'] },
  // plugin.json, "editor may not write settings".
  settings: 'plugins:write',
};

/**
 * Names of the Grafana permissions that a person lacks for a task; empty when they may. Where several ways lead
 * there, that of Grafana's own roles is named. Permissions are looked at without their scopes, so Grafana may still
 * refuse.
 *
 * @param granted whether the signed-in user has a permission for at least one object
 */
export const missingRights = (granted: (action: string) => boolean, task: Task): string[] => [
  ...new Set(lacking(NEEDS[task], granted)),
];

/** The same for a plan: only what its steps really do is asked for. */
export function missingRightsFor(granted: (action: string) => boolean, { steps }: Pick<Plan, 'steps'>): string[] {
  const commands = steps.filter(({ action }) => action !== 'keep').map(({ command }) => command);
  // Within a larger removal, whoever may not delete the folder leaves it behind, which is no failure.
  const isFolderAlone = commands.every(({ kind }) => kind === 'deleteFolder');
  const needs = isFolderAlone ? commands.map(() => 'folders:delete') : commands.flatMap(needsOf);
  return [...new Set(needs.flatMap((need) => lacking(need, granted)))];
}

/** ruler.json, "viewer may not create": any of write, create, delete opens the door, the change itself needs its own. */
function needsOf(command: Command): Need[] {
  switch (command.kind) {
    case 'createIntegration':
      return [READ_CONTACT_POINTS, writeContactPoints('create')];
    case 'updateIntegration':
      return [READ_CONTACT_POINTS, writeContactPoints('write')];
    case 'deleteIntegration':
      return [READ_CONTACT_POINTS, writeContactPoints('delete')];
    case 'createFolder':
      return ['folders:create'];
    case 'writeRule':
      return [READ_RULES, command.before ? 'alert.rules:write' : 'alert.rules:create'];
    case 'deleteRule':
      return [READ_RULES, 'alert.rules:delete'];
    default:
      return [];
  }
}

function lacking(need: Need, granted: (action: string) => boolean): string[] {
  if (typeof need === 'string') {
    return granted(need) ? [] : [need];
  }
  if ('all' in need) {
    return need.all.flatMap((part) => lacking(part, granted));
  }
  const ways = need.any.map((way) => lacking(way, granted));
  return ways.some((way) => way.length === 0) ? [] : (ways[0] ?? []);
}
