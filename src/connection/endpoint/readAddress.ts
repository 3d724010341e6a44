import type { Endpoint } from '../model';
import { cleanPaste, type PasteNote } from './cleanPaste';
import { endpointUrl, heartbeatUrl, mergeSlashes, parseIntegrationPath } from './integrationPath';
import { isLoopback, isThisMachine } from './isLoopback';
import { rememberToken } from './knownSecrets';
import { decode, wrappedLink } from './unwrapLink';

/** What was mended or is worth knowing about an endpoint that can be used. */
export type EndpointNote =
  | PasteNote
  /** The slash at the end was missing; IRM answers 404 without it. */
  | 'slashAdded'
  | 'slashesMerged'
  /** Alerts and the token travel unencrypted, and a redirect to https loses them. */
  | 'plainHttp'
  /** The host is the machine itself: that of Grafana, and inside of a container the container. */
  | 'thisMachine'
  /** Neither Alertmanager nor Webhook: IRM's templates of that type may not understand Grafana's messages. */
  | 'unknownType'
  /** Alert groups of the type Webhook never close with its default templates. */
  | 'webhookType'
  | 'queryDropped';

/** Why a text cannot be used as an endpoint. */
export type EndpointProblem =
  | 'empty'
  | 'schemeMissing'
  | 'schemeNotHttp'
  | 'notAnAddress'
  | 'commandLine'
  | 'severalAddresses'
  /** A link of a mail scanner, with the address inside. */
  | 'wrapped'
  /** The address is percent-encoded. */
  | 'encoded'
  | 'credentialsInAddress'
  | 'heartbeatAddress'
  | 'browserAddress'
  | 'apiAddress'
  | 'tokenMissing'
  /** The token holds characters that no token has: shortened, masked or a placeholder. */
  | 'tokenUnusable'
  | 'notAnIntegration';

/** Why a text is neither the address for alerts nor that for heartbeats. */
export type AddressProblem = Exclude<EndpointProblem, 'heartbeatAddress'>;

export type AddressReading =
  | { ok: true; endpoint: Endpoint; isHeartbeat: boolean; notes: EndpointNote[] }
  | { ok: false; reason: AddressProblem; suggestion?: string };

