import type { ContactPoints } from '../../context';
import { parseDuration } from '../duration';
import { BASE_INTERVAL_SECONDS, EXPRESSION_SOURCE, type RuleQuery } from './rule';
import type { RuleDraft } from './ruleInput';

const MAX_TITLE = 190;

/** What is wrong with a query, in Grafana's words. A range is needed by real queries only. */
export function queryProblem({ refId, datasourceUid, relativeTimeRange: { from, to } }: RuleQuery): string | undefined {
  if (datasourceUid === EXPRESSION_SOURCE || from > to) {
    return undefined;
  }
  const range = `[From: ${goSeconds(from)}, To: ${goSeconds(to)}]`;
  return `invalid alert query ${refId}: [alerting.alert-rule.invalidRelativeTime] Invalid alert rule query ${refId}: invalid relative time range ${range}`;
}

function goSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return `${hours ? `${hours}h` : ''}${minutes ? `${minutes % 60}m` : ''}${seconds % 60}s`;
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

export function settingsProblem({ notificationSettings }: RuleDraft): string | undefined {
  if (!notificationSettings) {
    return undefined;
  }
  const { receiver, group_interval, repeat_interval } = notificationSettings;
  if (!receiver) {
    return 'receiver must be specified';
  }
  if (group_interval !== undefined && parseDuration(group_interval) === 0) {
    return 'group interval must be greater than zero';
  }
  return repeat_interval !== undefined && parseDuration(repeat_interval) === 0
    ? 'repeat interval must be greater than zero'
    : undefined;
}

export function receiverProblem({ notificationSettings }: RuleDraft, contactPoints: ContactPoints): string | undefined {
  return notificationSettings && !contactPoints.hasReceiver(notificationSettings.receiver)
    ? `receiver ${notificationSettings.receiver} does not exist`
    : undefined;
}

export function titleProblem({ title }: RuleDraft): string | undefined {
  if (title === '') {
    return 'title is empty';
  }
  return title.length > MAX_TITLE ? `alert rule title is too long. Max length is ${MAX_TITLE}` : undefined;
}

export function isGroupInterval(seconds: number): boolean {
  return seconds > 0 && seconds % BASE_INTERVAL_SECONDS === 0;
}

/** The first thing wrong with a rule that comes through the provisioning API. */
export function provisioningProblem(draft: RuleDraft, contactPoints: ContactPoints): string | undefined {
  const title = titleProblem(draft);
  const detail =
    draft.data.map(queryProblem).find(Boolean) ?? settingsProblem(draft) ?? receiverProblem(draft, contactPoints);
  return (
    (title && `invalid alert rule: ${title}`) ?? conditionProblem(draft) ?? (detail && `invalid alert rule\n${detail}`)
  );
}
