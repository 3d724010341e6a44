import { sha256Of } from '../hash';
import { putBounded } from './boundedMap';
import { parseIntegrationUrl, type StoredAddress } from './integrationPath';
import type { Endpoint } from '../model';

const MOST_IDS = 4000;
const ids = new Map<string, string>();

/** Whether two endpoints are one IRM integration. Tokens and types count by case, hosts were lowered when read. */
export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  return a.base === b.base && a.type === b.type && a.token === b.token;
}

/**
 * Short, stable name of a connection: 10 lowercase hexadecimal characters that do not reveal the token.
 * A hash in plain JavaScript, because `crypto.subtle` does not exist on pages served over plain http; remembered for
 * the 4,000 endpoints that were asked for last, because every reading asks for all of them many times.
 */
export function connectionId(endpoint: Endpoint): string {
  const text = ['irm-connection', endpoint.base, endpoint.type, endpoint.token].join('\n');
  const known = ids.get(text);
  if (known !== undefined) {
    return known;
  }
  const id = sha256Of(text).slice(0, 10);
  putBounded(ids, text, id, MOST_IDS);
  return id;
}

/**
 * Recognises the URL of a contact point as an IRM address, in any spelling that names the same integration: doubled
 * slashes, none at the end, a query, a fragment, user information, capitals in the host, the default port, blanks
 * around it. Says whether it is spelled as the plugin would and whether IRM takes it as it stands.
 */
export function endpointOfUrl(url: string): StoredAddress | undefined {
  return parseIntegrationUrl(url);
}

/** Whether a stored address is one to send this connection's beats to, spelled as the plugin would write it. */
export function isHeartbeatUrlOf({ base, token }: Endpoint, url: string): boolean {
  const address = parseIntegrationUrl(url);
  return (
    address !== undefined &&
    address.isHeartbeat &&
    address.isExact &&
    address.endpoint.base === base &&
    address.endpoint.token === token
  );
}

/**
 * The first of `others` that is not this endpoint and still names the same integration: the same host and token, while
 * http stands beside https, or type or path in front differ. Only one of the two addresses can be the right one, or
 * both deliver every alert twice.
 */
export function nearTwin(endpoint: Endpoint, others: readonly Endpoint[]): Endpoint | undefined {
  return others.find(
    (other) =>
      other.token === endpoint.token && !sameEndpoint(other, endpoint) && looseHost(other) === looseHost(endpoint)
  );
}

function looseHost({ base }: Endpoint): string {
  const { hostname, port } = URL.canParse(base) ? new URL(base) : { hostname: base.toLowerCase(), port: '' };
  return `${hostname.replace(/\.$/, '')}:${port === '80' || port === '443' ? '' : port}`;
}
