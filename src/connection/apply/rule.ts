import type { GrafanaError, GrafanaPort } from '../grafanaPort';
import type { Editability, HeartbeatRule } from '../model';
import { groupMates } from '../observed/connections';
import { isRuleAsPlanned, isRuleUntouched } from '../plan/rule';
import { success, type Result } from '../result';
import { changedMeanwhile, DONE, failed, confirmWrite, type StepResult } from './stepResult';

/** Calls again as long as Grafana's permissions lag behind a folder that was just created. */
export type RetryForbidden = <T>(call: () => Promise<Result<T, GrafanaError>>) => Promise<Result<T, GrafanaError>>;

/** Writes a rule whose group nobody else has touched since the plan was made. */
export async function writeRule(
  port: GrafanaPort,
  command: { rule: HeartbeatRule; editability: Editability; before: HeartbeatRule | undefined },
  retrying: RetryForbidden
): Promise<StepResult> {
  const { rule, before, editability } = command;
  const listed = await retrying(() => port.listRules(rule.folderUid));
  if (!listed.ok) {
    return failed(listed.error);
  }
  const present = find(listed.value, rule);
  if (groupMates({ ...rule, uid: present?.uid }, listed.value).some((other) => other !== present)) {
    return changedMeanwhile(`Other rules stand in the group "${rule.group}" meanwhile.`);
  }
  if (present && isRuleAsPlanned(present, rule)) {
    return DONE;
  }
  if (before ? !present || !isRuleUntouched(present, before) : present) {
    return changedMeanwhile(`The rule "${rule.title}" was ${present ? 'changed' : 'removed'} meanwhile.`);
  }
  const written = await retrying(() => port.writeRule(rule, editability));
  return confirmWrite(written, ['uidTaken', 'nameTaken', 'notFound', 'changedMeanwhile'], async () => {
    const again = await port.listRules(rule.folderUid);
    if (!again.ok) {
      return again;
    }
    const now = find(again.value, rule);
    return success(now !== undefined && isRuleAsPlanned(now, rule));
  });
}

/** Deletes a rule; others of its group stay. */
export async function deleteRule(port: GrafanaPort, rule: HeartbeatRule): Promise<StepResult> {
  const listed = await port.listRules(rule.folderUid);
  if (!listed.ok) {
    return listed.error.reason === 'notFound' ? DONE : failed(listed.error);
  }
  const present = find(listed.value, rule);
  if (!present) {
    return DONE;
  }
  return confirmWrite(await port.deleteRule(present), ['notFound'], async () => {
    const again = await port.listRules(rule.folderUid);
    return again.ok ? success(find(again.value, rule) === undefined) : again;
  });
}

/** By uid where it is known, else by its group. */
function find(rules: readonly HeartbeatRule[], { uid, group }: HeartbeatRule): HeartbeatRule | undefined {
  return rules.find((rule) => (uid === undefined ? rule.group === group : rule.uid === uid));
}
