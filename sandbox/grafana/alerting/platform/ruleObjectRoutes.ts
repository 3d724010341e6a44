import { Hono, type Context } from 'hono';

import type { GrafanaEnv } from '../../context';
import { shortUid } from '../../ids';
import { failure } from '../../platform/status';
import { asObject, asText, jsonBody, type JsonObject } from '../../requestBody';
import { parseDuration } from '../duration';
import { json } from '../http';
import type { RuleApiDeps } from '../rules/provisioningRoutes';
import type { StoredRule } from '../rules/rule';
import { readDraft, type RuleDraft } from '../rules/ruleInput';
import { isGroupInterval, provisioningProblem } from '../rules/ruleProblems';
import { ownGroup } from '../rules/ungrouped';
import { folderHidden, invalidRule, ruleExists, ruleNotFound, RULES_GROUP, verbRefused } from './ruleErrors';
import { provisioningForm, ruleObject } from './ruleObject';

const VERSION = 'v0alpha1';
const API_VERSION = `${RULES_GROUP}/${VERSION}`;
const BASE = `/apis/${RULES_GROUP}`;
const RULES = `${BASE}/${VERSION}/namespaces/default/alertrules`;

const RIGHTS = {
  get: 'alert.rules:read',
  create: 'alert.rules:create',
  update: 'alert.rules:write',
  delete: 'alert.rules:delete',
};

/** The newer rule API: one object per rule. In 12.4 it is there behind the toggle `kubernetesAlertingRules`. */
export function ruleObjectRoutes(deps: RuleApiDeps): Hono<GrafanaEnv> {
  const { rules, folders, access, version, contactPoints } = deps;
  const app = new Hono<GrafanaEnv>();
  const whole = (object: object) => ({ kind: 'AlertRule', apiVersion: API_VERSION, ...object });

  /** The rule of the address, or the answer to somebody who does not get it. */
  function found(c: Context<GrafanaEnv>, verb: keyof typeof RIGHTS): StoredRule | Response {
    const name = c.req.param('name') ?? '';
    if (!c.get('may')(RIGHTS[verb])) {
      return verbRefused(c.get('user').login, verb, name);
    }
    const rule = rules.get(name);
    if (!rule) {
      return ruleNotFound(name);
    }
    const isOpen = access.seesRules(c, rule.folderUid) && access.may(c, rule.folderUid, RIGHTS[verb]);
    return isOpen ? rule : folderHidden(version, rule.folderUid);
  }

  async function save(c: Context<GrafanaEnv>, body: JsonObject, name: string, before?: StoredRule): Promise<Response> {
    const spec = asObject(body.spec);
    const annotations = asObject(asObject(body.metadata).annotations);
    const folderUid = asText(annotations['grafana.app/folder']);
    const intervalSeconds = (parseDuration(asText(asObject(spec.trigger).interval)) ?? 0) / 1000;
    const draft = readDraft('provisioning', provisioningForm(spec));
    if (!draft) {
      return invalidRule(name, 'invalid duration');
    }
    const refused = refusal(draft, folderUid, intervalSeconds);
    if (refused) {
      return invalidRule(name, refused);
    }
    const right = before?.folderUid === folderUid ? RIGHTS.update : RIGHTS.create;
    if (!access.seesRules(c, folderUid) || !access.may(c, folderUid, right)) {
      return folderHidden(version, folderUid);
    }
    const problem = provisioningProblem(draft, deps);
    if (problem) {
      return failure({ code: 500, message: problem });
    }
    if (!before && rules.get(name)) {
      return ruleExists(name);
    }
    const group = before?.group ?? ownGroup(name);
    const provenance = asText(annotations['grafana.com/provenance']);
    const place = { uid: name, folderUid, group, intervalSeconds };
    const rule = deps.write(draft, { ...place, api: 'provisioning', provenance }, c.get('user'));
    return json(before ? 200 : 201, whole(ruleObject(rule, !before)));
  }

  function refusal(draft: RuleDraft, folderUid: string, intervalSeconds: number): string | undefined {
    if (!folderUid) {
      return 'folder is required';
    }
    if (!folders.get(folderUid)) {
      return `folder does not exist: ${folderUid}`;
    }
    if (!isGroupInterval(intervalSeconds, deps.tickSeconds)) {
      return `trigger interval must be a multiple of base evaluation interval (${deps.tickSeconds}s)`;
    }
    const receiver = draft.notificationSettings?.receiver;
    return receiver && !contactPoints.hasReceiver(receiver) ? `invalid notification receiver: ${receiver}` : undefined;
  }

  /** 12.4 ignores selectors, as recorded, and honours `limit`; 13 selects by label (docs/facts.md#the-app-platform). */
  function isSelected(c: Context<GrafanaEnv>, { folderUid }: StoredRule): boolean {
    const selector = c.req.query('labelSelector');
    return version !== '13.2.1' || !selector || selector === `grafana.app/folder=${folderUid}`;
  }

  function list(c: Context<GrafanaEnv>): Response {
    const key = ({ folderUid, group, index }: StoredRule) => JSON.stringify([folderUid, group, index]);
    const visible = rules
      .all()
      .filter((rule) => access.seesRules(c, rule.folderUid) && isSelected(c, rule))
      .sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const limit = Number(c.req.query('limit') ?? 0);
    const after = c.req.query('continue');
    const start = after ? visible.findIndex((rule) => token(rule) === after) + 1 : 0;
    const page = visible.slice(start, limit > 0 ? start + limit : undefined);
    const last = page.at(-1);
    const hasMore = last !== undefined && start + page.length < visible.length;
    return json(200, {
      kind: 'AlertRuleList',
      apiVersion: API_VERSION,
      metadata: hasMore ? { continue: token(last) } : {},
      items: page.map((rule) => ruleObject(rule)),
    });
  }

  app.get(BASE, () => {
    const shown = { groupVersion: API_VERSION, version: VERSION };
    return json(200, {
      kind: 'APIGroup',
      apiVersion: 'v1',
      name: RULES_GROUP,
      versions: [shown],
      preferredVersion: shown,
    });
  });
  app.get(RULES, list);
  app.get(`${RULES}/:name`, (c) => {
    const rule = found(c, 'get');
    return rule instanceof Response ? rule : json(200, whole(ruleObject(rule)));
  });
  app.post(RULES, async (c) => {
    const body = asObject(await jsonBody(c));
    const name = asText(asObject(body.metadata).name) || shortUid();
    return c.get('may')(RIGHTS.create) ? save(c, body, name) : verbRefused(c.get('user').login, 'create');
  });
  app.put(`${RULES}/:name`, async (c) => {
    const rule = found(c, 'update');
    return rule instanceof Response ? rule : save(c, asObject(await jsonBody(c)), rule.uid, rule);
  });
  app.delete(`${RULES}/:name`, (c) => {
    const rule = found(c, 'delete');
    if (rule instanceof Response) {
      return rule;
    }
    rules.remove(rule.uid);
    return json(200, whole(ruleObject(rule)));
  });
  return app;
}

function token({ folderUid, group, index, id }: StoredRule): string {
  return Buffer.from(JSON.stringify({ n: folderUid, g: group, i: index - 1, d: id })).toString('base64');
}
