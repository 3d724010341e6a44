import type { HeartbeatRule } from '../model';

/** Annotation of a rule that a drill paused, so that whoever looks knows why, whatever becomes of the page it ran on. */
export const DRILL_ANNOTATION = 'irm_connect_drill';

type Annotations = Readonly<Record<string, string>>;

/** What a drill writes down. Times are epoch milliseconds of the server, kept to the second. */
export interface DrillMark {
  /** When the heartbeat was paused. */
  startedAt: number;
  /** The last beat that was known then. */
  lastBeat: number | undefined;
}

/** The mark of a drill; undefined without one, or when somebody wrote something else there. */
export function drillMarkOf({ annotations }: { annotations: Annotations }): DrillMark | undefined {
  const [started = '', lastBeat = ''] = (annotations[DRILL_ANNOTATION] ?? '').split(BEFORE_BEAT);
  const startedAt = Date.parse(started);
  return Number.isNaN(startedAt) ? undefined : { startedAt, lastBeat: Date.parse(lastBeat) || undefined };
}

/** Annotations with the mark of a drill in the place of an earlier one; without it, they carry none. */
export function withDrillMark(annotations: Annotations, mark?: DrillMark): Annotations {
  const { [DRILL_ANNOTATION]: _, ...others } = annotations;
  return mark ? { ...others, [DRILL_ANNOTATION]: textOf(mark) } : others;
}

/**
 * What a mark on a rule means. `running`: a drill paused the rule. `doubtful`: it is paused and carries the mark, but was
 * saved again long after the drill began, so that somebody may have paused it on purpose since. `over`: the rule runs;
 * somebody resumed it elsewhere, and the mark stayed.
 */
export type DrillState = 'running' | 'doubtful' | 'over';

/** How much later than the mark says the rule may have been saved; milliseconds. */
const SAVED_WITHIN = 120_000;

/** The drill that a rule tells of; undefined when it tells of none. */
export function drillOn(
  rule: Pick<HeartbeatRule, 'annotations' | 'isPaused' | 'updatedAt'>
): { mark: DrillMark; state: DrillState } | undefined {
  const mark = drillMarkOf(rule);
  if (!mark) {
    return undefined;
  }
  const savedAt = rule.updatedAt ?? mark.startedAt;
  const isUntouched = Math.abs(savedAt - mark.startedAt) <= SAVED_WITHIN;
  return { mark, state: !rule.isPaused ? 'over' : isUntouched ? 'running' : 'doubtful' };
}

const BEFORE_BEAT = ', last beat ';

const textOf = ({ startedAt, lastBeat }: DrillMark) =>
  toSecond(startedAt) + (lastBeat === undefined ? '' : BEFORE_BEAT + toSecond(lastBeat));

const toSecond = (time: number) => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
