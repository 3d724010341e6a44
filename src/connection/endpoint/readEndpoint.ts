import type { Endpoint } from '../model';
import { endpointUrl } from './integrationPath';
import { readAddress, type EndpointNote, type EndpointProblem } from './readAddress';

export type EndpointReading =
  | { ok: true; endpoint: Endpoint; url: string; notes: EndpointNote[] }
  | {
      ok: false;
      reason: EndpointProblem;
      /**
       * What was probably meant: the alert endpoint behind a heartbeat address, the address inside a command line or
       * sentence, the address with its scheme; for `browserAddress` the integration's page where the endpoint stands.
       */
      suggestion?: string;
    };

/**
 * Reads what a person pasted as IRM's HTTP endpoint `<base>/integrations/v1/<type>/<token>/`.
 * Mends what can be mended without guessing and says so in `notes`; everything else is a problem with, where there
 * is one, a suggestion. The rules of the address are IRM's (oncall-2026-01/06-alertmanager-delivery.json).
 */
export function readEndpoint(text: string): EndpointReading {
  const reading = readAddress(text);
  if (!reading.ok) {
    return reading;
  }
  const url = endpointUrl(reading.endpoint);
  if (reading.isHeartbeat) {
    return { ok: false, reason: 'heartbeatAddress', suggestion: url };
  }
  return { ok: true, endpoint: reading.endpoint, url, notes: reading.notes };
}
