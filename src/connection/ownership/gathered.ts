import type { Endpoint, HeartbeatRule, Integration } from '../model';

/** What was found for one endpoint so far. */
export interface Gathered {
  endpoint: Endpoint;
  alerts: Integration[];
  heartbeats: Integration[];
  rules: HeartbeatRule[];
}
