import type { Doors, Granted } from './granted';

/** Each opens the door to the policies of 12.x by itself (docs/facts.md#permissions). */
const WAYS = [
  'alert.notifications:write',
  'alert.notifications.routes:write',
  'alert.notifications.provisioning:write',
  'alert.provisioning:write',
];

const OF_RULES = 'alert.rules:write';

/**
 * Names what is missing to route alerts by policies, or (`isRule`) by one rule. From 13 on Grafana lets Editors at the
 * policies by roles that the list of permissions need not show, so there it is tried.
 */
export function missingRoutingRights(granted: Granted, doors: Doors, isRule: boolean): string[] {
  if (isRule) {
    return granted(OF_RULES) ? [] : [OF_RULES];
  }
  return doors.takeReceiverRights || WAYS.some((action) => granted(action)) ? [] : WAYS.slice(0, 1);
}
