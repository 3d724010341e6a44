import { drillMarkOf } from '../desired/drillMark';
import { equal } from '../equal';
import type { AlertGroup } from '../irm/irmPort';
import { isLostHeartbeat } from '../irm/lostHeartbeat';
import { isOutdated, type HeartbeatRule, type SavedRule } from '../model';
import type { Drill } from './drill';

/** Answers count whole seconds and beats milliseconds. */
const SECOND = 1000;

/** What a reading of Grafana tells of a drill. Times are epoch milliseconds of the server. */
export interface SeenInGrafana {
  now: number;
  /** Undefined when it is gone; do not ask when the rules could not be read. */
  rule: (Pick<HeartbeatRule, 'annotations' | 'isPaused'> & SavedRule) | undefined;
  /** The newest beat that was answered with success. */
  lastBeat: number | undefined;
}

/** Adds a reading of Grafana to what was seen; the same object when it tells nothing new. */
export function seenInGrafana(drill: Drill, { now, rule, lastBeat }: SeenInGrafana): Drill {
  if (drill.isTakenOver || drill.firstBeat !== undefined) {
    return drill;
  }
  if (rule && isPausedBy(drill, rule)) {
    // Answers may overtake each other, and nobody but a new drill pauses a rule that was resumed with this mark.
    return drill.resumedAt !== undefined || now === drill.stillPausedAt
      ? drill
      : {
          ...drill,
          pausedAt: drill.pausedAt ?? now,
          stillPausedAt: now,
          pausedAs: { uid: rule.uid, version: rule.version, updatedAt: rule.updatedAt },
          lastBeat: newest(drill.lastBeat, lastBeat),
        };
  }
  // A reading from before the pause tells nothing of what came after it, nor does a replica that lags behind.
  const isBehind = rule && drill.pausedAs && isOutdated(rule, drill.pausedAs);
  if (isBehind || drill.pausedAt === undefined || now < toSecond(drill.stillPausedAt ?? drill.pausedAt)) {
    return drill;
  }
  if (!rule || rule.isPaused) {
    return { ...drill, isTakenOver: true };
  }
  const isFirst = lastBeat !== undefined && lastBeat > (drill.stillPausedAt ?? drill.pausedAt) + SECOND;
  return isFirst || drill.resumedAt === undefined
    ? { ...drill, resumedAt: drill.resumedAt ?? now, firstBeat: isFirst ? lastBeat : undefined }
    : drill;
}

/** Whether it is this drill that keeps the rule paused: another one, or a person, may have paused it since. */
export const isPausedBy = (
  { startedAt }: Pick<Drill, 'startedAt'>,
  rule: NonNullable<SeenInGrafana['rule']>
): boolean => rule.isPaused && drillMarkOf(rule)?.startedAt === toSecond(startedAt);

/** The pause was carried out and looked at, by whoever began the drill. */
export const pausedByPlan = (drill: Drill, now: number): Drill => ({
  ...drill,
  pausedAt: drill.startedAt,
  stillPausedAt: now,
});

/** Adds what IRM lists of the integration since the drill began; `now` is when it was asked. The same object for no news. */
export function seenInIrm(drill: Drill, listed: readonly AlertGroup[], now: number): Drill {
  const { askedAt = -Infinity } = drill;
  const groups = listed.filter(isLostHeartbeat).sort((a, b) => a.createdAt - b.createdAt);
  const isNews = now > askedAt || (now === askedAt && !equal(groups, drill.groups));
  return isNews ? { ...drill, groups, askedAt: now } : drill;
}

/** The range in which alert groups of this drill begin. That of a drill right before is not in it. */
export const searchRange = ({ startedAt, interval }: Drill): readonly [from: number, to: number] => [
  startedAt,
  startedAt + interval * 1000 + SEARCHED_AFTER,
];

/** Long enough for whoever goes on watching; milliseconds. */
const SEARCHED_AFTER = 3_600_000;

const toSecond = (time: number) => Math.floor(time / SECOND) * SECOND;

const newest = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
