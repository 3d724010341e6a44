import type { ObservedObjects } from '../model';
import { groupMates } from '../observed/connections';
import type { Connection } from '../observed/connections';
import type { Plan, PlanStep } from '../plan/types';
import { calculateTiming } from '../timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../timing/presets';
import { actionPlan, type ActionPlan } from './types';

/**
 * Pauses the heartbeat's rule. No resolved message leaves (`disableResolveMessage`), so IRM hears nothing more and
 * alerts after the interval, as for any lost heartbeat.
 */
export function planPause(connection: Connection, observed: ObservedObjects): ActionPlan {
  const { detection } = reportOf(connection);
  return actionPlan(plan(connection, observed, true), detection ? [{ code: 'irmAlertsAfter', ...detection }] : []);
}

/** Lets the rule run again; the first beat resolves IRM's alert group by itself (05-heartbeat-timeline.json). */
export function planResume(connection: Connection, observed: ObservedObjects): ActionPlan {
  const { firstBeat } = reportOf(connection);
  return actionPlan(
    plan(connection, observed, false),
    firstBeat ? [{ code: 'beatsAgainWithin', greatest: firstBeat.greatest }] : []
  );
}

function plan({ id, rule }: Connection, observed: ObservedObjects, isPaused: boolean): Plan {
  if (!rule) {
    return { connectionId: id, steps: [], obstacles: [] };
  }
  const mates = groupMates(rule, observed.rules);
  const base = {
    object: 'rule',
    name: rule.title,
    ...(rule.uid !== undefined && { uid: rule.uid }),
    changes: [],
  } as const;
  const step: PlanStep =
    rule.isPaused === isPaused
      ? { ...base, changes: [], action: 'keep' }
      : {
          ...base,
          changes: [],
          action: 'update',
          command: {
            kind: 'writeRule',
            rule: { ...rule, isPaused },
            editability: rule.locked ? 'locked' : 'editable',
            before: rule,
          },
        };
  const titles = mates.map(({ title }) => title);
  return {
    connectionId: id,
    steps: [step],
    obstacles:
      titles.length > 0 ? [{ object: 'rule', blocking: true, reason: 'groupShared', group: rule.group, titles }] : [],
  };
}

function reportOf({ rule, interval = DEFAULT_HEARTBEAT_INTERVAL }: Connection) {
  return rule ? calculateTiming(rule, interval) : { detection: undefined, firstBeat: undefined };
}
