import { FOLDER } from '../desired/objects';
import type { FolderChoice, HeartbeatRule, Integration } from '../model';
import { OLDEST_DOORS, receiverScope, type Doors, type Granted } from './granted';
import { OF_INSTANCES, OF_SILENCES } from './silenceRights';
import type { Command, Plan } from './types';

/** What a person is about to do, before there is a plan; with one, `missingRightsFor` asks exactly. */
export type Task =
  | 'status'
  | 'contactPoint'
  | 'test'
  | 'createRule'
  | 'changeRule'
  | 'changeContactPoint'
  | 'silence'
  | 'remove'
  | 'settings';

type Need = string | { action: string; scope: string } | { any: Need[] } | { all: Need[] };

/** Reading contact points (state.json: a Viewer has the second and may read). */
const READ_CONTACT_POINTS: Need = {
  any: [
    'alert.notifications:read',
    'alert.notifications.receivers:read',
    'alert.notifications.provisioning:read',
    'alert.provisioning:read',
  ],
};

type Verb = 'create' | 'write' | 'delete';

/**
 * As Grafana 12 words it in its 403 (contact-points.json, "viewer may not create"). From 13.1 on Editors lack
 * `alert.notifications:write` and have a permission for each verb instead, on single contact points
 * (docs/facts.md#permissions).
 */
function writeContactPoints(verb: Verb, doors: Doors, name?: string): Need {
  const action = `alert.notifications.receivers:${verb}`;
  const onReceiver: Need = name === undefined ? action : { action, scope: receiverScope(name) };
  const legacy: Need = { all: ['alert.notifications:write', PROVENANCE] };
  const ways: Need[] = ['alert.notifications.provisioning:write', 'alert.provisioning:write'];
  return { any: doors.takeReceiverRights ? [{ all: [onReceiver, PROVENANCE] }, legacy, ...ways] : [legacy, ...ways] };
}

const PROVENANCE = 'alert.provisioning.provenance:write';

/** To change where a contact point sends; its maker and Admins have it (docs/facts.md#contact-points). */
export const PROTECTED = 'alert.notifications.receivers.protected:write';

/**
 * What is not stored yet has a scope of its own (state.json, "user permissions (editor)"); of 13:
 * docs/facts.md#permissions.
 */
const TEST_OF_NEW: Need = {
  any: ['receivers:type:new', 'receivers:uid:-'].map((scope) => ({
    action: 'alert.notifications.receivers.test:create',
    scope,
  })),
};

/** folders.json, "get"; alert-rules.json, "viewer right after the folder was made". */
const READ_RULES: Need = { all: ['folders:read', 'alert.rules:read'] };

const folderScope = (uid: string) => `folders:uid:${uid}`;

const FOLDER_SCOPE = folderScope(FOLDER.uid);

/** A folder takes over the rights on those that it lies in, which Grafana lists under their scopes only. */
const scopesOf = ({ folderUid, whereabouts }: Pick<HeartbeatRule, 'folderUid' | 'whereabouts'>): string[] =>
  [folderUid, ...(whereabouts?.folder.parents ?? [])].map(folderScope);

/** Those of the folders in which somebody may make rules, and change and remove them afterwards. */
export const foldersToChoose = (folders: readonly FolderChoice[], granted: Granted): FolderChoice[] =>
  folders.filter((folder) =>
    ['alert.rules:create', 'alert.rules:write'].every((action) =>
      scopesOf({ folderUid: folder.uid, whereabouts: { folder } }).some((scope) => granted(action, scope))
    )
  );

const needsOfTask = (doors: Doors): Readonly<Record<Task, Need>> => ({
  status: { all: [READ_CONTACT_POINTS, READ_RULES] },
  contactPoint: { all: [READ_CONTACT_POINTS, writeContactPoints('create', doors)] },
  changeContactPoint: { all: [READ_CONTACT_POINTS, writeContactPoints('write', doors)] },
  createRule: { all: [READ_RULES, 'folders:create', 'alert.rules:create'] },
  changeRule: { all: [READ_RULES, 'alert.rules:write'] },
  // receivers-test.json, "viewer may not", 12.3 and 12.4. Tests go out as if of a contact point that is not stored yet.
  test: {
    any: [
      'alert.notifications.receivers:test',
      'alert.notifications:write',
      { all: ['alert.notifications.receivers:create', TEST_OF_NEW] },
    ],
  },
  // As Grafana names them in its 403 to whoever expires or creates one.
  silence: { any: [OF_SILENCES, OF_INSTANCES] },
  remove: { all: [READ_CONTACT_POINTS, writeContactPoints('delete', doors), READ_RULES, 'alert.rules:delete'] },
  // plugin.json, "editor may not write settings".
  settings: 'plugins:write',
});

