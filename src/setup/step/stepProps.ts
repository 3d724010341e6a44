import type { Connection } from '../../connection/ownership/connections';
import type { Endpoint } from '../../connection/model';
import type { GrafanaReading } from '../../connection/reading/reading';
import type { ReadingData } from '../../ui/reading/useReading';
import type { Draft } from './draft';

export type StepId = 'integration' | 'endpoint' | 'contact-point' | 'heartbeat' | 'proof';

/** What every step of the wizard is given. Clients, settings and rights come from `useServices()`. */
export interface StepProps {
  /** The connection as Grafana holds it; undefined until its first contact point exists. */
  connection: Connection | undefined;
  /** The endpoint to connect: the connection's, or the one that was pasted. In memory only, gone after a reload. */
  endpoint: Endpoint | undefined;
  setEndpoint(endpoint: Endpoint | undefined): void;
  /** What a person filled in and Grafana cannot hold. Never an endpoint or a token. */
  draft: Draft;
  setDraft(change: Partial<Draft>): void;
  reading: GrafanaReading;
  /** The reading with what was seen before it. */
  data: ReadingData;
  /** Shows another step of this connection. */
  goTo(step: StepId): void;
}
