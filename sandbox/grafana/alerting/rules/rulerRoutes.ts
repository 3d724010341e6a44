import { Hono, type Context, type MiddlewareHandler } from 'hono';

import { accessDenied } from '../../access';
import type { Alertmanager, GrafanaEnv } from '../../context';
import { jsonBody } from '../../requestBody';
import { empty, json } from '../http';
import type { RuleApiDeps } from './provisioningRoutes';
import type { StoredRule } from './rule';
import { changeProblem, readGroup, type WantedGroup } from './rulerChanges';
import { deedRefused, type RuleDeed } from './ruleRights';
import { wouldChange } from './ruleWriter';
import { rulerGroup, rulerGroups, rulerNode } from './rulerView';

const BASE = '/api/ruler/grafana/api/v1/rules';
const READ = 'all of alert.rules:read, folders:read';
const WRITE = `${READ}, any of alert.rules:write, alert.rules:create, alert.rules:delete`;
const DELETE = 'all of alert.rules:delete, alert.rules:read, folders:read';

/** The API of Grafana's own rule editor. Saving through it makes the Alertmanager load its configuration at once. */
export function rulerRoutes(deps: RuleApiDeps & { alertmanager: Alertmanager }): Hono<GrafanaEnv> {
  const { rules, folders, access } = deps;
  const app = new Hono<GrafanaEnv>();
  const folderOf = (c: Context<GrafanaEnv>) => c.req.param('folder') ?? '';

  /** Reading and, where there are some, one of these verbs. */
  function inFolder(permissions: string, verbs?: Array<RuleDeed['verb']>): MiddlewareHandler<GrafanaEnv> {
    return async (c, next) => {
      const isOpen = !verbs || verbs.some((verb) => access.may(c, folderOf(c), `alert.rules:${verb}`));
      if (!isOpen || !access.seesRules(c, folderOf(c))) {
        return accessDenied(permissions);
      }
      return folders.get(folderOf(c)) ? next() : json(404, { message: 'folder not found', status: 'not-found' });
    };
  }

  async function save(c: Context<GrafanaEnv>): Promise<Response> {
    const group = readGroup(await jsonBody(c), deps);
    if ('problem' in group) {
      return json(400, { message: group.problem });
    }
    const problem = changeProblem(group, folderOf(c), rules, deps);
    if (problem) {
      return json(400, { message: `failed to update rule group: ${problem}` });
    }
    return deedRefused(deps, c, deedsOf(folderOf(c), group)) ?? json(202, apply(c, group));
  }

  /** A rule that comes from another folder is made here and removed there. */
  function deedsOf(folderUid: string, { name, intervalSeconds, rules: wanted }: WantedGroup): RuleDeed[] {
    const stays = new Set(wanted.map(({ uid }) => uid));
    const changes = wanted.flatMap(({ uid, draft, editorSettings }, position): RuleDeed[] => {
      const place = { uid, folderUid, group: name, intervalSeconds, index: position + 1, editorSettings };
      const before = rules.get(uid ?? '');
      const receiver = draft.notificationSettings?.receiver;
      if (before && before.folderUid !== folderUid) {
        return [
          { folderUid: before.folderUid, verb: 'delete' },
          { folderUid, verb: 'create', receiver },
        ];
      }
      return wouldChange(rules, draft, { ...place, api: 'ruler', provenance: '' })
        ? [{ folderUid, verb: before ? 'write' : 'create', receiver }]
        : [];
    });
    const gone = rules.inGroup({ folderUid, name }).filter(({ uid }) => !stays.has(uid));
    return [...changes, ...gone.map((): RuleDeed => ({ folderUid, verb: 'delete' }))];
  }

  function apply(c: Context<GrafanaEnv>, group: WantedGroup) {
    const folderUid = folderOf(c);
    const gone = new Map(rules.inGroup({ folderUid, name: group.name }).map((rule) => [rule.uid, rule]));
    const touched: StoredRule[] = [];
    const created: string[] = [];
    const updated: string[] = [];
    group.rules.forEach((wanted, position) => {
      const before = wanted.uid === undefined ? undefined : rules.get(wanted.uid);
      gone.delete(wanted.uid ?? '');
      const { uid, editorSettings } = wanted;
      const { name, intervalSeconds } = group;
      const place = { uid, folderUid, group: name, intervalSeconds, index: position + 1, editorSettings };
      const rule = deps.write(wanted.draft, { ...place, api: 'ruler', provenance: '' }, c.get('user'));
      if (rule === before) {
        return;
      }
      touched.push(rule, ...(before ? [before] : []));
      (before ? updated : created).push(rule.uid);
    });
    const deleted = [...gone.keys()];
    deleted.forEach(rules.remove);
    if ([...touched, ...gone.values()].some(({ notificationSettings }) => notificationSettings)) {
      deps.alertmanager.loadConfiguration();
    }
    const isChanged = created.length + updated.length + deleted.length > 0;
    return {
      message: isChanged ? 'rule group updated successfully' : 'no changes detected in the rule group',
      ...(created.length > 0 && { created }),
      ...(updated.length > 0 && { updated }),
      ...(deleted.length > 0 && { deleted }),
    };
  }

  function remove(affected: StoredRule[]): Response {
    const free = affected.filter(({ provenance }) => provenance === '');
    if (affected.length > 0 && free.length === 0) {
      return json(400, {
        message: 'failed to delete rule group: request affects resources created via provisioning API',
      });
    }
    free.forEach(({ uid }) => rules.remove(uid));
    return json(202, { message: 'rules deleted' });
  }

  app.get(BASE, (c) => {
    const visible = new Map<string, StoredRule[]>();
    for (const rule of rules.all()) {
      if (access.seesRules(c, rule.folderUid)) {
        const title = folders.get(rule.folderUid)?.title ?? '';
        visible.set(title, [...(visible.get(title) ?? []), rule]);
      }
    }
    return json(200, Object.fromEntries([...visible].map(([title, members]) => [title, rulerGroups(members)])));
  });
  app.get('/api/ruler/grafana/api/v1/rule/:uid', (c) => {
    const rule = rules.get(c.req.param('uid'));
    if (rule && !access.seesRules(c, rule.folderUid)) {
      return accessDenied(READ);
    }
    return rule ? json(200, rulerNode(rule)) : empty(404);
  });
  app.get(`${BASE}/:folder`, inFolder(READ), (c) => {
    const groups = rulerGroups(rules.inFolder(folderOf(c)));
    return json(202, groups.length > 0 ? { [folders.get(folderOf(c))?.title ?? '']: groups } : {});
  });
  app.get(`${BASE}/:folder/:group`, inFolder(READ), (c) => {
    const members = rules.inGroup({ folderUid: folderOf(c), name: c.req.param('group') });
    return members.length > 0 ? json(202, rulerGroup(members)) : json(404, { message: 'rule group does not exist' });
  });
  app.post(`${BASE}/:folder`, inFolder(WRITE, ['write', 'create', 'delete']), save);
  app.delete(`${BASE}/:folder/:group`, inFolder(DELETE, ['delete']), (c) =>
    remove(rules.inGroup({ folderUid: folderOf(c), name: c.req.param('group') }))
  );
  app.delete(`${BASE}/:folder`, inFolder(DELETE, ['delete']), (c) => remove(rules.inFolder(folderOf(c))));
  return app;
}
