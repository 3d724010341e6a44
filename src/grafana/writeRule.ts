import type { GrafanaError, GrafanaPort } from '../connection/port/grafanaPort';
import { isLocked, type HeartbeatRule } from '../connection/model';
import { failure, success, type Result } from '../connection/result';
import { editableHeader } from './provenance';
import { commandList, requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { orCannotLock, type NotificationApi, type RuleApi, type Served } from './served';
import { rulerPath, rulesPath } from './platform';
import { ruleGroupToProvisioning, ruleGroupToRuler, wireGroupOf, withMark } from './wire/heartbeatRuleToWire';
import { without } from './wire/heartbeatRule';
import { savedGroup } from './wire/ruleGroup';
import { ruleObject } from './wire/ruleObject';
import { ruleObjectFrom } from './wire/ruleObjectToWire';

/**
 * Heartbeat rules are written through the ruler API, locked and deleted through the provisioning API; where they are
 * gone, through the newer rule API.
 */
export function ruleWrites(
  transport: Transport,
  namespace: string,
  { rules, ruleDeletion }: Served
): Pick<GrafanaPort, 'writeRule' | 'deleteRule'> {
  return {
    writeRule: (rule, before, how) =>
      how?.isShared
        ? ruleDeletion((api) => saveAlone(transport, { namespace, api }, rule), { isRead: false })
        : rules((api) => writeRule(transport, { namespace, api }, rule, before), { isRead: false }),
    /** Deletes by uid, whether locked or not, so that whatever else stands in the group stays. */
    deleteRule: (uid) =>
      ruleDeletion((api) => {
        const path = api === 'provisioning' ? '/api/v1/provisioning/alert-rules' : rulesPath(namespace);
        return sendCommand(transport, { method: 'DELETE', path: `${path}/${encodeURIComponent(uid)}` });
      }),
  };
}

type Written = Promise<Result<void, GrafanaError>>;

/**
 * Creates or replaces the rule's group, which holds this rule alone; `before` is the rule as it was just read.
 *
 * The ruler API loads a new contact point at once (ruler.json), but refuses locked rules; the provisioning API is the
 * other way round. So an editable rule is saved through the first, a locked one through the second, and a rule that
 * changes sides goes through both, marked in between. Where the ruler API is gone, an editable rule is an object of its
 * own, and one that is to be locked needs the provisioning API alone.
 */
async function writeRule(
  transport: Transport,
  { namespace, api }: { namespace: string; api: RuleApi },
  rule: HeartbeatRule,
  before: HeartbeatRule | undefined
): Written {
  const wasLocked = before !== undefined && isLocked(before);
  const toBeLocked = isLocked(rule);
  const group = wireGroupOf(rule, before);
  const saveEditable = (editable: HeartbeatRule) =>
    api === 'ruler' ? saveGroup(transport, editable, group) : saveObject(transport, namespace, editable);
  if (wasLocked && toBeLocked) {
    return saveLockable(transport, rule, { uid: rule.uid, group, isLocked: true });
  }
  if (wasLocked) {
    const unlocked = await saveLockable(transport, withMark(rule), { uid: rule.uid, group, isLocked: false });
    return unlocked.ok ? asVoid(await saveEditable(rule)) : unlocked;
  }
  if (toBeLocked && api === 'platform') {
    return saveLockable(transport, rule, { uid: rule.uid ?? rule.group, group, isLocked: true });
  }
  const saved = await saveEditable(toBeLocked ? withMark(rule) : rule);
  if (!saved.ok || !toBeLocked) {
    return asVoid(saved);
  }
  return saveLockable(transport, rule, { uid: saved.value, group, isLocked: true });
}

/** Saves through the ruler API; answers the rule's uid. */
async function saveGroup(
  transport: Transport,
  rule: HeartbeatRule,
  group: string
): Promise<Result<string | undefined, GrafanaError>> {
  const body = ruleGroupToRuler(rule, group);
  if (!body) {
    return QUERY_GONE;
  }
  const saved = await requestJson(transport, { method: 'POST', path: rulerPath(rule.folderUid), body }, savedGroup);
  return saved.ok ? success(rule.uid ?? saved.value.value.created?.[0]) : saved;
}

/**
 * Saves a rule as an object. A new one is called like the group that it would have elsewhere, so that a second writer
 * meets the first one's; what a stored one has beyond the plan goes back as it came.
 */
async function saveObject(
  transport: Transport,
  namespace: string,
  rule: HeartbeatRule
): Promise<Result<string | undefined, GrafanaError>> {
  const group = ruleGroupToRuler(rule);
  if (!group) {
    return QUERY_GONE;
  }
  const name = rule.uid ?? rule.group;
  const path = rulesPath(namespace);
  const own = `${path}/${encodeURIComponent(name)}`;
  const read =
    rule.uid === undefined ? undefined : await requestJson(transport, { method: 'GET', path: own }, ruleObject);
  if (read && !read.ok && read.error.reason !== 'notFound') {
    return read;
  }
  const stored = read?.ok ? read.value.value : undefined;
  const body = ruleObjectFrom(group, { namespace, name, folderUid: rule.folderUid, ...(stored && { stored }) });
  const saved = stored
    ? await sendCommand(transport, { method: 'PUT', path: own, body })
    : await commandList(transport, { method: 'POST', path, body });
  return saved.ok ? success(name) : saved;
}

/**
 * Saves this rule alone, so that others of its group stay as they are; it stays locked or editable. One that is not there
 * goes into the group beside them.
 */
async function saveAlone(
  transport: Transport,
  { namespace, api }: { namespace: string; api: NotificationApi },
  rule: HeartbeatRule
): Written {
  if (api === 'platform') {
    return asVoid(await saveObject(transport, namespace, rule));
  }
  const { uid } = rule;
  const [body] = ruleGroupToProvisioning(rule, uid ?? '', wireGroupOf(rule, rule))?.rules ?? [];
  if (!body) {
    return QUERY_GONE;
  }
  const path = '/api/v1/provisioning/alert-rules';
  const headers = editableHeader(!isLocked(rule));
  return uid === undefined
    ? commandList(transport, { method: 'POST', path, headers, body: without(body, ['uid']) })
    : sendCommand(transport, { method: 'PUT', path: `${path}/${encodeURIComponent(uid)}`, headers, body });
}

/** Saves through the provisioning API, which can lock a rule and change and unlock a locked one. */
async function saveLockable(
  transport: Transport,
  rule: HeartbeatRule,
  how: { uid: string | undefined; group: string; isLocked: boolean }
): Written {
  if (!how.uid) {
    const message = 'Grafana did not tell which rule it created, so it stayed editable';
    return failure({ reason: 'unexpected', message, status: undefined });
  }
  const body = ruleGroupToProvisioning(rule, how.uid, how.group);
  if (!body) {
    return QUERY_GONE;
  }
  const path = `/api/v1/provisioning/folder/${encodeURIComponent(rule.folderUid)}/rule-groups/${encodeURIComponent(how.group)}`;
  const headers = editableHeader(!how.isLocked);
  return orCannotLock(await sendCommand(transport, { method: 'PUT', path, headers, body }));
}

const QUERY_GONE = failure<GrafanaError>({
  reason: 'changedMeanwhile',
  message: 'the rule whose query was to be kept is gone',
  status: undefined,
});

const asVoid = (result: Result<unknown, GrafanaError>): Result<void, GrafanaError> =>
  result.ok ? success(undefined) : result;
