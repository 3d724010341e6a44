import type { GrafanaError } from '../connection/grafanaPort';
import { success, type Result } from '../connection/result';
import { requestJson } from './request';
import { folderCalls } from './folders';
import type { Transport } from './transport';
import { alertRulesIn, ruleGroupsByFolder, uidsInGroup, type PlacedRule } from './wire/ruleGroup';

export interface FolderRules {
  alertRules: PlacedRule[];
  /** Uids of all rules of a group, of whatever kind. */
  uidsIn(group: string): string[];
}

export const rulerPath = (folderUid: string) => `/api/ruler/grafana/api/v1/rules/${encodeURIComponent(folderUid)}`;

/**
 * The rules of one folder. A folder that does not exist holds none; Grafana answers 403 for it even to an Admin, so a
 * refusal is believed only when the folder itself can be seen.
 */
export async function readFolderRules(
  transport: Transport,
  folderUid: string
): Promise<Result<FolderRules, GrafanaError>> {
  const answer = await requestJson(transport, { method: 'GET', path: rulerPath(folderUid) }, ruleGroupsByFolder);
  if (answer.ok) {
    const groups = answer.value.value;
    return success({ alertRules: alertRulesIn(groups), uidsIn: (group) => uidsInGroup(groups, group) });
  }
  if (answer.error.reason === 'notFound') {
    return success(NO_RULES);
  }
  if (answer.error.reason === 'forbidden') {
    const folder = await folderCalls(transport).getFolder(folderUid);
    return folder.ok && folder.value === undefined ? success(NO_RULES) : answer;
  }
  return answer;
}

const NO_RULES: FolderRules = { alertRules: [], uidsIn: () => [] };
