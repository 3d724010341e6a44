import type { FolderRules, FolderState, GrafanaPort, GrafanaResult } from '../connection/port/grafanaPort';
import { failure, mapResult, success } from '../connection/result';
import { folderPath, isFolderGone } from './folders';
import type { HeartbeatRule } from '../connection/model';
import { nextPart } from './parts';
import { rulerPath, rulesPath } from './platform';
import { orNotServed, requestJson, requestList } from './request';
import { isApiGone, type Served } from './served';
import type { Transport } from '../transport/transport';
import { folder } from './wire/folder';
import { heartbeatRuleFromWire } from './wire/heartbeatRule';
import { alertRulesIn, otherRulesIn, ruleGroupsByFolder } from './wire/ruleGroup';
import { FOLDER, folderOf, placedRule, ruleObjectList } from './wire/ruleObject';

/** Heartbeat rules, read through the ruler API; where that is gone, through the newer rule API. */
export function ruleCalls(
  transport: Transport,
  namespace: string,
  { rules }: Served
): Pick<GrafanaPort, 'readFolderRules'> {
  return {
    readFolderRules: (folderUid) =>
      rules((api) =>
        api === 'ruler' ? readFolderRules(transport, folderUid) : readRuleObjects(transport, namespace, folderUid)
      ),
  };
}

/**
 * Rules of one folder, and whether it is there. The ruler answers 200 only for a folder that exists and may be seen;
 * its 403 stands for a missing folder, too (ruler.json; 12.4.0: "Access denied" for an Admin, the missing permissions
 * for others), so a refusal is looked at again from the folder's side.
 */
async function readFolderRules(transport: Transport, folderUid: string): GrafanaResult<FolderRules> {
  const list = { path: rulerPath(folderUid) };
  const answer = await readSurely(transport, folderUid);
  if (!answer.ok && isApiGone(answer.error)) {
    return orNotServed(answer, list);
  }
  if (answer.ok || (answer.error.reason !== 'forbidden' && answer.error.reason !== 'notFound')) {
    return answer;
  }
  const place = { method: 'GET', path: folderPath(folderUid) } as const;
  const found = await requestJson(transport, place, folder);
  if (found.ok) {
    // The folder can be seen and its rules cannot: a permission is missing, or another replica answered, which does not
    // know of a new folder yet. Asking once more also makes the number odd: two requests at a time would meet the same
    // two replicas in turn for ever.
    return orNotServed(await readOnce(transport, folderUid), list);
  }
  if (isFolderGone(found.error)) {
    return empty('absent');
  }
  // Any other refusal has nothing to do with the folder, for example the proxy's.
  if (found.error.reason === 'forbidden' && /folders:read/.test(found.error.message)) {
    return empty('hidden');
  }
  // Says nothing of the ruler API, whatever it says of the folders'.
  return isApiGone(found.error) ? failure({ ...found.error, reason: 'unexpected' }) : orNotServed(found, place);
}

/** How many answers say that the ruler API is gone: that decides how rules are made from now on, so one is not enough. */
const SURE = 4;

async function readSurely(transport: Transport, folderUid: string, asked = 1): GrafanaResult<FolderRules> {
  const answer = await readOnce(transport, folderUid);
  return !answer.ok && isApiGone(answer.error) && asked < SURE ? readSurely(transport, folderUid, asked + 1) : answer;
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

/** Rules of one folder as objects of their own. The folder is asked for as well, because a list is empty without it, too. */
async function readRuleObjects(transport: Transport, namespace: string, folderUid: string): GrafanaResult<FolderRules> {
  const place = { method: 'GET', path: folderPath(folderUid) } as const;
  const found = await requestJson(transport, place, folder);
  if (!found.ok) {
    return isFolderGone(found.error)
      ? empty('absent')
      : found.error.reason === 'forbidden'
        ? empty('hidden')
        : orNotServed(found, place);
  }
  const listed = await listRuleObjects(transport, namespace, folderUid);
  return mapResult(listed, (rules) => ({
    state: 'present' as const,
    title: found.value.value.title,
    rules,
    otherRules: [],
  }));
}

/** The rules of one folder as objects; none of a folder that is not there or hidden. */
export async function listRuleObjects(
  transport: Transport,
  namespace: string,
  folderUid: string
): GrafanaResult<HeartbeatRule[]> {
  const rules: HeartbeatRule[] = [];
  let after: string | undefined;
  do {
    const query = {
      labelSelector: `${FOLDER}=${folderUid}`,
      limit: String(RULES_AT_A_TIME),
      ...(after !== undefined && { continue: after }),
    };
    const answer = await requestList(transport, { method: 'GET', path: rulesPath(namespace), query }, ruleObjectList);
    if (!answer.ok) {
      return answer;
    }
    const { items, metadata } = answer.value.value;
    const ours = items.filter((item) => folderOf(item) === folderUid);
    rules.push(...ours.map((item) => heartbeatRuleFromWire(placedRule(item), folderUid)));
    const next = nextPart(metadata?.continue, after);
    if (!next.ok) {
      return next;
    }
    after = next.value;
  } while (after !== undefined);
  return success(rules);
}

const RULES_AT_A_TIME = 500;

const empty = (state: FolderState) => success({ state, title: undefined, rules: [], otherRules: [] });
