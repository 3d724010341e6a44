import type { GrafanaError } from '../connection/grafanaPort';
import type { Editability, HeartbeatRule } from '../connection/model';
import { failure, success, type Result } from '../connection/result';
import { requestJson, sendCommand } from './request';
import { readFolderRules, rulerPath, type FolderRules } from './folderRules';
import { editableHeader } from './provenance';
import type { Transport } from './transport';
import { evaluationOf, ruleGroupToProvisioning, ruleGroupToRuler, withMark } from './wire/heartbeatRule';
import { savedGroup } from './wire/ruleGroup';
import { evaluationToWire, type Evaluation } from './wire/scope';

type Written = Promise<Result<void, GrafanaError>>;

/**
 * Creates or replaces the rule's group, which holds this rule alone.
 *
 * The ruler API loads a new contact point at once (ruler.json), but refuses locked rules; the provisioning API is the
 * other way round. So an editable rule is saved through the first, a locked one through the second, and a rule that
 * changes sides goes through both. Whether the stored rule is locked is read just before, as is whether the group has
 * been filled by somebody else meanwhile: saving it would delete what is not ours.
 */
export async function writeRule(transport: Transport, rule: HeartbeatRule, editability: Editability): Written {
  const stored = await readFolderRules(transport, rule.folderUid);
  if (!stored.ok) {
    return stored;
  }
  if (stored.value.uidsIn(rule.group).some((uid) => uid !== rule.uid)) {
    const message = `the rule group ${rule.group} holds other rules, which saving it would delete`;
    return failure({ reason: 'changedMeanwhile', message, status: undefined });
  }
  const evaluation = evaluationFor(rule, stored.value);
  if (!evaluation) {
    const message = 'the rule whose query was to be kept is gone';
    return failure({ reason: 'changedMeanwhile', message, status: undefined });
  }
  const isLocked = Boolean(storedAlert(rule, stored.value)?.provenance);
  return save(transport, rule, evaluation, { isLocked, toBeLocked: editability === 'locked' });
}

async function save(
  transport: Transport,
  rule: HeartbeatRule,
  evaluation: Evaluation,
  { isLocked, toBeLocked }: { isLocked: boolean; toBeLocked: boolean }
): Written {
  if (isLocked && toBeLocked) {
    return saveLockable(transport, rule, rule.uid, evaluation, true);
  }
  if (isLocked) {
    const unlocked = await saveLockable(transport, withMark(rule), rule.uid, evaluation, false);
    return unlocked.ok ? asVoid(await saveEditable(transport, rule, evaluation)) : unlocked;
  }
  const saved = await saveEditable(transport, toBeLocked ? withMark(rule) : rule, evaluation);
  if (!saved.ok || !toBeLocked) {
    return asVoid(saved);
  }
  return saveLockable(transport, rule, saved.value, evaluation, true);
}

/** Saves through the ruler API; answers the rule's uid. */
async function saveEditable(
  transport: Transport,
  rule: HeartbeatRule,
  evaluation: Evaluation
): Promise<Result<string | undefined, GrafanaError>> {
  const body = ruleGroupToRuler(rule, evaluation);
  const saved = await requestJson(transport, { method: 'POST', path: rulerPath(rule.folderUid), body }, savedGroup);
  return saved.ok ? success(rule.uid ?? saved.value.value.created?.[0]) : saved;
}

/** Saves through the provisioning API, which can lock a rule and change and unlock a locked one. */
function saveLockable(
  transport: Transport,
  rule: HeartbeatRule,
  uid: string | undefined,
  evaluation: Evaluation,
  toBeLocked: boolean
): Written {
  if (!uid) {
    const message = 'Grafana did not tell which rule it created, so it stayed editable';
    return Promise.resolve(failure({ reason: 'unexpected', message, status: undefined }));
  }
  const path = `/api/v1/provisioning/folder/${encodeURIComponent(rule.folderUid)}/rule-groups/${encodeURIComponent(rule.group)}`;
  const body = ruleGroupToProvisioning(rule, uid, evaluation);
  return sendCommand(transport, { method: 'PUT', path, headers: editableHeader(!toBeLocked), body });
}

const storedAlert = (rule: HeartbeatRule, stored: FolderRules) =>
  stored.alertRules.find((placed) => placed.rule.grafana_alert.uid === rule.uid)?.rule.grafana_alert;

/** A scope of somebody else's making is kept as it is stored. */
function evaluationFor(rule: HeartbeatRule, stored: FolderRules): Evaluation | undefined {
  if (rule.scope.kind !== 'other') {
    return evaluationToWire(rule.scope);
  }
  const alert = storedAlert(rule, stored);
  return alert && evaluationOf(alert);
}

const asVoid = (result: Result<unknown, GrafanaError>): Result<void, GrafanaError> =>
  result.ok ? success(undefined) : result;
