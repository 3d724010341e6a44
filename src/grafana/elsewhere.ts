import * as v from 'valibot';
import type { ElsewherePort, FolderEntry, LocatedRule, RulePlace } from '../connection/port/elsewhere';
import type { AlertState, FolderRules, GrafanaError, GrafanaResult, Timed } from '../connection/port/grafanaPort';
import { mapResult, success, type Result } from '../connection/result';
import type { Transport } from '../transport/transport';
import { nextPart, REPEATED_PART } from './parts';
import { rulerPath, rulesPath } from './platform';
import { orNotServed, requestJson, requestList } from './request';
import { listRuleObjects } from './rules';
import type { Served } from './served';
import { alertFromWire, alertList } from './wire/alert';
import { foundRules, rulesFromWire } from './wire/alertRules';
import { heartbeatRuleFromWire } from './wire/heartbeatRule';
import { alertRulesIn, otherRulesIn, placedByItself, ruleGroup, ruleGroupsByFolder } from './wire/ruleGroup';
import { folderOf, placedRule, ruleObject } from './wire/ruleObject';
import { ungroupedName } from './wire/ungrouped';

/** Rules outside of the plugin's own folder, and folders to choose from. */
export function elsewhereCalls(
  transport: Transport,
  namespace: string,
  { rules }: Served
): Omit<ElsewherePort<FolderRules, Timed<AlertState[]>, GrafanaError>, 'isOwnFolderOnly'> {
  return {
    readRuleGroup: (folderUid, group) =>
      rules(async (api) => {
        if (api === 'ruler') {
          return readGroup(transport, folderUid, group);
        }
        const listed = await listRuleObjects(transport, namespace, folderUid);
        return mapResult(listed, (found) => ({
          ...EMPTY,
          rules: found.filter((rule) => rule.group === group || ungroupedName(rule.uid ?? '') === group),
        }));
      }),
    placeOfRule: (uid) =>
      rules((api) => (api === 'ruler' ? placeInRuler(transport, uid) : placeOfObject(transport, namespace, uid))),
    locateRules: (receivers) => locateRules(transport, receivers),
    alertsTo: (receivers) => alertsTo(transport, receivers),
    listFolders: (only) => listFolders(transport, only),
  };
}

async function readGroup(transport: Transport, folderUid: string, group: string): GrafanaResult<FolderRules> {
  const groups = await (NOT_IN_ADDRESSES.test(group)
    ? groupOfFolder(transport, folderUid, group)
    : groupByItself(transport, folderUid, group));
  return mapResult(groups, (found) => ({
    ...EMPTY,
    rules: alertRulesIn({ '': found }).map((placed) => heartbeatRuleFromWire(placed, folderUid)),
    otherRules: otherRulesIn({ '': found }, folderUid),
  }));
}

type Groups = Array<v.InferOutput<typeof ruleGroup>>;

/** Gateways decode slashes, after which none of Grafana's routes matches, and browsers resolve dots. */
const NOT_IN_ADDRESSES = /[/\\]|^\.{1,2}$/;

async function groupOfFolder(transport: Transport, folderUid: string, group: string): GrafanaResult<Groups> {
  const call = { method: 'GET', path: rulerPath(folderUid) } as const;
  const answer = await requestList(transport, call, ruleGroupsByFolder);
  return mapResult(answer, ({ value }) =>
    Object.values(value)
      .flat()
      .filter(({ name }) => name === group)
  );
}

async function groupByItself(transport: Transport, folderUid: string, group: string): GrafanaResult<Groups> {
  const path = `${rulerPath(folderUid)}/${encodeURIComponent(group)}`;
  const answer = await requestJson(transport, { method: 'GET', path }, ruleGroup);
  return !answer.ok && isGroupGone(answer.error)
    ? success([])
    : orNotServed(
        mapResult(answer, ({ value }) => [value]),
        { path }
      );
}

const EMPTY: FolderRules = { state: 'present', title: undefined, rules: [], otherRules: [] };

/** Grafana's own word that there is no such group (docs/facts.md#refusals). */
const isGroupGone = ({ reason, message }: GrafanaError) => reason === 'notFound' && /group.*not exist/i.test(message);

async function placeInRuler(transport: Transport, uid: string): GrafanaResult<RulePlace | undefined> {
  const path = `/api/ruler/grafana/api/v1/rule/${encodeURIComponent(uid)}`;
  const answer = await requestJson(transport, { method: 'GET', path }, placedByItself);
  return orNone(
    mapResult(answer, ({ value: { grafana_alert: alert } }) => ({
      uid,
      folderUid: alert.namespace_uid,
      group: alert.rule_group,
    }))
  );
}

async function placeOfObject(
  transport: Transport,
  namespace: string,
  uid: string
): GrafanaResult<RulePlace | undefined> {
  const path = `${rulesPath(namespace)}/${encodeURIComponent(uid)}`;
  const answer = await requestJson(transport, { method: 'GET', path }, ruleObject);
  return orNone(
    mapResult(answer, ({ value }) => ({ uid, folderUid: folderOf(value), group: placedRule(value).group.name }))
  );
}

