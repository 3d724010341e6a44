import type { FolderRules, FolderState, GrafanaPort, GrafanaResult } from '../connection/port/grafanaPort';
import { mapResult, success } from '../connection/result';
import { folderPath, isFolderGone } from './folders';
import { requestJson, sendCommand } from './request';
import type { Transport } from '../transport/transport';
import { folder } from './wire/folder';
import { heartbeatRuleFromWire } from './wire/heartbeatRule';
import { alertRulesIn, otherRulesIn, ruleGroupsByFolder } from './wire/ruleGroup';
import { rulerPath, writeRule } from './writeRule';

type RuleCalls = Pick<GrafanaPort, 'readFolderRules' | 'writeRule' | 'deleteRule'>;

/** Heartbeat rules: read and written through the ruler API, locked and deleted through the provisioning API. */
export function ruleCalls(transport: Transport): RuleCalls {
  return {
    readFolderRules: (folderUid) => readFolderRules(transport, folderUid),
    writeRule: (rule, before) => writeRule(transport, rule, before),
    /** Deletes by uid, whether locked or not, so that whatever else stands in the group stays. */
    deleteRule: (uid) =>
      sendCommand(transport, { method: 'DELETE', path: `/api/v1/provisioning/alert-rules/${encodeURIComponent(uid)}` }),
  };
}

/**
 * Rules of one folder, and whether it is there. The ruler answers 200 only for a folder that exists and may be seen;
 * its 403 stands for a missing folder, too (ruler.json; 12.4.0: "Access denied" for an Admin, the missing permissions
 * for others), so a refusal is looked at again from the folder's side.
 */
async function readFolderRules(transport: Transport, folderUid: string): GrafanaResult<FolderRules> {
  const answer = await readOnce(transport, folderUid);
  if (answer.ok || (answer.error.reason !== 'forbidden' && answer.error.reason !== 'notFound')) {
    return answer;
  }
  const found = await requestJson(transport, { method: 'GET', path: folderPath(folderUid) }, folder);
  if (found.ok) {
    // The folder can be seen and its rules cannot: a permission is missing, or another replica answered, which does not
    // know of a new folder yet. Asking once more also makes the number odd: two requests at a time would meet the same
    // two replicas in turn for ever.
    return readOnce(transport, folderUid);
  }
  if (isFolderGone(found.error)) {
    return empty('absent');
  }
  // Any other refusal has nothing to do with the folder, for example the proxy's.
  return found.error.reason === 'forbidden' && /folders:read/.test(found.error.message) ? empty('hidden') : found;
}

async function readOnce(transport: Transport, folderUid: string): GrafanaResult<FolderRules> {
  const answer = await requestJson(transport, { method: 'GET', path: rulerPath(folderUid) }, ruleGroupsByFolder);
  return mapResult(answer, ({ value: groups }) => ({
    state: 'present' as const,
    // Keyed by the folder's title, of which there is one.
    title: Object.keys(groups)[0],
    rules: alertRulesIn(groups).map((placed) => heartbeatRuleFromWire(placed, folderUid)),
    otherRules: otherRulesIn(groups, folderUid),
  }));
}

const empty = (state: FolderState) => success({ state, title: undefined, rules: [], otherRules: [] });
