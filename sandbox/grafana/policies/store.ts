import type { GrafanaVersion, NotificationPolicy, Policies } from '../context';
import { defaultReceiver } from '../receivers/store';

export interface SavedPolicies {
  tree: NotificationPolicy;
  provenance: string;
}

export interface PolicyStore extends Policies {
  provenance(): string;
  set(tree: NotificationPolicy, provenance: string): void;
  reset(): void;
  /** Follows a renamed contact point. */
  renameReceiver(from: string, to: string): void;
  save(): SavedPolicies;
  load(saved: SavedPolicies): void;
}

export function createPolicyStore(version: GrafanaVersion): PolicyStore {
  const fresh = (): SavedPolicies => ({
    tree: { receiver: defaultReceiver(version).name, group_by: ['grafana_folder', 'alertname'] },
    provenance: '',
  });
  let current = fresh();

  return {
    tree: () => current.tree,
    provenance: () => current.provenance,
    set(tree, provenance) {
      current = { tree, provenance };
    },
    reset() {
      current = fresh();
    },
    renameReceiver(from, to) {
      current = { ...current, tree: renamed(current.tree, from, to) };
    },
    save: () => structuredClone(current),
    load(saved) {
      current = structuredClone(saved);
    },
  };
}

function renamed(policy: NotificationPolicy, from: string, to: string): NotificationPolicy {
  return {
    ...policy,
    ...(policy.receiver === from ? { receiver: to } : {}),
    ...(policy.routes ? { routes: policy.routes.map((child) => renamed(child, from, to)) } : {}),
  };
}
