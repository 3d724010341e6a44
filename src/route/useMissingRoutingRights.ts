import { useRights } from '../ui/data/useRights';

/** Each opens the door to the policies of 12.x by itself (docs/facts.md#permissions). */
const WAYS = [
  'alert.notifications:write',
  'alert.notifications.routes:write',
  'alert.notifications.provisioning:write',
  'alert.provisioning:write',
];

/**
 * Permissions that whoever acts lacks. From 13 on Grafana lets Editors at the policies by roles that the list of
 * permissions need not show, so there it is tried.
 */
export function useMissingRoutingRights(isRule: boolean): string[] {
  const { granted, doors } = useRights();
  if (isRule) {
    return granted('alert.rules:write') ? [] : ['alert.rules:write'];
  }
  return doors.takeReceiverRights || WAYS.some((action) => granted(action)) ? [] : WAYS.slice(0, 1);
}
