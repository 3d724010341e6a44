import type { NotificationPolicy } from '../policies/types';
import type { GrafanaPort, ReceiverInUse } from '../port/grafanaPort';
import type { ReceiverUse, ReceiverUses } from './alertRouting';

/**
 * Reads who uses which contact point, for all of them with two requests. What cannot be read is left unknown, so this
 * never fails: where only the policies are shown, a contact point that one names is in use, and of others nothing is
 * known, because rules may choose it.
 */
export async function readRouting(port: Pick<GrafanaPort, 'listReceiverUses' | 'readPolicies'>): Promise<ReceiverUses> {
  const [listed, read] = await Promise.all([port.listReceiverUses(), port.readPolicies()]);
  const receivers = new Map((listed.ok ? listed.value : []).map((receiver) => [receiver.name, receiver]));
  const root = read.ok ? read.value : undefined;
  const named = root && countedByReceiver(root);
  const atRoot = root && receivers.get(root.receiver);
  return {
    useOf: (name) => useOf(name, receivers.get(name), named, root?.receiver === name),
    defaultPolicy: atRoot && { receiver: atRoot.name, sends: atRoot.integrations > 0 },
  };
}

function useOf(
  name: string,
  listed: ReceiverInUse | undefined,
  named: ReadonlyMap<string, number> | undefined,
  isDefault: boolean
): ReceiverUse | undefined {
  const inPolicies = named?.get(name) ?? 0;
  if (listed?.rules !== undefined) {
    return { routes: Math.max(listed.routes ?? 0, inPolicies), rules: listed.rules, isDefault };
  }
  return inPolicies > 0 ? { routes: inPolicies, rules: 0, isDefault } : undefined;
}

/** How many policies name each contact point; one that names none takes that of the policy above. */
function countedByReceiver(policy: NotificationPolicy, counts = new Map<string, number>()): Map<string, number> {
  counts.set(policy.receiver, (counts.get(policy.receiver) ?? 0) + 1);
  policy.routes.forEach((route) => countedByReceiver(route, counts));
  return counts;
}
