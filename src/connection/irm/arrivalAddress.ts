import type { Endpoint } from '../model';

/** In what a contact point's address differs from the one that IRM gives for the integration; both have its token. */
export type AddressDifference = 'scheme' | 'host' | 'path' | 'type';

/**
 * Compares where a contact point sends with the address that IRM names. Undefined when they are one. A difference need
 * not be a fault (a proxy of one's own, a name for the inside), but is the first thing to look at when nothing arrives.
 */
export function addressDifference(sentTo: Endpoint, known: Endpoint | undefined): AddressDifference | undefined {
  if (!known || !URL.canParse(sentTo.base) || !URL.canParse(known.base)) {
    return undefined;
  }
  const [ours, theirs] = [new URL(sentTo.base), new URL(known.base)];
  if (ours.hostname === theirs.hostname && ours.protocol !== theirs.protocol) {
    return 'scheme';
  }
  if (ours.host !== theirs.host) {
    return 'host';
  }
  if (ours.pathname !== theirs.pathname) {
    return 'path';
  }
  return sentTo.type === known.type ? undefined : 'type';
}
