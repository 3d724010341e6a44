import { connectionsOf } from '../ownership/connections';
import { targetsOf } from '../ownership/targetsOf';
import { namesTimings } from '../policies/namesTimings';
import type { NotificationPolicy } from '../policies/types';
import type { GrafanaPort } from '../port/grafanaPort';
import type { GrafanaReading } from '../reading/reading';
import type { ReceiverUses } from './alertRouting';
import type { shutWays as loadedShutWays } from './shutWays';

type RoutingPort = Pick<GrafanaPort, 'listReceiverUses' | 'readPolicies' | 'listTimeIntervals' | 'locateRules'>;

/**
 * Reads who uses which contact point, for all of them with two requests. One more, of the time intervals, is made where a
 * policy names some, or rules alone send to a connection; its rules are read only where one of these could hold back all
 * of their alerts. What cannot be read is left unknown, so this never fails: where only the policies are shown, a contact
 * point that one names is in use, and of others nothing is known, because rules may choose it.
 */
export async function readRouting(port: RoutingPort, reading: GrafanaReading): Promise<ReceiverUses> {
  const [listed, read] = await Promise.all([port.listReceiverUses(), port.readPolicies()]);
  const receivers = new Map((listed.ok ? listed.value : []).map((receiver) => [receiver.name, receiver]));
  const root = read.ok ? read.value : undefined;
  const named = root && countedByReceiver(root);
  const policiesOf = (name: string) => Math.max(receivers.get(name)?.routes ?? 0, named?.get(name) ?? 0);
  const targets = connectionsOf(reading)
    .flatMap(targetsOf)
    .filter((name) => receivers.get(name)?.rules);
  const isAsked = root && (namesTimings(root) || targets.some((name) => policiesOf(name) === 0));
  const shut = isAsked ? await shutWays(port, { root, policiesOf, targets }, reading.serverTime) : undefined;
  const atRoot = root && receivers.get(root.receiver);
  return {
    useOf(name) {
      const rules = receivers.get(name)?.rules;
      const shutPolicies = shut?.policies.get(name) ?? 0;
      const routes = policiesOf(name) - shutPolicies;
      return rules !== undefined || routes > 0
        ? {
            routes,
            rules: rules ?? 0,
            isDefault: root?.receiver === name,
            isShut: shutPolicies > 0,
            shutRules: shut?.rules.get(name),
          }
        : undefined;
    },
    defaultPolicy: atRoot && { receiver: atRoot.name, sends: atRoot.integrations > 0 },
  };
}

/** Without its code, as where timings cannot be read, no way is said to be shut. */
async function shutWays(...args: Parameters<typeof loadedShutWays>) {
  const code = await import('./shutWays').catch(() => undefined);
  return code?.shutWays(...args);
}

/** How many policies name each contact point; one that names none takes that of the policy above. */
function countedByReceiver(policy: NotificationPolicy, counts = new Map<string, number>()): Map<string, number> {
  counts.set(policy.receiver, (counts.get(policy.receiver) ?? 0) + 1);
  policy.routes.forEach((route) => countedByReceiver(route, counts));
  return counts;
}
