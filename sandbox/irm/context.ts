import type { Clock } from '../clock';
import type { HeartbeatMonitor } from './heartbeats';
import type { FixedWindow } from './limits';
import type { Maintenances } from './maintenance';
import type { ApiToken } from './organization';
import type { Store } from './store';

/** What the parts of the stand-in share. */
export interface IrmContext {
  readonly clock: Clock;
  /** Where the stand-in is reached, without a slash at the end. */
  readonly baseUrl: string;
  /** Grafana's address as IRM knows it: the answer of `info`, and the base of links to alert groups. */
  readonly grafanaUrl: string;
  readonly apiTokens: readonly ApiToken[];
  /** The token of IRM's own plugin, for the internal API. */
  readonly pluginToken: string;
  /** From the answer to a delivery until its alert group can be seen. */
  readonly processingMs: number;
  readonly store: Store;
  readonly heartbeats: HeartbeatMonitor;
  readonly maintenances: Maintenances;
  readonly deliveryLimits: { integration: FixedWindow; organization: FixedWindow };
}
