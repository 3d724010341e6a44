import type { ContactPoints, GrafanaVersion, TimeIntervals } from '../../context';
import { timesOf } from '../../receivers/usage';
import { formatGoSeconds, parseDuration } from '../duration';
import { EXPRESSION_SOURCE, type RuleQuery } from './rule';
import type { RuleDraft } from './ruleInput';

/** Of UTF-8. */
const MAX_TITLE_BYTES = 190;

/** What is wrong with a query, in Grafana's words. A range is needed by real queries only. */
export function queryProblem({ refId, datasourceUid, relativeTimeRange: { from, to } }: RuleQuery): string | undefined {
  if (datasourceUid === EXPRESSION_SOURCE || from > to) {
    return undefined;
  }
  const range = `[From: ${formatGoSeconds(from)}, To: ${formatGoSeconds(to)}]`;
  return `invalid alert query ${refId}: [alerting.alert-rule.invalidRelativeTime] Invalid alert rule query ${refId}: invalid relative time range ${range}`;
}

export function conditionProblem({ condition, data }: RuleDraft): string | undefined {
  if (data.length === 0) {
    return 'invalid alert rule: no queries or expressions are found';
  }
  if (!condition) {
    return 'invalid alert rule: condition cannot be empty';
  }
  const refIds = data.map(({ refId }) => refId);
  return refIds.includes(condition)
    ? undefined
    : `invalid alert rule: condition ${condition} does not exist, must be one of [${refIds.join(',')}]`;
}

export function settingsProblem({ notificationSettings }: RuleDraft, version: GrafanaVersion): string | undefined {
  if (!notificationSettings) {
    return undefined;
  }
  const { receiver, policy, group_interval, repeat_interval } = notificationSettings;
  if (!receiver && !(policy && version === '13.2.1')) {
    return 'receiver must be specified';
  }
  if (group_interval !== undefined && parseDuration(group_interval) === 0) {
    return 'group interval must be greater than zero';
  }
  return repeat_interval !== undefined && parseDuration(repeat_interval) === 0
    ? 'repeat interval must be greater than zero'
    : undefined;
}

/** What a rule may name. */
export interface Named {
  contactPoints: ContactPoints;
  timeIntervals: TimeIntervals;
}

export function referenceProblem({ notificationSettings }: RuleDraft, named: Named): string | undefined {
  const receiver = notificationSettings?.receiver;
  if (receiver && !named.contactPoints.hasReceiver(receiver)) {
    return `receiver ${receiver} does not exist`;
  }
  const unknown = timesOf(notificationSettings ?? {}).find((name) => !named.timeIntervals.has(name));
  return unknown === undefined ? undefined : `time interval ${unknown} does not exist`;
}

function isTooLong(title: string): boolean {
  return Buffer.byteLength(title) > MAX_TITLE_BYTES;
}

/** In the words of the ruler API. */
export function titleProblem({ title }: RuleDraft): string | undefined {
  if (title === '') {
    return 'alert rule title cannot be empty';
  }
  return isTooLong(title) ? `alert rule title is too long. Max length is ${MAX_TITLE_BYTES}` : undefined;
}

export function isGroupInterval(seconds: number, tickSeconds: number): boolean {
  return seconds > 0 && seconds % tickSeconds === 0;
}

/** The first thing wrong with a rule that comes through the provisioning API. */
export function provisioningProblem(draft: RuleDraft, deps: Named & { version: GrafanaVersion }): string | undefined {
  const detail =
    draft.data.map(queryProblem).find(Boolean) ?? settingsProblem(draft, deps.version) ?? referenceProblem(draft, deps);
  if (draft.title === '') {
    return 'invalid alert rule: title is empty';
  }
  const long = `invalid alert rule: name length should not be greater than ${MAX_TITLE_BYTES}`;
  return (
    conditionProblem(draft) ??
    (detail && `invalid alert rule\n${detail}`) ??
    (isTooLong(draft.title) ? long : undefined)
  );
}
