/** Nothing in the authority that a browser and Go's `net/url` might read differently. */
const PLAIN_ADDRESS = /^https?:\/\/[^\s\\/@?#%]+(\/[^\s\\?#]*)?$/i;

/**
 * Whether two addresses lead to the same server: scheme, host and port are equal, the path does not matter. An address
 * that is empty or cannot be read leads nowhere known, so it is the same as no other.
 */
export function isSameOrigin(one: string, other: string): boolean {
  const origin = originOf(one);
  return origin !== undefined && origin === originOf(other);
}

function originOf(text: string): string | undefined {
  const address = text.trim();
  return PLAIN_ADDRESS.test(address) && URL.canParse(address) ? new URL(address).origin : undefined;
}
