import { namesTimings } from '../policies/namesTimings';
import type { NotificationPolicy } from '../policies/types';
import type { GrafanaPort, ReceiverInUse } from '../port/grafanaPort';
import type { ReceiverUse, ReceiverUses } from './alertRouting';

type RoutingPort = Pick<GrafanaPort, 'listReceiverUses' | 'readPolicies' | 'listTimeIntervals'>;

/**
 * Reads who uses which contact point, for all of them with two requests, and one more where a policy names mute or
 * active timings. What cannot be read is left unknown, so this never fails: where only the policies are shown, a contact
 * point that one names is in use, and of others nothing is known, because rules may choose it.
 *
 * @param now Grafana's clock, epoch milliseconds
 */
export async function readRouting(port: RoutingPort, now: number): Promise<ReceiverUses> {
  const [listed, read] = await Promise.all([port.listReceiverUses(), port.readPolicies()]);
  const receivers = new Map((listed.ok ? listed.value : []).map((receiver) => [receiver.name, receiver]));
  const root = read.ok ? read.value : undefined;
  const named = root && countedByReceiver(root);
  const shut = root && namesTimings(root) ? await shutPolicies(port, root, now) : undefined;
  const atRoot = root && receivers.get(root.receiver);
  return {
    useOf: (name) => useOf(receivers.get(name), named?.get(name), shut?.get(name), root?.receiver === name),
    defaultPolicy: atRoot && { receiver: atRoot.name, sends: atRoot.integrations > 0 },
  };
}

/** Which policies never send; without its code, as where timings cannot be read, of none this is said. */
async function shutPolicies(port: RoutingPort, root: NotificationPolicy, now: number) {
  const code = await import('./shutPolicies').catch(() => undefined);
  return code?.shutPolicies(port, root, now);
}

function useOf(listed: ReceiverInUse | undefined, named = 0, shut = 0, isDefault: boolean): ReceiverUse | undefined {
  const routes = Math.max(listed?.routes ?? 0, named) - shut;
  return listed?.rules !== undefined || routes > 0
    ? { routes, rules: listed?.rules ?? 0, isDefault, isShut: shut > 0 }
    : undefined;
}

/** How many policies name each contact point; one that names none takes that of the policy above. */
function countedByReceiver(policy: NotificationPolicy, counts = new Map<string, number>()): Map<string, number> {
  counts.set(policy.receiver, (counts.get(policy.receiver) ?? 0) + 1);
  policy.routes.forEach((route) => countedByReceiver(route, counts));
  return counts;
}
