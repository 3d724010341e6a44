import { Hono, type Context, type MiddlewareHandler } from 'hono';

import { accessDenied, hasRole } from '../../access';
import type { Folders, GrafanaEnv, GrafanaVersion, OrgRole, SignedInUser } from '../../context';
import { wantedProvenance } from '../../provenance';
import { asText, jsonBody } from '../../requestBody';
import type { FolderAccess } from '../folders/folderAccess';
import { empty, json, namedError } from '../http';
import { provisionedRule, shownRule } from './provisionedView';
import { BAD_REQUEST, readDraft } from './ruleInput';
import { provisioningProblem, type Named } from './ruleProblems';
import type { RuleStore } from './ruleStore';
import { changeRefused, provenanceMismatch } from './ruleProvenance';
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

export function needsAnyOf(role: OrgRole, own: string): MiddlewareHandler<GrafanaEnv> {
  const kind = role === 'Viewer' ? 'read' : 'write';
  const secrets = role === 'Viewer' ? ', alert.provisioning.secrets:read' : '';
  const text = `any of alert.provisioning:${kind}, alert.rules.provisioning:${kind}${secrets}, all of ${own}`;
  return async (c, next) => (hasRole(c.get('user').role, role) ? next() : accessDenied(text));
}

/** The answer to somebody who may not see the folder of a rule. */
export function folderRefused(version: GrafanaVersion, folderUid: string, deed = 'access rules'): Response {
  const scope = `scopes:folders:uid:${folderUid}`;
  const inner = `all(action:alert.rules:read ${scope} action:folders:read ${scope})`;
  const permissions = version === '12.3.0' ? `all(${inner})` : inner;
  const message = `user is not authorized to ${deed} in folder '${folderUid}'`;
  return namedError(403, 'alerting.unauthorized', message, { permissions });
}

export function provisioningRuleRoutes(deps: RuleApiDeps): Hono<GrafanaEnv> {
  const { rules, access, version } = deps;
  const app = new Hono<GrafanaEnv>();
  const base = '/api/v1/provisioning/alert-rules';

  async function save(c: Context<GrafanaEnv>, uid: string | undefined): Promise<Response> {
    const body = await jsonBody(c);
    const draft = body && readDraft('provisioning', body);
    if (!draft) {
      return json(400, { message: BAD_REQUEST });
    }
    const user = c.get('user');
    const [folderUid, group] = [asText(body.folderUID), asText(body.ruleGroup)];
    const refused = refusal(folderUid, user);
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
    const counts = hasRole(user.role, 'Admin') || wouldChange(rules, draft, how);
    const locked = before && counts && changeRefused(before, how.provenance, version);
    if (locked) {
      return locked;
    }
    const rule = deps.write(draft, how, user);
    if (!isNew) {
      // The provenance that was asked for, even where nothing was written (alert-rules.json, "then without provenance").
      return json(200, shownRule({ ...rule, provenance: how.provenance }));
    }
    return json(201, provisionedRule(rule, { ...rule, updated: new Date(rule.updated).toISOString() }));
  }

  function refusal(folderUid: string, user: SignedInUser): Response | undefined {
    if (!deps.folders.get(folderUid)) {
      return json(400, { message: 'invalid alert rule: folder does not exist' });
    }
    return access.canSee(user, folderUid) ? undefined : folderRefused(version, folderUid, 'create alert rules');
  }

  function conflict(uid: string): Response {
    const reason = 'UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid';
    const message = `Failed to save alert rule '${uid}' in organization 1 due to conflict: ${reason}`;
    return namedError(409, 'alerting.alert-rule.conflict', message, { Error: reason, OrgID: 1, RuleUID: uid });
  }

  app.get(base, needsAnyOf('Viewer', 'alert.rules:read, folders:read'), (c) => {
    const visible = rules.all().filter((rule) => access.canSee(c.get('user'), rule.folderUid));
    return json(200, visible.map(shownRule));
  });
  app.get(`${base}/:uid`, needsAnyOf('Viewer', 'alert.rules:read, folders:read'), (c) => {
    const rule = rules.get(c.req.param('uid'));
    if (!rule) {
      return empty(404);
    }
    return access.canSee(c.get('user'), rule.folderUid)
      ? json(200, shownRule(rule))
      : folderRefused(version, rule.folderUid);
  });
  app.post(base, needsAnyOf('Editor', 'alert.rules:create, alert.provisioning.provenance:write'), (c) =>
    save(c, undefined)
  );
  app.put(`${base}/:uid`, needsAnyOf('Editor', 'alert.rules:write, alert.provisioning.provenance:write'), (c) => {
    const uid = c.req.param('uid');
    return rules.get(uid) ? save(c, uid) : empty(404);
  });
  app.delete(`${base}/:uid`, needsAnyOf('Editor', 'alert.rules:delete, alert.provisioning.provenance:write'), (c) => {
    const rule = rules.get(c.req.param('uid'));
    if (rule && !access.canSee(c.get('user'), rule.folderUid)) {
      return folderRefused(version, rule.folderUid, 'delete alert rules');
    }
    if (rule && rule.provenance !== '' && rule.provenance !== wantedProvenance(c)) {
      return provenanceMismatch(rule, wantedProvenance(c), 'delete');
    }
    rules.remove(c.req.param('uid'));
    return json(204, null);
  });
  return app;
}
