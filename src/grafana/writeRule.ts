import type { GrafanaError } from '../connection/port/grafanaPort';
import { isLocked, type HeartbeatRule } from '../connection/model';
import { failure, success, type Result } from '../connection/result';
import { editableHeader } from './provenance';
import { requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { ruleGroupToProvisioning, ruleGroupToRuler, withMark } from './wire/heartbeatRule';
import { savedGroup } from './wire/ruleGroup';

type Written = Promise<Result<void, GrafanaError>>;

export const rulerPath = (folderUid: string) => `/api/ruler/grafana/api/v1/rules/${encodeURIComponent(folderUid)}`;

/**
 * Creates or replaces the rule's group, which holds this rule alone; `before` is the rule as it was just read.
 *
 * The ruler API loads a new contact point at once (ruler.json), but refuses locked rules; the provisioning API is the
 * other way round. So an editable rule is saved through the first, a locked one through the second, and a rule that
 * changes sides goes through both, marked in between.
 */
export async function writeRule(transport: Transport, rule: HeartbeatRule, before: HeartbeatRule | undefined): Written {
  const wasLocked = before !== undefined && isLocked(before);
  const toBeLocked = isLocked(rule);
  if (wasLocked && toBeLocked) {
    return saveLockable(transport, rule, rule.uid, true);
  }
  if (wasLocked) {
    const unlocked = await saveLockable(transport, withMark(rule), rule.uid, false);
    return unlocked.ok ? asVoid(await saveEditable(transport, rule)) : unlocked;
  }
  const saved = await saveEditable(transport, toBeLocked ? withMark(rule) : rule);
  if (!saved.ok || !toBeLocked) {
    return asVoid(saved);
  }
  return saveLockable(transport, rule, saved.value, true);
}

/** Saves through the ruler API; answers the rule's uid. */
async function saveEditable(
  transport: Transport,
  rule: HeartbeatRule
): Promise<Result<string | undefined, GrafanaError>> {
  const body = ruleGroupToRuler(rule);
  if (!body) {
    return QUERY_GONE;
  }
  const saved = await requestJson(transport, { method: 'POST', path: rulerPath(rule.folderUid), body }, savedGroup);
  return saved.ok ? success(rule.uid ?? saved.value.value.created?.[0]) : saved;
}

/** Saves through the provisioning API, which can lock a rule and change and unlock a locked one. */
async function saveLockable(
  transport: Transport,
  rule: HeartbeatRule,
  uid: string | undefined,
  toBeLocked: boolean
): Written {
  if (!uid) {
    const message = 'Grafana did not tell which rule it created, so it stayed editable';
    return failure({ reason: 'unexpected', message, status: undefined });
  }
  const body = ruleGroupToProvisioning(rule, uid);
  if (!body) {
    return QUERY_GONE;
  }
  const path = `/api/v1/provisioning/folder/${encodeURIComponent(rule.folderUid)}/rule-groups/${encodeURIComponent(rule.group)}`;
  return sendCommand(transport, { method: 'PUT', path, headers: editableHeader(!toBeLocked), body });
}

const QUERY_GONE = failure<GrafanaError>({
  reason: 'changedMeanwhile',
  message: 'the rule whose query was to be kept is gone',
  status: undefined,
});

const asVoid = (result: Result<unknown, GrafanaError>): Result<void, GrafanaError> =>
  result.ok ? success(undefined) : result;
