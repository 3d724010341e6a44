import { withDrillMark, type DrillMark } from '../desired/drillMark';
import { isLocked, type HeartbeatRule } from '../model';
import type { Connection } from '../ownership/connections';
import { ruleObstacles, ruleStep } from '../plan/rule';
import { unreadRules, unseenRule, type Plan } from '../plan/types';
import type { GrafanaObjects } from '../reading/reading';
import { calculateTiming } from '../timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../timing/presets';
import type { ActionPlan } from './types';

/**
 * Pauses the heartbeat's rule. No resolved message leaves (`disableResolveMessage`), so IRM hears nothing more and
 * alerts after the interval, as for any lost heartbeat. With a mark it is paused for a drill, which the rule then tells.
 */
export function planPause(connection: Connection, objects: GrafanaObjects, mark?: DrillMark): ActionPlan {
  const { detection } = reportOf(connection, objects);
  return {
    plan: plan(connection, objects, { isPaused: true, mark }),
    consequences: detection ? [{ code: 'irmAlertsAfter', ...detection }] : [],
  };
}

/**
 * Lets the rule run again, and ends a drill; the first beat resolves IRM's alert group by itself
 * (05-heartbeat-timeline.json). So many replicas take their turns until it comes.
 */
export function planResume(connection: Connection, objects: GrafanaObjects, replicas = 1): ActionPlan {
  const { firstBeat } = reportOf(connection, objects, replicas);
  return {
    plan: plan(connection, objects, { isPaused: false }),
    consequences: firstBeat ? [{ code: 'beatsAgainWithin', greatest: firstBeat.greatest }] : [],
  };
}

interface Change {
  isPaused: boolean;
  mark?: DrillMark | undefined;
}

function plan(
  { id, rule, heartbeatContactPoint }: Connection,
  objects: GrafanaObjects,
  { isPaused, mark }: Change
): Plan {
  if (!rule) {
    return {
      connectionId: id,
      steps: [],
      obstacles: [...unreadRules(objects.problems), ...unseenRule(heartbeatContactPoint, objects)],
    };
  }
  const wanted: HeartbeatRule = { ...rule, isPaused, annotations: withDrillMark(rule.annotations, mark) };
  return {
    connectionId: id,
    steps: [ruleStep(rule, wanted)],
    obstacles: ruleObstacles(rule, wanted, isLocked(rule), objects),
  };
}

function reportOf(
  { rule, interval = DEFAULT_HEARTBEAT_INTERVAL }: Connection,
  { evaluation }: Pick<GrafanaObjects, 'evaluation'>,
  replicas = 1
) {
  return rule
    ? calculateTiming(rule, interval, { evaluation, replicas })
    : { detection: undefined, firstBeat: undefined };
}
