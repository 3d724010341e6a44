import type { Endpoint } from '../model';

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

/** Takes a clean http(s) URL of an IRM integration apart; undefined for every other URL. */
export function parseIntegrationUrl(
  url: string
): { endpoint: Endpoint; isHeartbeat: boolean; hasSlash: boolean } | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return undefined;
  }
  const parsed = new URL(url);
  if (parsed.username || parsed.password || parsed.search || parsed.hash) {
    return undefined;
  }
  const path = parseIntegrationPath(parsed.pathname);
  return (
    path && {
      endpoint: { base: parsed.origin + path.prefix, type: path.type, token: path.token },
      isHeartbeat: path.isHeartbeat,
      hasSlash: path.hasSlash,
    }
  );
}

/** The address that takes alerts, with the slash that IRM insists on. */
export function endpointUrl(endpoint: Endpoint): string {
  return `${endpoint.base}/integrations/v1/${endpoint.type}/${endpoint.token}/`;
}

/**
 * The address that takes heartbeats. GET, HEAD and POST all count as a beat and arm IRM's monitor
 * (oncall-2026-01/04-heartbeat-internal-api.json): never open it to look at it.
 */
export function heartbeatUrl(endpoint: Endpoint): string {
  return `${endpointUrl(endpoint)}heartbeat/`;
}