const MAX_LENGTH = 2000;
/** `https:/host` and `https:host`, which browsers would understand and Grafana would not. */
const HALF_A_SCHEME = /^(https?):\/?(?=[^/])/i;
/** Pasted into a field that was not empty: one address right behind the other. */
const TWO_IN_ONE = /^https?:\/\/[^?#]*https?:\/\//i;
/** The scheme or the path of an integration with its slashes encoded. */
const ENCODED = /^https?(%25)*%3a|%2fintegrations(%25)*%2fv1|\/integrations(%25)*%2fv1/i;
/** Types whose templates are made for what Grafana sends (oncall-2026-01/03b-types.json). */
const FITTING_TYPES = ['alertmanager', 'grafana_alerting'];

/**
 * Reads any address of an IRM integration, that for alerts or that for heartbeats; of a text its first 4,000 characters.
 * The token of an address that can be used is remembered for masking.
 */
export function readAddress(text: string): AddressReading {
  const paste = cleanPaste(text);
  if (paste.text === '') {
    return { ok: false, reason: 'empty' };
  }
  const problem = problemOfText(paste.text, paste.addresses);
  if (problem) {
    return { ok: false, reason: problem, ...suggest(suggestionFor(problem, paste.text, paste.addresses)) };
  }
  return readUrl(new URL(paste.text), paste.notes);
}

function problemOfText(text: string, addresses: string[]): AddressProblem | undefined {
  if (wrappedLink(text)) {
    return 'wrapped';
  }
  if (ENCODED.test(text) && !/\s/.test(text)) {
    return 'encoded';
  }
  if (/^[$>#]?\s*(curl|wget|iwr|invoke-\w+)(\s|\.exe|-)/i.test(text)) {
    return 'commandLine';
  }
  if (addresses.length > 1 || TWO_IN_ONE.test(text)) {
    return 'severalAddresses';
  }
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    if (HALF_A_SCHEME.test(text)) {
      return 'notAnAddress';
    }
    if (/^(mailto|tel|javascript|data|file|about):/i.test(text)) {
      return 'schemeNotHttp';
    }
    return addresses.length === 0 && looksLikeAddress(text) ? 'schemeMissing' : 'notAnAddress';
  }
  if (scheme !== 'http' && scheme !== 'https') {
    return 'schemeNotHttp';
  }
  return text.length > MAX_LENGTH || /\s/.test(text) || !URL.canParse(text) ? 'notAnAddress' : undefined;
}

/** A host with a dot or port, `localhost`, or anything with the path of an integration. */
function looksLikeAddress(text: string): boolean {
  return (
    /^(\/\/)?([\w-]+(\.[\w-]+)+|localhost|\[[0-9a-f:.]+\])(:\d+)?(\/|$)/i.test(text) ||
    /^\S+\/integrations\/v1\//.test(text)
  );
}

function suggestionFor(problem: AddressProblem, text: string, addresses: string[]): string | undefined {
  if (problem === 'wrapped') {
    return readableUrl(wrappedLink(text)?.inside);
  }
  if (problem === 'encoded') {
    return readableUrl(decode(text));
  }
  if (problem === 'schemeMissing') {
    const rest = text.replace(/^\/+/, '');
    const host = /^[^/:[]*|^\[[^\]]*\]/.exec(rest)?.[0].toLowerCase() ?? '';
    return readableUrl(`${isInside(host, rest) ? 'http' : 'https'}://${rest}`);
  }
  if (problem === 'notAnAddress' && HALF_A_SCHEME.test(text)) {
    return readableUrl(text.replace(HALF_A_SCHEME, '$1://'));
  }
  const [only] = addresses;
  return addresses.length === 1 && only !== text ? readableUrl(only) : undefined;
}

/** A bare name, an address of a network of one's own, or a port: what runs inside of a network mostly speaks http. */
const isInside = (host: string, rest: string): boolean =>
  isThisMachine(host) ||
  !host.includes('.') ||
  /^(10|192\.168|172\.(1[6-9]|2\d|3[01]))\./.test(host) ||
  /^[^/]+:(?!8?443(\/|$))\d+(\/|$)/.test(rest);

function readableUrl(text: string | undefined): string | undefined {
  const reading = readAddress(text ?? '');
  return reading.ok ? addressOf(reading) : undefined;
}

function readUrl(url: URL, pasteNotes: PasteNote[]): AddressReading {
  if (url.username || url.password) {
    return { ok: false, reason: 'credentialsInAddress' };
  }
  const pathname = mergeSlashes(url.pathname);
  const path = parseIntegrationPath(pathname);
  if (!path) {
    return problemOfPath(url, pathname);
  }
  const endpoint = { base: url.origin + path.prefix, type: path.type, token: path.token };
  rememberToken(endpoint.token);
  const notes: EndpointNote[] = [...pasteNotes];
  const add = (condition: boolean, note: EndpointNote) => condition && notes.push(note);
  add(!path.hasSlash, 'slashAdded');
  add(pathname !== url.pathname, 'slashesMerged');
  add(url.search !== '' || url.hash !== '', 'queryDropped');
  add(url.protocol === 'http:' && !isLoopback(url.hostname), 'plainHttp');
  add(isThisMachine(url.hostname), 'thisMachine');
  add(path.type === 'webhook', 'webhookType');
  add(path.type !== 'webhook' && !FITTING_TYPES.includes(path.type), 'unknownType');
  return { ok: true, endpoint, isHeartbeat: path.isHeartbeat, notes };
}

function problemOfPath(url: URL, pathname: string): AddressReading {
  const app = /^(.*\/a\/grafana-(?:oncall|irm)-app)(\/.*)?$/.exec(pathname);
  if (app) {
    const integration = /\/integrations\/([A-Z0-9]{4,})(\/|$)/.exec(app[2] ?? '')?.[1];
    return {
      ok: false,
      reason: 'browserAddress',
      ...suggest(integration && `${url.origin}${app[1]}/integrations/${integration}`),
    };
  }
  const rest = /\/integrations\/v1(\/.*)?$/.exec(pathname)?.[1];
  if (rest !== undefined || /\/integrations\/v1$/.test(pathname)) {
    const [, token = ''] = (rest ?? '').split('/').filter(Boolean);
    if (token === '' || token === 'heartbeat') {
      return { ok: false, reason: 'tokenMissing' };
    }
    return { ok: false, reason: /^[\w-]+$/.test(token) ? 'notAnIntegration' : 'tokenUnusable' };
  }
  if (/\/api\//.test(pathname)) {
    return { ok: false, reason: 'apiAddress' };
  }
  const isGrafanaPage = /\/a\/[\w-]+-app(\/|$)/.test(pathname) || /(^|\.)grafana\.(net|com)$/.test(url.hostname);
  return { ok: false, reason: isGrafanaPage ? 'browserAddress' : 'notAnIntegration' };
}

/** The address in its full form. */
const addressOf = (reading: { endpoint: Endpoint; isHeartbeat: boolean }) =>
  reading.isHeartbeat ? heartbeatUrl(reading.endpoint) : endpointUrl(reading.endpoint);

const suggest = (suggestion: string | undefined) => (suggestion === undefined ? {} : { suggestion });
