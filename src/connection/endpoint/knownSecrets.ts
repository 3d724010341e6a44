import { putBounded } from './boundedMap';

/** A shorter token could be an ordinary word, and masking it everywhere would spoil messages. */
const SHORTEST_KNOWN_TOKEN = 8;
/** Addresses that are remembered, alerts' and heartbeats'. */
export const MOST_ADDRESSES = 4000;
/** More, so that the token of an address that is remembered is still known when others were pasted since. */
const LIMIT = 6000;
/** Words of IRM's addresses. Pasted in the place of a token, also half typed, they must not vanish from all texts. */
const ORDINARY = [
  'alertmanager',
  'grafana_alerting',
  'formatted_webhook',
  'inbound_email',
  'integrations',
  'heartbeat',
];

const known = new Map<string, true>();
/** Tokens by their first characters, so that looking for them costs the same however many there are. */
const byStart = new Map<string, string[]>();

const NONE: readonly string[] = [];

const startOf = (text: string, index = 0) => text.slice(index, index + SHORTEST_KNOWN_TOKEN);

/**
 * Remembers the token of an address that was read or pasted, so that it can be masked where it stands alone. In memory
 * only: at most the 6,000 that were seen last, letters by either case, none below 8 characters and
 * no word of IRM's addresses.
 */
export function rememberToken(token: string): void {
  const lower = toLower(token);
  if (token.length < SHORTEST_KNOWN_TOKEN || ORDINARY.some((word) => word.startsWith(lower))) {
    return;
  }
  const isNew = !known.has(lower);
  const dropped = putBounded(known, lower, true, LIMIT);
  if (isNew) {
    byStart.set(startOf(lower), [...(byStart.get(startOf(lower)) ?? []), lower]);
  }
  for (const old of dropped) {
    const left = (byStart.get(startOf(old)) ?? []).filter((one) => one !== old);
    if (left.length > 0) {
      byStart.set(startOf(old), left);
    } else {
      byStart.delete(startOf(old));
    }
  }
}

/** Length of the longest known token that begins at `index` of a text in lower case (see `toLower`); 0 when none does. */
export function knownTokenAt(lowerText: string, index: number): number {
  let longest = 0;
  for (const token of byStart.get(startOf(lowerText, index)) ?? NONE) {
    if (token.length > longest && lowerText.startsWith(token, index)) {
      longest = token.length;
    }
  }
  return longest;
}

/** Lowers the letters that tokens have; unlike `toLowerCase` it never changes the length of a text. */
export function toLower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
