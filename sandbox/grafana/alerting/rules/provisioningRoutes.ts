import { Hono, type Context } from 'hono';

import type { Folders, GrafanaEnv, GrafanaVersion } from '../../context';
import { wantedProvenance } from '../../provenance';
import { asText, jsonBody } from '../../requestBody';
import type { FolderAccess } from '../folders/folderAccess';
import { empty, json, namedError } from '../http';
import { provisionedRule, shownRule } from './provisionedView';
import { BAD_REQUEST, readDraft } from './ruleInput';
import { provisioningProblem, type Named } from './ruleProblems';
import type { RuleStore } from './ruleStore';
import { changeRefused, provenanceMismatch } from './ruleProvenance';
import { deedRefused, folderRefused, mayProvision, needsAnyOf, type RuleDeed } from './ruleRights';
import { wouldChange, type WriteRule } from './ruleWriter';

export interface RuleApiDeps extends Named {
  version: GrafanaVersion;
  rules: RuleStore;
  /** What intervals have to be multiples of. */
  tickSeconds: number;
  write: WriteRule;
  folders: Folders;
  access: FolderAccess;
}

export function provisioningRuleRoutes(deps: RuleApiDeps): Hono<GrafanaEnv> {
  const { rules, access, version } = deps;
  const app = new Hono<GrafanaEnv>();
  const base = '/api/v1/provisioning/alert-rules';
  const sees = (c: Context<GrafanaEnv>, folderUid: string) => mayProvision(c, 'read') || access.seesRules(c, folderUid);

  async function save(c: Context<GrafanaEnv>, uid: string | undefined): Promise<Response> {
    const body = await jsonBody(c);
    const draft = body && readDraft('provisioning', body);
    if (!draft) {
      return json(400, { message: BAD_REQUEST });
    }
    const [folderUid, group] = [asText(body.folderUID), asText(body.ruleGroup)];
    const receiver = draft.notificationSettings?.receiver;
    const refused = refusal(c, { folderUid, verb: uid === undefined ? 'create' : 'write', receiver });
    const problem = provisioningProblem(draft, deps);
    if (refused || problem) {
      return refused ?? json(400, { message: problem });
    }
    const isNew = uid === undefined;
    const wantedUid = isNew ? asText(body.uid) || undefined : uid;
    if (isNew && wantedUid !== undefined && rules.get(wantedUid)) {
      return conflict(wantedUid);
    }
    const place = { uid: wantedUid, folderUid, group };
    const how = { ...place, api: 'provisioning', provenance: wantedProvenance(c) } as const;
    const before = isNew ? undefined : rules.get(uid);
    // Administrators are asked for the right provenance even when nothing changes.
    const counts = mayProvision(c, 'write') || wouldChange(rules, draft, how);
    const locked = before && counts && changeRefused(before, how.provenance, version);
    if (locked) {
      return locked;
    }
    const rule = deps.write(draft, how, c.get('user'));
    if (!isNew) {
      // The provenance that was asked for, even where nothing was written (alert-rules.json, "then without provenance").
      return json(200, shownRule({ ...rule, provenance: how.provenance }));
    }
    return json(201, provisionedRule(rule, { ...rule, updated: new Date(rule.updated).toISOString() }));
  }

  function refusal(c: Context<GrafanaEnv>, deed: RuleDeed): Response | undefined {
    if (!deps.folders.get(deed.folderUid)) {
      return json(400, { message: 'invalid alert rule: folder does not exist' });
    }
    return mayProvision(c, 'write') ? undefined : deedRefused(deps, c, [deed]);
  }

  function conflict(uid: string): Response {
    const reason = 'UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid';
    const message = `Failed to save alert rule '${uid}' in organization 1 due to conflict: ${reason}`;
    return namedError(409, 'alerting.alert-rule.conflict', message, { Error: reason, OrgID: 1, RuleUID: uid });
  }

  app.get(base, needsAnyOf('read', 'alert.rules:read, folders:read'), (c) => {
    const visible = rules.all().filter((rule) => sees(c, rule.folderUid));
    return json(200, visible.map(shownRule));
  });
  app.get(`${base}/:uid`, needsAnyOf('read', 'alert.rules:read, folders:read'), (c) => {
    const rule = rules.get(c.req.param('uid'));
    if (!rule) {
      return empty(404);
    }
    return sees(c, rule.folderUid) ? json(200, shownRule(rule)) : folderRefused(version, rule.folderUid);
  });
  app.post(base, needsAnyOf('write', 'alert.rules:create, alert.provisioning.provenance:write'), (c) =>
    save(c, undefined)
  );
  app.put(`${base}/:uid`, needsAnyOf('write', 'alert.rules:write, alert.provisioning.provenance:write'), (c) => {
    const uid = c.req.param('uid');
    return rules.get(uid) ? save(c, uid) : empty(404);
  });
  app.delete(`${base}/:uid`, needsAnyOf('write', 'alert.rules:delete, alert.provisioning.provenance:write'), (c) => {
    const rule = rules.get(c.req.param('uid'));
    const refused =
      rule && !mayProvision(c, 'write') && deedRefused(deps, c, [{ folderUid: rule.folderUid, verb: 'delete' }]);
    if (refused) {
      return refused;
    }
    if (rule && rule.provenance !== '' && rule.provenance !== wantedProvenance(c)) {
      return provenanceMismatch(rule, wantedProvenance(c), 'delete');
    }
    rules.remove(c.req.param('uid'));
    return json(204, null);
  });
  return app;
}
