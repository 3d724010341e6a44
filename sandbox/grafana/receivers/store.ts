import type { ContactPoints, GrafanaVersion, StoredIntegration } from '../context';

/** A contact point: its integrations and who made it, which decides what an Editor may see of it. */
export interface StoredReceiver {
  name: string;
  createdBy?: string;
  integrations: StoredIntegration[];
}

export interface ReceiverStore extends ContactPoints {
  receivers(): StoredReceiver[];
  receiver(name: string): StoredReceiver | undefined;
  integration(uid: string): StoredIntegration | undefined;
  /** Adds to the contact point of that name, or makes it. */
  add(integration: StoredIntegration, createdBy?: string): void;
  /** Moves it to another contact point when the name differs. */
  update(integration: StoredIntegration): void;
  remove(uid: string): void;
  /** Puts a whole contact point in the place of `name`. */
  replace(name: string, receiver: StoredReceiver): void;
  removeReceiver(name: string): void;
  save(): StoredReceiver[];
  load(saved: StoredReceiver[]): void;
}

const EMAIL: StoredReceiver = {
  name: 'grafana-default-email',
  integrations: [
    {
      uid: '',
      name: 'grafana-default-email',
      label: 'email receiver',
      type: 'email',
      settings: { addresses: '<example@email.com>' },
      disableResolveMessage: false,
      provenance: '',
    },
  ],
};

/** What a fresh Grafana has: up to 12.3 an email contact point that goes nowhere, later an empty one. */
export function defaultReceiver(version: GrafanaVersion): StoredReceiver {
  return version === '12.3.0' ? structuredClone(EMAIL) : { name: 'empty', integrations: [] };
}

export function createReceiverStore(version: GrafanaVersion): ReceiverStore {
  let receivers: StoredReceiver[] = [defaultReceiver(version)];

  const receiver = (name: string) => receivers.find((candidate) => candidate.name === name);
  const all = () => receivers.flatMap(({ integrations }) => integrations);
  const holding = (uid: string) =>
    receivers.find(({ integrations }) => integrations.some((integration) => integration.uid === uid));

  function add(integration: StoredIntegration, createdBy?: string) {
    const existing = receiver(integration.name);
    if (existing) {
      existing.integrations.push(integration);
    } else {
      receivers.push({ name: integration.name, createdBy, integrations: [integration] });
    }
  }

  function remove(uid: string) {
    for (const candidate of receivers) {
      candidate.integrations = candidate.integrations.filter((integration) => integration.uid !== uid);
    }
    receivers = receivers.filter(({ name, integrations }) => integrations.length > 0 || name === 'empty');
  }

  function update(integration: StoredIntegration) {
    const holder = holding(integration.uid);
    const index = holder?.integrations.findIndex(({ uid }) => uid === integration.uid) ?? -1;
    if (!holder || index < 0) {
      return;
    }
    if (holder.name === integration.name) {
      holder.integrations[index] = integration;
    } else if (holder.integrations.length === 1 && !receiver(integration.name)) {
      holder.name = integration.name;
      holder.integrations[0] = integration;
    } else {
      remove(integration.uid);
      add(integration, holder.createdBy);
    }
  }

  return {
    list: all,
    names: () => receivers.map(({ name }) => name),
    hasReceiver: (name) => receiver(name) !== undefined,
    receivers: () => receivers,
    receiver,
    integration: (uid) => all().find((integration) => integration.uid === uid),
    add,
    update,
    remove,
    replace(name, next) {
      const index = receivers.findIndex((candidate) => candidate.name === name);
      receivers.splice(index < 0 ? receivers.length : index, index < 0 ? 0 : 1, next);
    },
    removeReceiver(name) {
      receivers = receivers.filter((candidate) => candidate.name !== name);
    },
    save: () => structuredClone(receivers),
    load(saved) {
      receivers = structuredClone(saved);
    },
  };
}
