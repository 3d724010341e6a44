import { isSameOrigin } from './origin';

/** Which kind of token the plugin shows IRM: one of a Grafana Cloud service account, or a personal key of OnCall. */
export type IrmCredential = 'serviceAccount' | 'apiKey';

/** Where IRM's API is, and whom the token that goes there belongs to. */
export interface IrmPlace {
  /** Address of IRM's API without `/api/v1` and without a slash at the end; '' when the API is not set up. */
  apiUrl: string;
  credential: IrmCredential;
  /** Address of the Grafana Cloud stack that a service account token belongs to; '' for an API key. */
  stackUrl: string;
}

/** IRM's settings with the addresses that are stored for what a person pasted. */
export function addressesAsStored<T extends IrmPlace>(irm: T): T {
  const apiUrl = apiBase(irm.apiUrl);
  const hasStack = apiUrl !== '' && irm.credential === 'serviceAccount';
  return { ...irm, apiUrl, stackUrl: hasStack ? stackBase(irm.stackUrl) : '' };
}

/**
 * The address that the routes take: IRM shows it with or without `/api/v1`, which the routes bring along, and the
 * endpoint of an integration begins with it as well.
 */
export const apiBase = (address: string) =>
  withoutSlash(withoutBlanks(address).replace(/\/+(api|integrations)\/+v1(\/.*)?$/i, ''));

/** Where Grafana's pages begin below its root. */
const PAGES = /\/+(a|d|admin|alerting|connections|dashboards|explore|login|org|plugins|profile)(\/.*)?$/i;

/**
 * The root of a Grafana out of the address of any of its pages. IRM compares it letter by letter with the one it knows.
 * A stack of Grafana Cloud is never below a sub-path.
 */
export function stackBase(address: string): string {
  const text = withoutBlanks(address);
  if (!URL.canParse(text)) {
    return text;
  }
  const { protocol, host, pathname } = new URL(text);
  const isOnCloud = /\.grafana\.net$/.test(host);
  return withoutSlash(`${protocol}//${host}${isOnCloud ? '' : pathname.replace(PAGES, '')}`);
}

const withoutBlanks = (text: string) => text.replace(/\s+/g, '');

/**
 * Whether IRM's stored token would go on to where it was entered for: the same server, as the same kind, and, since IRM
 * shows a service account's token to the stack that is named beside it, the same stack.
 */
export function staysInPlace(before: IrmPlace, after: IrmPlace): boolean {
  const isSameStack = after.credential === 'apiKey' || isSameOrigin(before.stackUrl, after.stackUrl);
  return before.credential === after.credential && isSameStack && isSameOrigin(before.apiUrl, after.apiUrl);
}

/**
 * The routes of `plugin.json` put `/api/…` behind the address, and Grafana 12.4 answers a web page (404) for `//api/…`.
 * A provisioning file therefore has to name the address without a slash at its end.
 */
export function withoutSlash(address: string): string {
  return address.trim().replace(/\/+$/, '');
}
