import type { GrafanaError } from '../port/grafanaPort';
import type { Connection } from '../ownership/connections';
import { whyUnseen } from '../plan/types';
import type { GrafanaObjects, ReadingPart } from '../reading/reading';
import type { Judgement } from './types';

/** What a part that was not read leaves unknown: a refusal takes a permission, anything else the next reading. */
export const notRead = (part: ReadingPart, error: GrafanaError): Judgement =>
  error.reason === 'forbidden'
    ? { state: 'unknown', reason: { code: 'forbidden', part, error }, nextAction: 'askForPermission' }
    : { state: 'unknown', reason: { code: 'notRead', part, error }, nextAction: 'readAgain' };

/**
 * Why the rule of a heartbeat, of which there is a contact point, could not be looked at: it is unknown then, and not
 * missing. Undefined where it was, or where nothing speaks of a heartbeat.
 */
export function whyRuleUnread(
  { rule, heartbeatContactPoint, otherHeartbeatContactPoints }: Connection,
  objects: Pick<GrafanaObjects, 'problems' | 'unseen'>
): GrafanaError | undefined {
  const isExpected = heartbeatContactPoint !== undefined || otherHeartbeatContactPoints.length > 0;
  return rule || !isExpected ? undefined : (objects.problems.rules ?? whyUnseen(heartbeatContactPoint, objects));
}
