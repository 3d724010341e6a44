import { Hono, type Context } from 'hono';

import type { Folders, GrafanaEnv, GrafanaVersion } from '../../context';
import { asObject, asText } from '../../requestBody';
import type { Evaluator } from '../evaluation/evaluator';
import type { FolderAccess } from '../folders/folderAccess';
import { json } from '../http';
import type { Matcher } from '../labels';
import type { StoredRule } from '../rules/rule';
import type { RuleStore } from '../rules/ruleStore';
import { ruleStatus } from './ruleStatus';

interface RuleStatusDeps {
  version: GrafanaVersion;
  rules: RuleStore;
  evaluator: Evaluator;
  folders: Folders;
  access: FolderAccess;
}

type Shown = ReturnType<typeof ruleStatus>;

/** Rule states by which a list can be narrowed, under the names that requests use for them. */
const STATES: Record<string, string> = {
  normal: 'inactive',
  inactive: 'inactive',
  alerting: 'firing',
  firing: 'firing',
};

function readMatchers(texts: string[] | undefined): Matcher[] {
  return (texts ?? []).map((text) => {
    const given = asObject(JSON.parse(text));
    return {
      name: asText(given.name),
      value: asText(given.value),
      isEqual: given.isEqual !== false,
      isRegex: given.isRegex === true,
    };
  });
}

function count(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function totalsOf(rules: Shown[]): Record<string, number> {
  return count(rules.flatMap(({ state, health }) => [state, ...(health === 'ok' ? [] : [health])]));
}

/** Names the group with which the next part of a list begins (docs/facts.md#rules); its form is ours. */
function tokenOf(members: StoredRule[] | undefined): string | undefined {
  const [rule] = members ?? [];
  return rule && Buffer.from(JSON.stringify([rule.folderUid, rule.group])).toString('base64url');
}

export function ruleStatusRoutes(deps: RuleStatusDeps): Hono<GrafanaEnv> {
  const { version, rules, evaluator, folders, access } = deps;
  const app = new Hono<GrafanaEnv>();

  /** 12.3 does not know the filters by rule, contact point and label; an unknown folder is no filter at all. */
  function selected(c: Context<GrafanaEnv>): StoredRule[] {
    const knowsAll = version !== '12.3.0';
    const visible = rules.all().filter(({ folderUid }) => access.seesRules(c, folderUid));
    const folder = c.req.query('folder_uid');
    const isKnownFolder = folder && folders.get(folder) && access.seesRules(c, folder);
    const uids = knowsAll ? c.req.queries('rule_uid') : undefined;
    const receiver = knowsAll ? c.req.query('receiver_name') : undefined;
    const [groups, names] = [c.req.queries('rule_group'), c.req.queries('rule_name')];
    return visible.filter(
      (rule) =>
        (!isKnownFolder || rule.folderUid === folder) &&
        (!uids || uids.includes(rule.uid)) &&
        (!receiver || rule.notificationSettings?.receiver === receiver) &&
        (!groups || groups.includes(rule.group)) &&
        (!names || names.includes(rule.title))
    );
  }

  function grouped(found: StoredRule[]): StoredRule[][] {
    const groups = new Map<string, StoredRule[]>();
    for (const rule of found) {
      const key = JSON.stringify([folders.get(rule.folderUid)?.title, rule.folderUid, rule.group]);
      const members = groups.get(key) ?? [];
      groups.set(key, members);
      members.push(rule);
    }
    const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([, members]) => members.sort((a, b) => a.index - b.index));
  }

  function shownGroup(members: StoredRule[], matchers: Matcher[], limitAlerts: number) {
    const [first] = members;
    const folderTitle = folders.get(first?.folderUid ?? '')?.title ?? '';
    const options = { folderTitle, matchers, limitAlerts };
    const shown = members.map((rule) => ruleStatus(rule, evaluator.instanceOf(rule.uid), options));
    const last = shown.at(-1);
    return {
      name: first?.group ?? '',
      file: folderTitle,
      folderUid: first?.folderUid ?? '',
      rules: shown,
      totals: totalsOf(shown),
      interval: first?.intervalSeconds ?? 0,
      lastEvaluation: last?.lastEvaluation,
      evaluationTime: last?.evaluationTime,
    };
  }

  app.get('/api/prometheus/grafana/api/v1/rules', (c) => {
    let matchers: Matcher[];
    try {
      matchers = readMatchers(c.req.queries('matcher'));
    } catch {
      return json(400, { status: 'error', errorType: 'bad_data', error: 'invalid character in matcher' });
    }
    const limitAlerts = Number(c.req.query('limit_alerts') ?? -1);
    const states = c.req.queries('state')?.map((state) => STATES[state] ?? state);
    const found = grouped(selected(c));
    const first = found.findIndex((members) => tokenOf(members) === c.req.query('group_next_token'));
    const all = found
      .slice(Math.max(first, 0))
      .map((members) => shownGroup(members, version === '12.3.0' ? [] : matchers, limitAlerts));
    const limit = Number(c.req.query('group_limit') ?? -1);
    const groupNextToken = limit >= 0 ? tokenOf(found[Math.max(first, 0) + limit]) : undefined;
    const groups = all
      .slice(0, limit >= 0 ? limit : undefined)
      .map((group) => ({ ...group, rules: group.rules.filter(({ state }) => !states || states.includes(state)) }))
      .filter((group) => group.rules.length > 0);
    const totals = limit < 0 && { totals: totalsOf(all.flatMap((group) => group.rules)) };
    return json(200, { status: 'success', data: { groups, ...totals, ...(groupNextToken && { groupNextToken }) } });
  });
  return app;
}
