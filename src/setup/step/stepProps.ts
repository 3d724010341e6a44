import type { Connection } from '../../connection/ownership/connections';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import type { Endpoint } from '../../connection/model';
import type { GrafanaReading } from '../../connection/reading/reading';
import type { ReadingData } from '../../ui/reading/useReading';
import type { IrmIntegrations } from '../../ui/irm/useIrmIntegrations';
import type { Draft } from './draft';
import type { Journey } from './journey';

export type StepId = 'integration' | 'contact-point' | 'heartbeat' | 'verify';

/** Where a connection's endpoint comes from: chosen or created through IRM's API, or pasted. */
export type EndpointWay = 'irm' | 'paste';

/** What every step of the wizard is given. Clients, settings and rights come from `useServices()`. */
export interface StepProps {
  /** The connection as Grafana holds it; undefined until its first contact point exists. */
  connection: Connection | undefined;
  /**
   * The endpoint to connect: the connection's, that of the chosen integration, or the one that was pasted. In memory
   * only; after a reload that of the integration is read again, and a pasted one is gone.
   */
  endpoint: Endpoint | undefined;
  /** How the endpoint of this connection comes here. */
  way: EndpointWay;
  /** IRM's integrations for a new connection, read as far as they are needed. */
  integrations: IrmIntegrations;
  /** The integration that was chosen or created for a new connection through IRM's API. */
  chosen: IrmIntegration | undefined;
  setEndpoint(endpoint: Endpoint | undefined): void;
  /** What a person filled in and Grafana cannot hold. Never an endpoint or a token. */
  draft: Draft;
  setDraft(change: Partial<Draft>): void;
  /** What was seen of this connection in this browser session. */
  journey: Journey;
  note(change: Partial<Journey>): void;
  /** Whether messages are known to reach the integration: see `isProven`. */
  isProven: boolean | undefined;
  reading: GrafanaReading;
  /** The reading with what was seen before it. */
  data: ReadingData;
  /** Shows another step of this connection. */
  goTo(step: StepId): void;
}
