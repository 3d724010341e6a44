import type { RealAlertMark } from '../desired/realAlertMark';
import type { EvaluationLimits } from '../timing/evaluation';
import { labelSetOf, type Label } from './labels';
import { openWays, type PreviewWay } from './preview';
import { untilOf, windowOf } from './window';

/** A real alert that is to be sent. */
export interface RealAlertWish {
  mark: RealAlertMark;
  /** Value of `TEST_LABEL`, by which the alert is told from all others. */
  testId: string;
  labels: Readonly<Record<string, string>>;
  /** The contact point that the rule names itself; undefined for the way of any alert, by the notification policies. */
  receiver: string | undefined;
}

/** How long Alertmanager waits with the alert, in seconds. */
type Waits = Pick<RealAlertMark, 'groupWait' | 'groupInterval'>;

/** Of a policy that says nothing. */
const OF_POLICIES: Waits = { groupWait: 30, groupInterval: 300 };
/** Of a rule that names its contact point. */
const OF_RULE: Waits = { groupWait: 0, groupInterval: 1 };

/** What a person chose, when, and where. */
interface Chosen
  extends Pick<RealAlertMark, 'startedAt' | 'connection' | 'by'>, Pick<RealAlertWish, 'testId' | 'receiver'> {
  labels: readonly Label[];
  /** Where the notification policies lead an alert with these labels; undefined where that is not known. */
  ways: readonly PreviewWay[] | undefined;
}

export function wishOf(chosen: Chosen, evaluation: EvaluationLimits, replicas?: number): RealAlertWish {
  const { startedAt, connection, by, testId, labels, receiver, ways = [] } = chosen;
  const waits = receiver === undefined ? waitsBy(ways) : OF_RULE;
  const window = windowOf({ startedAt, ...waits }, evaluation, replicas);
  const mark = { startedAt, until: untilOf(window), ...waits, connection, by };
  return { mark, testId, labels: labelSetOf(labels), receiver };
}

/** Alertmanager may lead it to several contact points: the slowest that counts is waited for. */
function waitsBy(ways: readonly PreviewWay[]): Waits {
  const open = openWays(ways);
  const here = open.filter(({ isHere }) => isHere);
  const counted = here.length > 0 ? here : open;
  const slowest = (field: keyof Waits) => Math.max(...counted.map((way) => way[field]));
  return counted.length > 0
    ? { groupWait: slowest('groupWait'), groupInterval: slowest('groupInterval') }
    : OF_POLICIES;
}
