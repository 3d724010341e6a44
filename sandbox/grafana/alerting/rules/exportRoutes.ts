import { Hono, type Context } from 'hono';

import type { Folders, GrafanaEnv } from '../../context';
import { dollarsDoubled } from '../../exports/dollars';
import { toYaml } from '../../exports/yaml';
import { formatDuration } from '../duration';
import { empty, json, namedError } from '../http';
import type { RuleApiDeps } from './provisioningRoutes';
import { mayProvision, needsAnyOf } from './ruleRights';
import type { RuleQuery, StoredRule } from './rule';
import { ruleGroupHcl } from './ruleHcl';

function exportedQuery({ refId, queryType, relativeTimeRange, datasourceUid, model }: RuleQuery) {
  const hasRange = relativeTimeRange.from !== 0 || relativeTimeRange.to !== 0;
  return {
    refId,
    ...(queryType && { queryType }),
    ...(hasRange && { relativeTimeRange }),
    datasourceUid,
    model,
  };
}

function exportedRule(rule: StoredRule) {
  const { uid, title, condition, noDataState, execErrState, annotations, labels, isPaused } = rule;
  return {
    uid,
    title,
    condition,
    data: rule.data.map(exportedQuery),
    noDataState,
    execErrState,
    ...(rule.pendingMs > 0 && { for: formatDuration(rule.pendingMs) }),
    ...(rule.keepFiringMs > 0 && { keepFiringFor: formatDuration(rule.keepFiringMs) }),
    ...(annotations && { annotations }),
    ...(labels && { labels }),
    isPaused,
    ...(rule.notificationSettings && { notification_settings: rule.notificationSettings }),
  };
}

/** Rules of one group; `folder` is its folder's title, which Grafana leaves out for a single rule. */
interface ExportedGroup {
  folder: string;
  rules: StoredRule[];
}

function fileForm(groups: ExportedGroup[]) {
  return {
    apiVersion: 1,
    groups: groups.map(({ folder, rules }) => ({
      orgId: 1,
      name: rules[0]?.group ?? '',
      folder,
      interval: formatDuration((rules[0]?.intervalSeconds ?? 0) * 1000),
      rules: rules.map(exportedRule),
    })),
  };
}

function exported(groups: ExportedGroup[], format: string | undefined): Response {
  const text = (body: string, type: string) => new Response(body, { headers: { 'Content-Type': type } });
  switch (format) {
    case 'json':
      return json(200, dollarsDoubled(fileForm(groups)));
    case 'hcl':
      return text(groups.map(({ rules }) => ruleGroupHcl(rules)).join('\n'), 'text/hcl');
    default:
      return text(toYaml(dollarsDoubled(fileForm(groups))), 'text/yaml');
  }
}

function grouped(rules: StoredRule[], folders: Folders): ExportedGroup[] {
  const groups = new Map<string, ExportedGroup>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.folderUid, rule.group]);
    const group = groups.get(key) ?? { folder: folders.get(rule.folderUid)?.title ?? '', rules: [] };
    groups.set(key, group);
    group.rules.push(rule);
  }
  return [...groups.values()];
}

/** Rules as files for provisioning: YAML, JSON or Terraform. */
export function ruleExportRoutes({ rules, folders, access }: RuleApiDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  const sees = (c: Context<GrafanaEnv>, folderUid: string) => mayProvision(c, 'read') || access.seesRules(c, folderUid);
  const mayRead = needsAnyOf('read', 'alert.rules:read, folders:read');

  app.get('/api/v1/provisioning/alert-rules/export', mayRead, (c) => {
    const [folder, group] = [c.req.queries('folderUid'), c.req.query('group')];
    const wanted = rules
      .all()
      .filter((rule) => sees(c, rule.folderUid))
      .filter((rule) => (!folder || folder.includes(rule.folderUid)) && (!group || rule.group === group));
    return wanted.length > 0 ? exported(grouped(wanted, folders), c.req.query('format')) : empty(404);
  });
  app.get('/api/v1/provisioning/alert-rules/:uid/export', mayRead, (c) => {
    const rule = rules.get(c.req.param('uid'));
    const isVisible = rule && sees(c, rule.folderUid);
    return isVisible ? exported([{ folder: '', rules: [rule] }], c.req.query('format')) : empty(404);
  });
  app.get('/api/v1/provisioning/folder/:folderUid/rule-groups/:group/export', mayRead, (c) => {
    const { folderUid, group } = c.req.param();
    const members = sees(c, folderUid) ? rules.inGroup({ folderUid, name: group }) : [];
    return members.length > 0
      ? exported(grouped(members, folders), c.req.query('format'))
      : namedError(404, 'alerting.alert-rule.notFound', 'NotFound');
  });
  return app;
}
