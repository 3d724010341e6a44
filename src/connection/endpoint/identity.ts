import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { parseIntegrationUrl } from './integrationPath';
import type { Endpoint } from '../model';

/** Whether two endpoints are one IRM integration. Tokens and types count by case, hosts were lowered when read. */
export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return a.base === b.base && a.type === b.type && a.token === b.token;
}

/**
 * Short, stable name of a connection: 10 lowercase hexadecimal characters that do not reveal the token.
 * A hash in plain JavaScript, because `crypto.subtle` does not exist on pages served over plain http.
 */
export function connectionId(endpoint: Endpoint): string {
  const text = ['irm-connection', endpoint.base, endpoint.type, endpoint.token].join('\n');
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 10);
}

/**
 * Recognises the URL of a contact point as an IRM address, with or without the slash at its end.
 * Undefined for every other URL, also for one with credentials, query or fragment, which IRM never gives out.
 */
export function endpointOfUrl(url: string): { endpoint: Endpoint; isHeartbeat: boolean; works: boolean } | undefined {
  const parsed = parseIntegrationUrl(url.trim());
  return parsed && { endpoint: parsed.endpoint, isHeartbeat: parsed.isHeartbeat, works: parsed.hasSlash };
}
