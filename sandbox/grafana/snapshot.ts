import type { MuteTiming } from './muteTimings/store';
import type { SavedPeople } from './people/store';
import type { PluginSettings } from './plugin/settingsStore';
import type { SavedPolicies } from './policies/store';
import type { ProvisionedObjects } from './provisioned';
import type { StoredReceiver } from './receivers/store';

export interface Snapshot {
  format: 1;
  people: SavedPeople;
  receivers: StoredReceiver[];
  policies: SavedPolicies;
  /** Missing in what was saved before there were any. */
  muteTimings?: MuteTiming[];
  /** What lies in provisioning files; missing in what was saved before there were any. */
  files?: ProvisionedObjects[];
  plugin: PluginSettings | null;
  alerting: unknown;
}

/** Takes only what was written in this form; the parts trust what is inside. */
export function readSnapshot(saved: unknown): Snapshot {
  if ((saved as Partial<Snapshot> | null)?.format !== 1) {
    throw new Error('This is no saved state of the stand-in Grafana, or one of another version of it.');
  }
  return saved as Snapshot;
}
