import type { GrafanaPort } from '../connection/grafanaPort';
import type { HeartbeatRule } from '../connection/model';
import { failure, success } from '../connection/result';
import { sendCommand } from './request';
import { readFolderRules } from './folderRules';
import type { Transport } from './transport';
import { writeRule } from './writeRule';
import { heartbeatRuleFromWire } from './wire/heartbeatRule';

type RuleCalls = Pick<GrafanaPort, 'listRules' | 'writeRule' | 'deleteRule'>;

/** Heartbeat rules: read and written through the ruler API, locked and deleted through the provisioning API. */
export function ruleCalls(transport: Transport): RuleCalls {
  return {
    async listRules(folderUid) {
      const rules = await readFolderRules(transport, folderUid);
      return rules.ok
        ? success(rules.value.alertRules.map((placed) => heartbeatRuleFromWire(placed, folderUid)))
        : rules;
    },
    writeRule: (rule, editability) => writeRule(transport, rule, editability),
    deleteRule: (rule) => deleteRule(transport, rule),
  };
}

/**
 * Deletes by uid, whether locked or not, so that whatever else stands in the group stays. A rule that is gone counts
 * as deleted; it is looked for first, because 12.4 answers an Editor 500 for the deletion of an unknown uid.
 */
async function deleteRule(transport: Transport, { uid, folderUid }: Pick<HeartbeatRule, 'uid' | 'folderUid'>) {
  if (!uid) {
    return success(undefined);
  }
  const rules = await readFolderRules(transport, folderUid);
  if (!rules.ok) {
    return failure(rules.error);
  }
  if (!rules.value.alertRules.some(({ rule }) => rule.grafana_alert.uid === uid)) {
    return success(undefined);
  }
  return sendCommand(transport, {
    method: 'DELETE',
    path: `/api/v1/provisioning/alert-rules/${encodeURIComponent(uid)}`,
  });
}