/**
 * Names of the Grafana permissions that somebody lacks for a task; empty when they may. Where several ways lead
 * there, that of Grafana's own roles is named.
 */
export const missingRights = (granted: Granted, task: Task, doors = OLDEST_DOORS): string[] => [
  ...new Set(lacking(needsOfTask(doors)[task], granted)),
];

/** The same for a plan: only what its steps really do is asked for, on the very objects that they touch. */
export function missingRightsFor(granted: Granted, { steps }: Pick<Plan, 'steps'>, doors = OLDEST_DOORS): string[] {
  const commands = steps.filter(({ action }) => action !== 'keep').map(({ command }) => command);
  // Within a larger removal, whoever may not delete the folder leaves it behind, which is no failure.
  const isFolderAlone = commands.every(({ kind }) => kind === 'deleteFolder');
  // Who makes a folder manages it, so that rights on what will be in it cannot be asked for beforehand.
  const isFolderNew = commands.some(({ kind }) => kind === 'createFolder');
  const needs = isFolderAlone
    ? commands.map((): Need => ({ action: 'folders:delete', scope: FOLDER_SCOPE }))
    : commands.flatMap((command) => needsOf(command, doors, isFolderNew));
  return [...new Set(needs.flatMap((need) => lacking(need, granted)))];
}

/**
 * Names of the contact points whose address somebody may not change, because they neither made them nor are Admins;
 * empty where Grafana protects no addresses.
 */
export function protectedFrom(granted: Granted, integrations: readonly Integration[], doors: Doors): string[] {
  const mayChange = ({ name }: Integration) => !doors.protectAddresses || granted(PROTECTED, receiverScope(name));
  return [...new Set(integrations.filter((one) => !mayChange(one)).map(({ name }) => name))];
}

/** ruler.json, "viewer may not create": any of write, create, delete opens the door, the change itself needs its own. */
function needsOf(command: Command, doors: Doors, isFolderNew: boolean): Need[] {
  const inFolder = (action: string, rule: HeartbeatRule): Need =>
    isFolderNew ? action : { any: scopesOf(rule).map((scope) => ({ action, scope })) };
  switch (command.kind) {
    case 'createIntegration':
      return [READ_CONTACT_POINTS, writeContactPoints('create', doors)];
    case 'updateIntegration': {
      const { before, integration } = command;
      const address: Need[] = protectedNeed(before, integration, doors);
      return [READ_CONTACT_POINTS, writeContactPoints('write', doors, before.name), ...address];
    }
    case 'deleteIntegration':
      return [READ_CONTACT_POINTS, writeContactPoints('delete', doors, command.integration.name)];
    case 'createFolder':
      return ['folders:create'];
    case 'writeRule':
      return [READ_RULES, inFolder(command.before ? 'alert.rules:write' : 'alert.rules:create', command.rule)];
    case 'deleteRule':
      return [READ_RULES, inFolder('alert.rules:delete', command.rule)];
    default:
      return [];
  }
}

function protectedNeed(before: Integration, after: Integration, doors: Doors): Need[] {
  const isMoved = doors.protectAddresses && before.url !== after.url;
  return isMoved ? [{ action: PROTECTED, scope: receiverScope(before.name) }] : [];
}

function lacking(need: Need, granted: Granted): string[] {
  if (typeof need === 'string') {
    return granted(need) ? [] : [need];
  }
  if ('action' in need) {
    return granted(need.action, need.scope) ? [] : [need.action];
  }
  if ('all' in need) {
    return need.all.flatMap((part) => lacking(part, granted));
  }
  const ways = need.any.map((way) => lacking(way, granted));
  return ways.some((way) => way.length === 0) ? [] : (ways[0] ?? []);
}
