import { FOLDER } from '../desired/objects';
import { repairedDesired } from '../drift/repair';
import type { HeartbeatTiming } from '../model';
import { connectionOf, type Connection } from '../ownership/connections';
import { desiredFrom } from '../ownership/desiredFrom';
import { planConnection } from '../plan/planConnection';
import type { GrafanaObjects } from '../reading/reading';
import type { Secrets } from '../webhook/access';
import type { ActionPlan } from './types';

/** IRM's heartbeat interval in seconds, and the timing to keep it with. */
export interface IntervalAndTiming {
  interval: number;
  timing: HeartbeatTiming;
}

/** Puts back what differs from the plan and stops the heartbeat; see `repairedDesired` for what stays. */
export const planRepair = (connection: Connection, objects: GrafanaObjects, secrets: Secrets = {}): ActionPlan => ({
  plan: planConnection({ ...repairedDesired(connection, objects), secrets }, objects),
  consequences: [],
});

/** Changes interval and timing, and nothing else but what is broken. A timing that cannot hold blocks the plan. */
export function planChangeTiming(
  connection: Connection,
  objects: GrafanaObjects,
  { interval, timing }: IntervalAndTiming,
  secrets: Secrets = {}
): ActionPlan {
  const repaired = repairedDesired(connection, objects);
  const desired = {
    ...repaired,
    secrets,
    heartbeat: repaired.heartbeat && { ...repaired.heartbeat, interval, timing },
  };
  const isNew = interval !== connection.interval;
  return {
    plan: planConnection(desired, objects),
    consequences: isNew && desired.heartbeat ? [{ code: 'setIntervalInIrm', interval }] : [],
  };
}

/**
 * Takes over a connection made by hand: texts and labels are filled in, names stay, its contact points keep their uids,
 * and its rule stays in its folder, with the notification policies that lead it. Where no rule was found, one of ours is
 * made, beside one that may be paused in a folder that is hidden; and so it is where the plugin's service account may only
 * look at the rule.
 */
export function planAdopt(
  connection: Connection,
  objects: GrafanaObjects,
  change: IntervalAndTiming,
  secrets: Secrets = {}
): ActionPlan {
  const { heartbeatContactPoint, rule } = connection;
  const isOutOfReach = objects.isOwnFolderOnly === true && rule !== undefined && rule.folderUid !== FOLDER.uid;
  const within = isOutOfReach ? inOwnFolder(objects) : objects;
  const reachable = isOutOfReach ? (connectionOf(connection.endpoint, within) ?? connection) : connection;
  const mayBeat = heartbeatContactPoint !== undefined && (rule === undefined || isOutOfReach);
  const { plan, consequences } = planChangeTiming(reachable, within, change, secrets);
  return { plan, consequences: [...(mayBeat ? [{ code: 'otherRuleStays' } as const] : []), ...consequences] };
}

/** What may be written to where rules of other folders may only be looked at. */
const inOwnFolder = (objects: GrafanaObjects): GrafanaObjects => ({
  ...objects,
  rules: objects.rules.filter(({ folderUid }) => folderUid === FOLDER.uid),
});

/** The interval and timing that a connection has or would get, to start a form with. */
export function currentTiming(
  connection: Connection,
  { evaluation }: Pick<GrafanaObjects, 'evaluation'>
): IntervalAndTiming | undefined {
  const { heartbeat } = desiredFrom(connection, evaluation);
  return heartbeat && { interval: heartbeat.interval, timing: heartbeat.timing };
}
