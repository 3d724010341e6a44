import { success } from '../result';
import type { AlertGroup, AlertGroupState, IrmPort, IrmResult } from './irmPort';

/** One test alert. `sentAt`: the moment of the click by this browser's clock, epoch milliseconds. */
export interface SentTest {
  integrationId: string;
  /** Value of the alert's label `TEST_LABEL`. */
  testId: string;
  sentAt: number;
}

/** Groups of one look at the newest ones; each comes with the payload of its newest alert. */
const NEWEST = 20;

/** Open groups of each state that are looked through for one that a test joined. */
const OPEN = 100;

const OPEN_STATES: readonly AlertGroupState[] = ['firing', 'acknowledged', 'silenced'];

/** How much earlier than this browser's clock IRM's may say that an alert came in, in milliseconds. */
const CLOCK_TOLERANCE_MS = 60_000;

export interface Sighting {
  /** Groups that hold nothing but the test, the oldest first. */
  own: AlertGroup[];
  /** A group with other alerts in it, of which the test is the newest. */
  shared: AlertGroup | undefined;
  /** A group that took in an alert since the test was sent, and shows that one alone. */
  mayBeIn: AlertGroup | undefined;
}

/**
 * Looks once for a test among the newest groups and, when asked to look everywhere, among all that are open: a group
 * that the test joined may have begun long ago.
 */
export async function lookForTest(
  irm: Pick<IrmPort, 'listAlertGroups'>,
  test: SentTest,
  everywhere: boolean
): IrmResult<Sighting> {
  const { integrationId } = test;
  const newest = await irm.listAlertGroups({ integrationId, perPage: NEWEST });
  if (!newest.ok) {
    return newest;
  }
  const sighting = sightingIn(newest.value.items, test);
  if (!everywhere || isSeen(sighting) || !newest.value.hasMore) {
    return success(sighting);
  }
  const open: AlertGroup[] = [];
  for (const state of OPEN_STATES) {
    const answer = await irm.listAlertGroups({ integrationId, state, perPage: OPEN });
    if (!answer.ok) {
      return answer;
    }
    open.push(...answer.value.items);
  }
  const further = sightingIn(open, test);
  return success({ ...further, mayBeIn: sighting.mayBeIn ?? further.mayBeIn });
}

const isSeen = ({ own, shared }: Sighting) => own.length > 0 || shared !== undefined;

function sightingIn(groups: readonly AlertGroup[], { testId, sentAt }: Pick<SentTest, 'testId' | 'sentAt'>): Sighting {
  const found = groups.filter(({ lastAlert }) => names(lastAlert.payload, testId));
  return {
    own: found.filter((group) => !holdsOthers(group, sentAt)).reverse(),
    shared: found.find((group) => holdsOthers(group, sentAt)),
    mayBeIn: groups.find(
      (group) => group.alertsCount > 1 && (group.lastAlert.createdAt ?? 0) >= sentAt - CLOCK_TOLERANCE_MS
    ),
  };
}

/**
 * Whether a group whose newest alert is the test holds other alerts as well. The count tells, whatever the clocks say;
 * without one a group that began before the test does.
 */
export function holdsOthers({ alertsCount, createdAt }: AlertGroup, sentAt: number): boolean {
  return alertsCount > 1 || (alertsCount < 1 && createdAt < sentAt);
}

/** As tests are named: no object of the plugin has so many digits. */
const TEST_ID = /\birmc-[0-9a-f]{16}\b/;

/** The test by which something was sent, wherever a payload has its labels; undefined when it was sent by none. */
export const testIdIn = (payload: unknown): string | undefined =>
  payload === undefined ? undefined : TEST_ID.exec(JSON.stringify(payload))?.[0];

/** Whether the id stands anywhere in a payload. Types of integrations differ in where they put labels. */
export function names(payload: unknown, testId: string): boolean {
  return payload !== undefined && JSON.stringify(payload).includes(testId);
}
