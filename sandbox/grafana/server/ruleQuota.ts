import type { MiddlewareHandler } from 'hono';

import type { GrafanaEnv } from '../context';
import { asObject, jsonBody } from '../requestBody';

const RULER = /^\/api\/ruler\/grafana\/api\/v1\/rules\//;
const PROVISIONING = /^\/api\/v1\/provisioning\/alert-rules\/?$/;
const PLATFORM = /^\/apis\/rules\.alerting\.grafana\.app\/[^/]+\/namespaces\/[^/]+\/alertrules\/?$/;

/**
 * Refuses new rules once the organization has as many as `[quota] org_alert_rule` allows; those that are there can be
 * changed. Status and words: docs/facts.md#refusals.
 */
export function withinRuleQuota(limit: number, count: () => number): MiddlewareHandler<GrafanaEnv> {
  return async (c, next) => {
    const { method, path } = c.req;
    const mayCreate = method === 'POST' && (PROVISIONING.test(path) || PLATFORM.test(path) || RULER.test(path));
    if (!mayCreate || count() < limit) {
      return next();
    }
    const isNew = !RULER.test(path) || hasNewRule(await jsonBody(c));
    return isNew ? c.json({ message: 'quota has been exceeded' }, 403) : next();
  };
}

function hasNewRule(group: Record<string, unknown> | undefined): boolean {
  const rules = Array.isArray(group?.rules) ? group.rules : [];
  return rules.some((rule) => !asObject(asObject(rule).grafana_alert).uid);
}
