import type { GrafanaVersion } from '../../context';
import { causes, failure } from '../../platform/status';

export const RULES_GROUP = 'rules.alerting.grafana.app';
const KIND = 'alertrules';

export function verbRefused(login: string, verb: string, name?: string): Response {
  const what = `${KIND}.${RULES_GROUP}${name === undefined ? '' : ` "${name}"`}`;
  return failure({
    code: 403,
    message: `${what} is forbidden: User "${login}" cannot ${verb} resource "${KIND}" in API group "${RULES_GROUP}" in the namespace "default"`,
    reason: 'Forbidden',
    details: { ...(name === undefined ? {} : { name }), group: RULES_GROUP, kind: KIND },
  });
}

/** What is wrong with a rule is said as 403. */
export function invalidRule(name: string, problem: string): Response {
  return failure({
    code: 403,
    message: `${KIND}.${RULES_GROUP} "${name}" is forbidden: ${problem}`,
    reason: 'Forbidden',
    details: { name, group: RULES_GROUP, kind: KIND },
  });
}

export function ruleNotFound(name: string): Response {
  return failure({
    code: 404,
    message: `${KIND}.${RULES_GROUP} "${name}" not found`,
    reason: 'NotFound',
    details: { name, group: RULES_GROUP, kind: KIND },
  });
}

export function ruleExists(name: string): Response {
  const reason = 'UNIQUE constraint failed: alert_rule.org_id, alert_rule.uid';
  return failure({
    code: 409,
    message: `Failed to save alert rule '${name}' in organization 1 due to conflict: ${reason}`,
    reason: 'Conflict',
    details: { uid: 'alerting.alert-rule.conflict', causes: causes({ Error: reason, RuleUID: name, OrgID: 1 }) },
  });
}

export function folderHidden(version: GrafanaVersion, folderUid: string): Response {
  const scope = `scopes:folders:uid:${folderUid}`;
  const inner = `all(action:alert.rules:read ${scope} action:folders:read ${scope})`;
  return failure({
    code: 403,
    message: `user is not authorized to access rules in folder '${folderUid}'`,
    reason: 'Forbidden',
    details: {
      uid: 'alerting.unauthorized',
      causes: causes({ permissions: version === '12.3.0' ? `all(${inner})` : inner }),
    },
  });
}
