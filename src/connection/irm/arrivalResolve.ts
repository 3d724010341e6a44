import { holdsOthers, names, type SentTest } from './arrivalLook';
import type { AlertGroup, IrmError, IrmPort } from './irmPort';

/** A group that is to be resolved, without what was sent. */
export type GroupToResolve = Pick<AlertGroup, 'id' | 'state'> & Partial<Pick<AlertGroup, 'link'>>;

/** What came of resolving the alert group of a test. */
export type Closing =
  | { kind: 'resolved' }
  /** By IRM or somebody, before the plugin asked for it. */
  | { kind: 'resolvedMeanwhile' }
  | { kind: 'gone' }
  /** It holds other alerts than the test and was left as it is. */
  | { kind: 'holdsOthers'; group: GroupToResolve }
  /** It hangs on another group, as in maintenance, and IRM resolves it with that one. */
  | { kind: 'attached'; group: GroupToResolve }
  /** IRM took the request and says afterwards that the group is not resolved. */
  | { kind: 'stillOpen'; group: GroupToResolve }
  /** IRM took the request; the look afterwards failed. */
  | { kind: 'unconfirmed'; group: GroupToResolve; error: IrmError }
  | { kind: 'failed'; group: GroupToResolve; error: IrmError };

type Irm = Pick<IrmPort, 'getAlertGroup' | 'resolveAlertGroup'>;

/**
 * Resolves the alert groups of a test, one after the other, up to the first that does not let itself be. Each is read
 * right before, because an alert of somebody else may have joined it since, and once after.
 * @param evenWithOthers a person asked for it, knowing that the group holds other alerts
 */
export async function resolveTest(
  irm: Irm,
  test: Pick<SentTest, 'testId' | 'sentAt'>,
  groups: readonly GroupToResolve[],
  { evenWithOthers = false } = {}
): Promise<Closing> {
  let closing: Closing = { kind: 'resolvedMeanwhile' };
  for (const group of groups) {
    closing = await resolveOne(irm, test, group, evenWithOthers);
    if (!isClosed(closing)) {
      return closing;
    }
  }
  return closing;
}

/** Whether nothing of the test is left open. */
export const isClosed = ({ kind }: Closing) => ['resolved', 'resolvedMeanwhile', 'gone'].includes(kind);

async function resolveOne(
  irm: Irm,
  { testId, sentAt }: Pick<SentTest, 'testId' | 'sentAt'>,
  group: GroupToResolve,
  evenWithOthers: boolean
): Promise<Closing> {
  const before = await irm.getAlertGroup(group.id);
  if (!before.ok) {
    return before.error.reason === 'notFound' ? { kind: 'gone' } : { kind: 'failed', group, error: before.error };
  }
  if (before.value.state === 'resolved') {
    return { kind: 'resolvedMeanwhile' };
  }
  const isOurs = names(before.value.lastAlert.payload, testId) && !holdsOthers(before.value, sentAt);
  if (!isOurs && !evenWithOthers) {
    return { kind: 'holdsOthers', group: before.value };
  }
  const answer = await irm.resolveAlertGroup(group.id);
  if (!answer.ok) {
    // "Can't resolve an attached alert group": the answer of OnCall's engine/apps/public_api/views/alert_groups.py.
    const isAttached = answer.error.reason === 'invalid' && /attached/i.test(answer.error.message);
    return isAttached ? { kind: 'attached', group } : { kind: 'failed', group, error: answer.error };
  }
  const after = await irm.getAlertGroup(group.id);
  if (!after.ok) {
    return { kind: 'unconfirmed', group, error: after.error };
  }
  return after.value.state === 'resolved' ? { kind: 'resolved' } : { kind: 'stillOpen', group: after.value };
}
