import type { Silence } from '../port/grafanaPort';

const RULE_UID = '__alert_rule_uid__';
export const OF_INSTANCES = 'alert.instances:write';
export const OF_SILENCES = 'alert.silences:write';

/**
 * Names the permission that is missing to expire this silence, or without one any; empty when there is none missing.
 * Rights on silences count for those that are made for one rule, all others take rights on instances (Grafana's 403
 * names both; which counts for which: docs/facts.md#permissions).
 */
export function missingSilenceRights(
  granted: (action: string) => boolean,
  silence?: Pick<Silence, 'matchers'>
): string[] {
  const isOfRule = !silence || silence.matchers.some(({ name }) => name === RULE_UID);
  if (granted(OF_INSTANCES) || (isOfRule && granted(OF_SILENCES))) {
    return [];
  }
  return [isOfRule ? OF_SILENCES : OF_INSTANCES];
}
