import type { GrafanaResult } from '../../connection/grafanaPort';
import { success } from '../../connection/result';
import type { FolderRules, FolderState } from '../../connection/statusPort';
import { requestJson } from '../request';
import { rulerPath } from '../folderRules';
import type { Transport } from '../transport';
import { folder } from '../wire/folder';
import { heartbeatRuleFromWire } from '../wire/heartbeatRule';
import { alertRulesIn, ruleGroupsByFolder } from '../wire/ruleGroup';

/**
 * Rules of one folder, and whether it is there. The ruler answers 200 only for a folder that exists and may be seen;
 * its 403 stands for a missing folder, too (ruler.json; 12.4.0: "Access denied" for an Admin, the missing permissions
 * for others), so a refusal is looked at again from the folder's side.
 */
export async function readFolderRules(transport: Transport, folderUid: string): GrafanaResult<FolderRules> {
  const answer = await requestJson(transport, { method: 'GET', path: rulerPath(folderUid) }, ruleGroupsByFolder);
  if (answer.ok) {
    const groups = answer.value.value;
    const rules = alertRulesIn(groups).map((placed) => heartbeatRuleFromWire(placed, folderUid));
    // Keyed by the folder's title, of which there is one.
    return success({ sight: 'present', title: Object.keys(groups)[0], rules });
  }
  const { reason } = answer.error;
  if (reason !== 'forbidden' && reason !== 'notFound') {
    return answer;
  }
  const path = `/api/folders/${encodeURIComponent(folderUid)}`;
  const found = await requestJson(transport, { method: 'GET', path }, folder);
  if (found.ok) {
    // The folder can be seen and its rules cannot: a permission is missing. Gone from the ruler alone: no rules.
    return reason === 'forbidden' ? answer : empty('present', found.value.value.title);
  }
  if (found.error.reason === 'notFound') {
    return empty('absent');
  }
  return found.error.reason === 'forbidden' ? empty('hidden') : found;
}

function empty(sight: FolderState, title?: string) {
  return success({ sight, title, rules: [] });
}
