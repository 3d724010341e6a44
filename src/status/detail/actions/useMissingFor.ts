import { currentTiming, planAdopt, planRepair } from '../../../connection/actions/change';
import { planPause, planResume } from '../../../connection/actions/pause';
import type { Connection } from '../../../connection/ownership/connections';
import { missingRights, missingRightsFor, PROTECTED, protectedFrom, type Task } from '../../../connection/plan/rights';
import type { GrafanaObjects } from '../../../connection/reading/reading';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../../../connection/timing/presets';
import { planOfWholeRealAlert } from '../../../connection/real-alert/plans';
import { useRights } from '../../../ui/data/useRights';
import type { ActionId } from './types';
import type { ActionPlan } from '../../../connection/actions/types';

/** What an action takes whose plan waits for what a person fills in. */
const TASKS: Readonly<Partial<Record<ActionId, Task>>> = {
  test: 'test',
  beat: 'test',
  timing: 'changeRule',
  rename: 'changeContactPoint',
  rotate: 'changeContactPoint',
  remove: 'remove',
};

/** Names the permissions that whoever acts lacks for an action, so that they are told before the click. */
export function useMissingFor(connection: Connection, objects: GrafanaObjects): (action: ActionId) => string[] {
  const { granted, doors } = useRights();
  return (action) => {
    const task = TASKS[action];
    if (task) {
      const isMoveForbidden =
        action === 'rotate' && protectedFrom(granted, contactPointsOf(connection), doors).length > 0;
      return [...missingRights(granted, task, doors), ...(isMoveForbidden ? [PROTECTED] : [])];
    }
    const planned = PLANS[action]?.(connection, objects);
    return planned ? missingRightsFor(granted, planned.plan, doors) : missingRights(granted, 'silence', doors);
  };
}

/** All that a new endpoint is written to. */
const contactPointsOf = (connection: Connection) =>
  [
    connection.alertContactPoint,
    ...connection.otherAlertContactPoints,
    connection.heartbeatContactPoint,
    ...connection.otherHeartbeatContactPoints,
  ].flatMap((one) => one ?? []);

const FIRST_TIMING = { interval: DEFAULT_HEARTBEAT_INTERVAL, timing: proposeTiming(DEFAULT_HEARTBEAT_INTERVAL) };

/** Actions whose plan is known before anything is filled in. */
const PLANS: Readonly<Partial<Record<ActionId, (connection: Connection, objects: GrafanaObjects) => ActionPlan>>> = {
  pause: planPause,
  resume: (connection, objects) => planResume(connection, objects),
  realAlert: ({ id }, objects) => ({ plan: planOfWholeRealAlert(id, objects), consequences: [] }),
  repair: planRepair,
  adopt: (connection, objects) => planAdopt(connection, objects, currentTiming(connection, objects) ?? FIRST_TIMING),
};
