/** What a person is about to do; `status` is looking at connections without changing them. */
export type Task = 'status' | 'contactPoint' | 'heartbeat' | 'test' | 'remove' | 'settings';

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

/** As Grafana words it in its 403 (contact-points.json, "viewer may not create"). */
const WRITE_CONTACT_POINTS: Need = {
  any: [
    { all: ['alert.notifications:write', 'alert.provisioning.provenance:write'] },
    'alert.notifications.provisioning:write',
    'alert.provisioning:write',
  ],
};

/** folders.json, "get"; alert-rules.json, "viewer right after the folder was made". */
const READ_RULES: Need = { all: ['folders:read', 'alert.rules:read'] };

const NEEDS: Readonly<Record<Task, Need>> = {
  status: { all: [READ_CONTACT_POINTS, READ_RULES] },
  contactPoint: { all: [READ_CONTACT_POINTS, WRITE_CONTACT_POINTS] },
  // ruler.json, "viewer may not create": any of write, create, delete opens the door, the change itself needs its own.
  heartbeat: {
    all: [READ_CONTACT_POINTS, WRITE_CONTACT_POINTS, READ_RULES, 'alert.rules:create', 'alert.rules:write'],
  },
  // receivers-test.json, "viewer may not", 12.3 and 12.4.
  test: {
    any: [
      'alert.notifications.receivers:test',
      'alert.notifications:write',
      'alert.notifications.receivers.test:create',
    ],
  },
  remove: { all: [READ_CONTACT_POINTS, WRITE_CONTACT_POINTS, READ_RULES, 'alert.rules:delete'] },
  // plugin.json, "editor may not write settings".
  settings: 'plugins:write',
};

/**
 * Names of the Grafana permissions that a person lacks for a task; empty when they may. Where several ways lead
 * there, that of Grafana's own roles is named. Whether this Grafana supports a task at
 * all is another question (`ability`). Permissions are looked at without their scopes, so Grafana may still refuse.
 *
 * @param granted whether the signed-in user has a permission for at least one object
 * @param folderExists whether the folder of the heartbeat rules is there, so that none need be created
 */
export function missingRights(
  granted: (action: string) => boolean,
  task: Task,
  { folderExists = false }: { folderExists?: boolean } = {}
): string[] {
  const need: Need = task === 'heartbeat' && !folderExists ? { all: [NEEDS.heartbeat, 'folders:create'] } : NEEDS[task];
  return [...new Set(lacking(need, granted))];
}

/** Whether a task can be done: supported by this Grafana, and allowed for this person. Two answers, never mixed. */
export interface Ability {
  supported: boolean;
  allowed: boolean;
  /** Names of the permissions that are missing. */
  missing: string[];
}

/** Puts the two answers side by side. */
export function ability(
  granted: (action: string) => boolean,
  task: Task,
  options: { supported: boolean; folderExists?: boolean }
): Ability {
  const missing = missingRights(granted, task, options);
  return { supported: options.supported, allowed: missing.length === 0, missing };
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
