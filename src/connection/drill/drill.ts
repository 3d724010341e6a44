import type { DrillMark } from '../desired/drillMark';
import type { AlertGroup } from '../irm/irmPort';
import type { SavedRule } from '../model';
import { heartbeatNews } from '../irm/lostHeartbeat';
import { windowOf, type DrillWindow } from './window';

/** What was seen of a drill so far. All times are epoch milliseconds of the server. */
export interface Drill {
  startedAt: number;
  /** IRM's heartbeat interval in seconds. */
  interval: number;
  /** Newest beat before the pause that is known of. */
  lastBeat: number | undefined;
  /** When the rule was first and last seen to be paused by this drill. */
  pausedAt: number | undefined;
  stillPausedAt: number | undefined;
  /** The rule as it was seen then, by how often it was saved. */
  pausedAs: SavedRule | undefined;
  /** IRM's alert groups of a lost heartbeat since the drill began, as they were last seen, oldest first. */
  groups: readonly AlertGroup[];
  /** When IRM was last asked with success. */
  askedAt: number | undefined;
  /** When the rule was seen to run again, or to be no longer there; who resumed it does not matter. */
  resumedAt: number | undefined;
  /** The first beat after that. */
  firstBeat: number | undefined;
  /** Somebody else paused the rule again, or removed it: there is nothing left for this drill to do. */
  isTakenOver: boolean;
}

/** What the page is to show and to do. `raised` and `unheard` are to resume the heartbeat. */
export type DrillPhase =
  /** The rule was not yet seen to be paused. */
  | { kind: 'pausing' }
  /** Too early for an alert. */
  | { kind: 'quiet'; window: DrillWindow }
  /** IRM is to raise its alert now. */
  | { kind: 'due'; window: DrillWindow }
  | { kind: 'raised'; group: AlertGroup }
  /** The time is over, and no alert was seen. */
  | { kind: 'unheard' }
  /** The rule runs; its first beat is to come. */
  | { kind: 'restarting' }
  /** Beats came again; IRM is to resolve its alert group at the next even minute. */
  | { kind: 'resolving'; open: readonly AlertGroup[] }
  /** It did not: a person does. */
  | { kind: 'unresolved'; open: readonly AlertGroup[] }
  | { kind: 'ended' };

/** What a drill has shown. `brokenOff`: resumed by others before IRM could alert. */
export type DrillOutcome = 'raised' | 'noAlarm' | 'irmNotAsked' | 'brokenOff';

/** IRM resolves on the next even minute, and its workers take a moment; milliseconds after the first beat. */
const RESOLVED_WITHIN = 180_000;

/** The server's time comes in whole seconds, and clocks are compared with it. */
const WHOLE_SECONDS = 2_000;

/** That there is no alert is only said of a look at the very end; milliseconds. */
const ASKED_LATELY = 30_000;

/** A drill that begins, or one that is known by its mark on the rule. */
export const drillFrom = ({ startedAt, lastBeat }: DrillMark, interval: number): Drill => ({
  ...{ startedAt, lastBeat, interval },
  ...{ pausedAt: undefined, stillPausedAt: undefined, pausedAs: undefined, groups: [], askedAt: undefined },
  ...{ resumedAt: undefined, firstBeat: undefined, isTakenOver: false },
});

/** How far a drill is, from what was seen of Grafana and IRM. `now`: the server's time, epoch milliseconds. */
export function phaseOf(drill: Drill, now: number): DrillPhase {
  const window = windowOf(drill, drill.interval);
  const group = raisedGroup(drill);
  if (drill.isTakenOver) {
    return { kind: 'ended' };
  }
  if (drill.resumedAt !== undefined) {
    return afterResume(drill, now);
  }
  if (drill.pausedAt === undefined) {
    return { kind: 'pausing' };
  }
  if (group) {
    return { kind: 'raised', group };
  }
  if (now > window.deadline) {
    return { kind: 'unheard' };
  }
  return { kind: now < window.from ? 'quiet' : 'due', window };
}

function afterResume(drill: Drill, now: number): DrillPhase {
  const open = drill.groups.filter(({ state }) => state !== 'resolved');
  if (drill.firstBeat === undefined) {
    return { kind: 'restarting' };
  }
  if (open.length === 0) {
    return { kind: 'ended' };
  }
  return { kind: now < drill.firstBeat + RESOLVED_WITHIN ? 'resolving' : 'unresolved', open };
}

/** The alert group that tells that the alarm works. */
export const raisedGroup = ({ groups }: Drill): AlertGroup | undefined =>
  groups.find((group) => !isRecoveryAlone(group));

/**
 * Nothing but the news that beats came again: some templates make a group of its own of it (18-heartbeat-alerts.json,
 * "restored: alert groups of webhook+templates").
 */
const isRecoveryAlone = ({ alertsCount, lastAlert }: AlertGroup) =>
  alertsCount <= 1 && heartbeatNews(lastAlert.payload) === 'restored';

/** What the drill has shown; undefined as long as that is open. */
export function outcomeOf(drill: Drill): DrillOutcome | undefined {
  const { deadline } = windowOf(drill, drill.interval);
  if (raisedGroup(drill)) {
    return 'raised';
  }
  if (drill.resumedAt === undefined) {
    return drill.isTakenOver ? 'brokenOff' : undefined;
  }
  if (drill.resumedAt < deadline - WHOLE_SECONDS) {
    return 'brokenOff';
  }
  return drill.askedAt !== undefined && drill.askedAt >= deadline - ASKED_LATELY ? 'noAlarm' : 'irmNotAsked';
}
