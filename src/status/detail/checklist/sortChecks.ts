import type { ChecklistId, ChecklistItem } from '../../../connection/health/checklist/types';
import type { ReadingPart } from '../../../connection/reading/reading';

/** What is told of the checks: `hints` differ from the plan and do no harm. */
export interface SortedChecks {
  problems: ChecklistItem[];
  unknown: ChecklistItem[];
  hints: ChecklistItem[];
  passed: ChecklistItem[];
}

/** The cause stands before what may have come of it. */
const FIRST: readonly ChecklistId[] = ['beatDelivery', 'silence', 'ruleRunning', 'rulePresent'];

/** Not looked at while a rule is paused, because it does not run. */
const OF_RUNNING_RULES: readonly ChecklistId[] = ['ruleFires', 'queryWorks', 'ruleEvaluated', 'silence', 'statusKnown'];

/**
 * Asks for what this part of a reading holds. Where it was not read, the item that names the part says why; this one
 * would look for another cause, such as a folder that is hidden or a Grafana that was restarted.
 */
const ASKS_FOR: Partial<Record<ChecklistId, ReadingPart>> = { rulePresent: 'rules', statusKnown: 'deliveries' };

/** Puts the cause first, leaves out what has nothing to tell, and parts what passed from what did not. */
export function sortChecks(items: readonly ChecklistItem[]): SortedChecks {
  const isPaused = items.some((item) => item.id === 'ruleRunning' && item.data.isPaused);
  const isAttemptKnown = items.some(({ id, state }) => id === 'beatDelivery' && state !== 'unknown');
  const unread = items.flatMap((item) => (item.id === 'permission' ? item.data.refused.map(({ part }) => part) : []));
  const isUnread = (part: ReadingPart | undefined) => part !== undefined && unread.includes(part);
  const told = items.filter(
    ({ id, state }) =>
      state !== 'unknown' ||
      // That no alert was sent yet is no finding; that no heartbeat was is told by the delivery status.
      !(
        id === 'alertDelivery' ||
        id === 'beatDelivery' ||
        (isAttemptKnown && id === 'statusKnown') ||
        isUnread(ASKS_FOR[id]) ||
        (isPaused && OF_RUNNING_RULES.includes(id))
      )
  );
  const rank = ({ id }: ChecklistItem) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  const problems = told.filter(({ state }) => state === 'problem').sort((a, b) => rank(a) - rank(b));
  return {
    problems: problems.filter((item) => !isHint(item)),
    unknown: told.filter(({ state }) => state === 'unknown'),
    hints: problems.filter(isHint),
    passed: told.filter(({ state }) => state === 'ok'),
  };
}

/** Labels and annotations are for people and for other tools; the heartbeat goes on without them. */
export const isHint = (item: ChecklistItem): boolean =>
  item.state === 'problem' &&
  item.id === 'ruleUnchanged' &&
  item.data.drifts.every(({ code }) => code === 'textsDiffer' || code === 'originMissing');
