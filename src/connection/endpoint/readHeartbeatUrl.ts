import type { Endpoint } from '../model';
import { heartbeatUrl } from './integrationPath';
import { readAddress, type AddressProblem, type EndpointNote } from './readAddress';

/**
 * `alertAddress`: the address that takes alerts; a heartbeat sent there would open an alert group.
 * `otherIntegration`: the heartbeat of another integration than the one that takes the alerts. What sends to an address
 * belongs to that address's connection, so this one would have no heartbeat of its own.
 */
export type HeartbeatProblem = AddressProblem | 'alertAddress' | 'otherIntegration';

export type HeartbeatReading =
  | { ok: true; endpoint: Endpoint; url: string; notes: EndpointNote[] }
  | {
      ok: false;
      reason: HeartbeatProblem;
      /** The heartbeat address that was probably meant. */
      suggestion?: string;
    };

/** Told of the endpoint, or of no matter to a beat. */
const TOLD_BEFORE: readonly EndpointNote[] = ['unknownType', 'webhookType', 'thisMachine'];

/**
 * Reads what a person pasted as IRM's heartbeat address, the counterpart of `readEndpoint` for the heartbeat step.
 * `endpoint` is the connection's own; another type in the path is fine, because IRM does not look at it there
 * (oncall-2026-01/04-heartbeat-internal-api.json), another base or token is not.
 */
export function readHeartbeatUrl(text: string, endpoint: Endpoint): HeartbeatReading {
  const reading = readAddress(text);
  if (!reading.ok) {
    return reading;
  }
  const url = heartbeatUrl(reading.endpoint);
  if (!reading.isHeartbeat) {
    return { ok: false, reason: 'alertAddress', suggestion: url };
  }
  if (reading.endpoint.base !== endpoint.base || reading.endpoint.token !== endpoint.token) {
    return { ok: false, reason: 'otherIntegration', suggestion: heartbeatUrl(endpoint) };
  }
  // Whether the type fits Grafana's messages does not matter to a beat.
  const notes = reading.notes.filter((note) => !TOLD_BEFORE.includes(note));
  return { ok: true, endpoint: reading.endpoint, url, notes };
}
