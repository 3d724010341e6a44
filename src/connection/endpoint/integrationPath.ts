import type { Endpoint } from '../model';
import { putBounded } from './boundedMap';
import { MAX_INPUT_LENGTH } from './cleanPaste';
import { MOST_ADDRESSES, rememberToken } from './knownSecrets';

const PATH = /^(.*)\/integrations\/v1\/([\w-]+)\/([\w-]+)(\/heartbeat)?(\/?)$/;

export interface IntegrationPath {
  /** Path in front of `/integrations/v1/`, without a slash at its end. */
  prefix: string;
  type: string;
  token: string;
  isHeartbeat: boolean;
  /** IRM answers 404 without the slash at the end (oncall-2026-01/06-alertmanager-delivery.json). */
  hasSlash: boolean;
}

/** Takes the path of an IRM integration apart; undefined when it is not one or lacks its token. */
export function parseIntegrationPath(pathname: string): IntegrationPath | undefined {
  const match = PATH.exec(pathname);
  if (!match) {
    return undefined;
  }
  const [, prefix = '', type = '', token = '', heartbeat, slash] = match;
  // `/integrations/v1/<type>/heartbeat/` is an address whose token got lost.
  if (token === 'heartbeat' && !heartbeat) {
    return undefined;
  }
  return { prefix, type, token, isHeartbeat: heartbeat !== undefined, hasSlash: slash === '/' };
}

/** A URL that stands somewhere in Grafana and names an IRM integration, in whatever spelling. */
export interface StoredAddress {
  endpoint: Endpoint;
  isHeartbeat: boolean;
  /** Whether it is spelled as the plugin would write it. */
  isExact: boolean;
  /**
   * Whether IRM takes what is sent there. It answers 404 to doubled slashes and without the slash at the end
   * (oncall-2026-01/06-alertmanager-delivery.json); Grafana sends to no address with blanks in it. A query, a
   * fragment, user information, capitals in the host and the default port do no harm.
   */
  works: boolean;
}

/** What a heartbeat's address has behind that for alerts. */
const BEATS = 'heartbeat/';

const addresses = new Map<string, StoredAddress>();

/**
 * Recognises a URL of an IRM integration and remembers its token for masking; undefined for every other URL. Each is
 * taken apart once, since a reading is asked for its addresses many times.
 */
export function parseIntegrationUrl(url: string): StoredAddress | undefined {
  const known = addresses.get(url);
  if (known) {
    return known;
  }
  const alerts = url.endsWith(BEATS) ? addresses.get(url.slice(0, -BEATS.length)) : undefined;
  const address = alerts?.isExact && !alerts.isHeartbeat ? { ...alerts, isHeartbeat: true } : parse(url);
  if (address) {
    rememberToken(address.endpoint.token);
    putBounded(addresses, url, address, MOST_ADDRESSES);
  }
  return address;
}

function parse(url: string): StoredAddress | undefined {
  const text = url.trim();
  if (text.length > MAX_INPUT_LENGTH || !/^https?:\/\/.*\/integrations/i.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const parsed = new URL(text);
  const path = parseIntegrationPath(mergeSlashes(parsed.pathname));
  if (!path) {
    return undefined;
  }
  const { isHeartbeat } = path;
  const endpoint = { base: parsed.origin + path.prefix, type: path.type, token: path.token };
  const isExact = url === (isHeartbeat ? heartbeatUrl(endpoint) : endpointUrl(endpoint));
  return {
    endpoint,
    isHeartbeat,
    isExact,
    works: isExact || (path.hasSlash && isSentAsItStands(url, parsed.pathname)),
  };
}

/** Whether the path is not one of those that only a browser would mend. */
function isSentAsItStands(url: string, pathname: string): boolean {
  const written = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1];
  return written === pathname && !pathname.includes('//') && !/[\s\\]/.test(url);
}

/** Makes doubled slashes of a path single. */
export const mergeSlashes = (pathname: string): string => pathname.replace(/\/{2,}/g, '/');

/** The address that takes alerts, with the slash that IRM insists on. */
export function endpointUrl(endpoint: Endpoint): string {
  return `${endpoint.base}/integrations/v1/${endpoint.type}/${endpoint.token}/`;
}

/**
 * The address that takes heartbeats. GET, HEAD and POST all count as a beat and arm IRM's monitor
 * (oncall-2026-01/04-heartbeat-internal-api.json): never open it to look at it.
 */
export function heartbeatUrl(endpoint: Endpoint): string {
  return endpointUrl(endpoint) + BEATS;
}
