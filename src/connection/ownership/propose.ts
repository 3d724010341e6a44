import { PROPOSED_MAX_ALERTS } from '../desired/objects';
import { suggestContactPointName, suggestHeartbeatName } from '../desired/names';
import { heartbeatUrl } from '../endpoint/integrationPath';
import type { DesiredConnection, DesiredHeartbeat, Editability, Endpoint } from '../model';
import { contactPointNames, type GrafanaObjects } from '../reading/reading';
import { connectionOf } from './connections';
import { desiredFrom } from './desiredFrom';
import { DEFAULT_HEARTBEAT_INTERVAL, proposeTiming } from '../timing/presets';

export interface ConnectionRequest {
  endpoint: Endpoint;
  /** What Grafana holds; objects that already point at the endpoint are adopted with their names and settings. */
  objects: GrafanaObjects;
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
  const { endpoint, objects, title = '', editability = 'editable', withHeartbeat = true } = request;
  const existing = connectionOf(endpoint, objects);
  const taken = contactPointNames(objects);
  const adopted = existing && desiredFrom(existing, objects.evaluation);
  const contactPoint =
    adopted && existing.alertContactPoint
      ? adopted.contactPoint
      : { name: suggestContactPointName(title, taken), maxAlerts: PROPOSED_MAX_ALERTS, sendResolved: true };
  return {
    endpoint,
    contactPoint,
    editability: adopted && existing.alertContactPoint ? adopted.editability : editability,
    heartbeat: adopted?.heartbeat ?? (withHeartbeat ? proposeHeartbeat(request, contactPoint.name) : undefined),
  };
}

/** The heartbeat to propose beside an alert contact point of the given name. */
function proposeHeartbeat(
  { endpoint, objects, interval = DEFAULT_HEARTBEAT_INTERVAL }: ConnectionRequest,
  alertContactPointName: string
): DesiredHeartbeat {
  return {
    url: heartbeatUrl(endpoint),
    contactPointName: suggestHeartbeatName(alertContactPointName, contactPointNames(objects)),
    interval,
    scope: { kind: 'alerting' },
    timing: proposeTiming(interval, objects.evaluation),
  };
}
