import type { HeartbeatTiming, ObservedObjects } from '../model';
import { desiredFrom } from '../observed/desiredFrom';
import type { Connection } from '../observed/connections';
import { planConnection } from '../plan/planConnection';
import { planRepair } from '../health/drift';
import { repairedDesired } from '../health/repair';
import { actionPlan, type ActionPlan, type Consequence } from './types';

/** IRM's heartbeat interval in seconds, and the timing to keep it with. */
export interface IntervalAndTiming {
  interval: number;
  timing: HeartbeatTiming;
}

/** Puts back what differs from the plan and stops the heartbeat; see `repairedDesired` for what stays. */
export function planRepairAction(connection: Connection, observed: ObservedObjects): ActionPlan {
  return actionPlan(planRepair(connection, observed));
}

/** Changes interval and timing, and nothing else but what is broken. A timing that cannot hold blocks the plan. */
export function planChangeTiming(
  connection: Connection,
  observed: ObservedObjects,
  change: IntervalAndTiming
): ActionPlan {
  return planWith(connection, observed, change);
}

/**
 * Takes over a connection made by hand: texts and labels are filled in, names stay, and its contact points keep their
 * uids. A rule in another folder cannot be taken over, because the plugin reads its own folder only; then a rule of
 * ours is made beside it.
 */
export function planAdopt(connection: Connection, observed: ObservedObjects, change: IntervalAndTiming): ActionPlan {
  const { heartbeatContactPoint, rule } = connection;
  const mayBeat = heartbeatContactPoint !== undefined && rule === undefined;
  return planWith(connection, observed, change, mayBeat ? [{ code: 'otherRuleStays' }] : []);
}

function planWith(
  connection: Connection,
  observed: ObservedObjects,
  { interval, timing }: IntervalAndTiming,
  consequences: Consequence[] = []
): ActionPlan {
  const repaired = repairedDesired(connection, observed);
  const desired = { ...repaired, heartbeat: repaired.heartbeat && { ...repaired.heartbeat, interval, timing } };
  const isNew = interval !== connection.interval;
  return actionPlan(planConnection(desired, observed), [
    ...consequences,
    ...(isNew && desired.heartbeat ? [{ code: 'setIntervalInIrm', interval } as const] : []),
  ]);
}

/** The interval and timing that a connection has or would get, to start a form with. */
export function currentTiming(connection: Connection): IntervalAndTiming | undefined {
  const { heartbeat } = desiredFrom(connection);
  return heartbeat && { interval: heartbeat.interval, timing: heartbeat.timing };
}
