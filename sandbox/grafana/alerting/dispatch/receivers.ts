import type { StoredIntegration } from '../../context';

/** The last attempt of one integration of the running Alertmanager; kept in memory only. */
interface DeliveryStatus {
  at: number;
  durationMs: number;
  error?: string;
}

export interface RunningIntegration {
  /** Names the integration in the notification log. */
  key: string;
  stored: StoredIntegration;
  status?: DeliveryStatus;
}

export interface RunningReceiver {
  name: string;
  integrations: RunningIntegration[];
}

/** The receivers that the Alertmanager runs: the contact points, and names that policies use without integrations. */
export function buildReceivers(stored: StoredIntegration[], alsoNamed: string[]): Map<string, RunningReceiver> {
  const receivers = new Map<string, RunningReceiver>(
    alsoNamed.map((name): [string, RunningReceiver] => [name, { name, integrations: [] }])
  );
  for (const integration of stored) {
    const { name, type } = integration;
    const receiver = receivers.get(name) ?? { name, integrations: [] };
    receivers.set(name, receiver);
    receiver.integrations.push({ key: `${name}/${type}/${receiver.integrations.length}`, stored: integration });
  }
  return receivers;
}
