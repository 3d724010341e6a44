import type { Endpoint } from '../model';
import { heartbeatUrl } from './integrationPath';
import { readAddress, type AddressProblem, type EndpointNote } from './readAddress';

/** `otherIntegration`: the heartbeat of another integration than the one that takes the alerts. */
export type HeartbeatNote = EndpointNote | 'otherIntegration';

/** `alertAddress`: the address that takes alerts; a heartbeat sent there would open an alert group. */
export type HeartbeatProblem = AddressProblem | 'alertAddress';

export type HeartbeatReading =
  | { ok: true; endpoint: Endpoint; url: string; notes: HeartbeatNote[] }
  | {
      ok: false;
      reason: HeartbeatProblem;
      /** The heartbeat address that was probably meant. */
      suggestion?: string;
    };

/**
 * Reads what a person pasted as IRM's heartbeat address, the counterpart of `readEndpoint` for the heartbeat step.
 * `endpoint` is the connection's own; another integration's heartbeat is accepted with a note.
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
  const isOther = url !== heartbeatUrl(endpoint);
  // Whether the type fits Grafana's messages does not matter to a beat.
  const notes = reading.notes.filter((note) => note !== 'unknownType' && note !== 'webhookType');
  return { ok: true, endpoint: reading.endpoint, url, notes: isOther ? [...notes, 'otherIntegration'] : notes };
}
