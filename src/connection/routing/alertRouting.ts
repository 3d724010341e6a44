import type { Connection } from '../ownership/connections';
import { heartbeatsTo } from '../ownership/rules';
import { targetsOf } from '../ownership/targetsOf';
import type { GrafanaObjects } from '../reading/reading';

/** Who sends alerts to one contact point. */
interface ReceiverUse {
  /** Notification policies that name it and send at times at least, the default policy included. */
  routes: number;
  /** Alert rules that choose it themselves, of whatever folder. */
  rules: number;
  /** Uids of those that never send, by timings of their own; looked for only where no policy sends. */
  shutRules?: readonly string[] | undefined;
  /** Whether it is the contact point of the default policy. */
  isDefault: boolean;
  /** Whether policies name it that never send, because their mute or active timings hold everything back. */
  isShut: boolean;
}

/** How this Grafana uses its contact points, as far as it could be read. */
export interface ReceiverUses {
  /** By name; undefined for one of which it is not known. */
  useOf(name: string): ReceiverUse | undefined;
  /** The contact point of the default policy, and whether it has any integration; undefined when not known. */
  defaultPolicy: { receiver: string; sends: boolean } | undefined;
}

/** The default policy's contact point, where it has no integration: alerts that no other policy takes reach nobody. */
export const silentDefaultOf = (uses: ReceiverUses | undefined): string | undefined =>
  uses?.defaultPolicy?.sends === false ? uses.defaultPolicy.receiver : undefined;

/** Whether alerts are sent to a connection: the other half of whether they still get out. */
export type AlertRouting =
  | {
      kind: 'routed';
      policies: number;
      /** Undefined where it could not be read which of those that choose it are heartbeats or tests. */
      rules: number | undefined;
      isDefault: boolean;
    }
  /** `isShut`: policies or rules name it, and their mute or active timings never let an alert through. */
  | { kind: 'notRouted'; isShut: boolean }
  /** It could not be read; never a sign of trouble by itself. */
  | { kind: 'unknown' };

/**
 * Who sends alerts to the contact points of a connection. Its heartbeat contact point does not count, and nor do
 * heartbeats and tests, wherever they are routed to.
 */
export function alertRoutingOf(
  connection: Connection,
  uses: ReceiverUses | undefined,
  objects: Pick<GrafanaObjects, 'rules' | 'realAlertRules' | 'problems'>
): AlertRouting {
  let isKnown = uses !== undefined;
  const found = { policies: 0, rules: 0, isDefault: false };
  let isShut = false;
  for (const name of targetsOf(connection)) {
    const use = uses?.useOf(name);
    isKnown &&= use !== undefined;
    found.policies += use?.routes ?? 0;
    const tests = (objects.realAlertRules ?? []).filter(({ receiver }) => receiver === name);
    const others = [...heartbeatsTo(name, objects), ...tests];
    const shut = use?.shutRules?.filter((uid) => !others.some((rule) => rule.uid === uid)) ?? [];
    found.rules += Math.max(0, (use?.rules ?? 0) - others.length - shut.length);
    found.isDefault ||= use?.isDefault ?? false;
    isShut ||= use?.isShut || shut.length > 0;
  }
  const rules = found.rules > 0 && objects.problems.rules ? undefined : found.rules;
  if (found.policies > 0 || (rules ?? 0) > 0) {
    return { kind: 'routed', ...found, rules };
  }
  return isKnown && rules !== undefined ? { kind: 'notRouted', isShut } : { kind: 'unknown' };
}