/**
 * What Grafana says of a rule that is not there: nothing at all (the ruler API), or the app platform's words
 * (docs/facts.md#refusals). The 404 of something in front of Grafana has words of its own, and says nothing of the
 * rule.
 */
const isRuleGone = ({ reason, status, message, instead }: GrafanaError): boolean =>
  reason === 'notFound' && ((status === 404 && instead === 'noWords') || /^alertrules\..* not found$/i.test(message));

const orNone = <T>(answer: Result<T, GrafanaError>): Result<T | undefined, GrafanaError> =>
  !answer.ok && isRuleGone(answer.error) ? success(undefined) : answer;

async function locateRules(transport: Transport, receivers: readonly string[]): GrafanaResult<LocatedRule[]> {
  const found: LocatedRule[] = [];
  for (const receiver of receivers) {
    const walk = await walkRules(transport, receiver, receivers);
    if (!walk.ok || walk.value.sawAll) {
      return mapResult(walk, ({ located }) => located);
    }
    found.push(...walk.value.located);
  }
  return success(found);
}

interface Walk {
  located: LocatedRule[];
  /** The server knows no filter by contact point (12.3), so that all rules were seen. */
  sawAll: boolean;
}

/** Rule groups per answer. */
const GROUPS_AT_A_TIME = '100';

async function walkRules(
  transport: Transport,
  receiver: string,
  wanted: readonly string[]
): Promise<Result<Walk, GrafanaError>> {
  const walk: Walk = { located: [], sawAll: false };
  let after: string | undefined;
  do {
    const query = {
      group_limit: GROUPS_AT_A_TIME,
      limit_alerts: '0',
      receiver_name: receiver,
      ...(after !== undefined && { group_next_token: after }),
    };
    const path = '/api/prometheus/grafana/api/v1/rules';
    const answer = await requestList(transport, { method: 'GET', path, query }, foundRules);
    if (!answer.ok) {
      return answer;
    }
    for (const { direct, ...rule } of rulesFromWire(answer.value.value)) {
      walk.sawAll ||= direct?.receiver !== receiver;
      if (direct && wanted.includes(direct.receiver)) {
        const { uid, title, folderUid, folder, group } = rule;
        walk.located.push({ uid, title, folderUid, folder, group, ...direct });
      }
    }
    const next = nextPart(answer.value.value.data.groupNextToken, after);
    if (!next.ok) {
      return next;
    }
    after = next.value;
  } while (after !== undefined);
  return success(walk);
}

/** Names of contact points in one address, which servers take up to 8 kB long. */
const NAMES_AT_A_TIME = 30;

async function alertsTo(transport: Transport, receivers: readonly string[]): GrafanaResult<Timed<AlertState[]>> {
  const path = '/api/alertmanager/grafana/api/v2/alerts';
  const alerts: AlertState[] = [];
  let serverTime = 0;
  for (let from = 0; from < receivers.length; from += NAMES_AT_A_TIME) {
    const names = receivers.slice(from, from + NAMES_AT_A_TIME);
    const query = { receiver: names.map(escaped).join('|') };
    const answer = await requestList(transport, { method: 'GET', path, query }, alertList);
    if (!answer.ok) {
      return answer;
    }
    alerts.push(...answer.value.value.map(alertFromWire));
    ({ serverTime } = answer.value);
  }
  return success({ value: alerts, serverTime });
}

/** A name as a regular expression of Go's, which Alertmanager matches against whole names. */
const escaped = (name: string) => name.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');

/** Folders per answer. */
const FOLDERS_AT_A_TIME = 1000;

const foundFolders = v.array(
  v.looseObject({ uid: v.string(), title: v.optional(v.string(), ''), folderUid: v.nullish(v.string()) })
);

async function listFolders(transport: Transport, only: string | undefined): GrafanaResult<FolderEntry[]> {
  const folders: FolderEntry[] = [];
  for (let page = 1; ; page += 1) {
    const query = {
      type: 'dash-folder',
      limit: String(FOLDERS_AT_A_TIME),
      page: String(page),
      ...(only !== undefined && { dashboardUIDs: only }),
    };
    const answer = await requestList(transport, { method: 'GET', path: '/api/search', query }, foundFolders);
    if (!answer.ok) {
      return answer;
    }
    const { value } = answer.value;
    if (page > 1 && value.length > 0 && value[0]?.uid === folders[0]?.uid) {
      return REPEATED_PART;
    }
    folders.push(...value.map(({ uid, title, folderUid }) => ({ uid, title, parentUid: folderUid || undefined })));
    if (value.length < FOLDERS_AT_A_TIME) {
      return success(folders.filter(({ uid }) => only === undefined || uid === only));
    }
  }
}
