import { suggestContactPointName, suggestHeartbeatName } from './names';
import { heartbeatUrl } from '../endpoint/integrationPath';
import type { DesiredConnection, DesiredHeartbeat, Editability, Endpoint, ObservedObjects } from '../model';
import { connectionOf } from '../observed/connections';
import { desiredFrom } from '../observed/desiredFrom';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../timing/presets';

export interface ConnectionRequest {
  endpoint: Endpoint;
  /** What Grafana holds; objects that already point at the endpoint are adopted with their names and settings. */
  observed: ObservedObjects;
  /** Title of the integration in IRM, for the names. */
  title?: string;
  /** IRM's heartbeat interval in seconds; default 600. */
  interval?: number;
  /** Whether a heartbeat is proposed where there is none; default true. */
  withHeartbeat?: boolean;
  editability?: Editability;
}

/**
 * The connection to propose for an endpoint: new objects with free names, or the existing ones as they are.
 * The result is a starting point for forms; `planConnection` checks whatever a person makes of it.
 */
export function proposeConnection(request: ConnectionRequest): DesiredConnection {
  const { endpoint, observed, title = '', editability = 'editable', withHeartbeat = true } = request;
  const existing = connectionOf(endpoint, observed);
  const taken = observed.contactPointNames;
  const adopted = existing && desiredFrom(existing);
  const contactPoint =
    adopted && existing.alertContactPoint
      ? adopted.contactPoint
      : { name: suggestContactPointName(title, taken), maxAlerts: 0, sendResolved: true };
  return {
    endpoint,
    contactPoint,
    editability: adopted && existing.alertContactPoint ? adopted.editability : editability,
    heartbeat: adopted?.heartbeat ?? (withHeartbeat ? proposeHeartbeat(request, contactPoint.name) : undefined),
  };
}

/** The heartbeat to propose beside an alert contact point of the given name. */
export function proposeHeartbeat(
  { endpoint, observed, interval = DEFAULT_HEARTBEAT_INTERVAL }: ConnectionRequest,
  alertContactPointName: string
): DesiredHeartbeat {
  return {
    url: heartbeatUrl(endpoint),
    contactPointName: suggestHeartbeatName(alertContactPointName, observed.contactPointNames),
    interval,
    scope: { kind: 'alerting' },
    timing: proposeTiming(interval),
  };
}
