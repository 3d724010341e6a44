/** A link that a mail scanner put around an address, by what it holds. `inside` is undefined where it cannot be read. */
export interface WrappedLink {
  inside: string | undefined;
}

/**
 * Recognises the links of mail scanners and search engines around an address: Safe Links of Outlook, URL Defense of
 * Proofpoint, Google, Barracuda; and Mimecast, which keeps the address to itself. The forms are their makers' own,
 * as they were seen in 2026.
 */
export function wrappedLink(text: string): WrappedLink | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const url = new URL(text);
  const read = SCANNERS.find(([host]) => host.test(url.hostname))?.[1];
  return read && { inside: read(url) };
}

type Read = (url: URL) => string | undefined;

const parameter =
  (...names: string[]): Read =>
  ({ searchParams }) =>
    names.map((name) => searchParams.get(name)).find((value) => value !== null && value !== '') ?? undefined;

/** Of an address in the second form `-` stands for `%` and `_` for `/`; the third keeps it as it is, between `__`. */
const urlDefense: Read = (url) => {
  const third = /\/v3\/__(.+)__;/.exec(url.href)?.[1];
  if (third !== undefined) {
    return third.includes('*') ? undefined : third.replace(/^(https?):\/(?!\/)/i, '$1://');
  }
  const given = parameter('u')(url);
  return url.pathname.startsWith('/v2/') && given !== undefined
    ? decode(given.replace(/-/g, '%').replace(/_/g, '/'))
    : given;
};

const SCANNERS: ReadonlyArray<readonly [RegExp, Read]> = [
  [/(^|\.)safelinks\.protection\.(outlook|office365)\.(com|us)$/, parameter('url')],
  [/^urldefense(\.proofpoint)?\.(com|us)$/, urlDefense],
  [/^(www\.)?google\.[a-z.]+$/, parameter('q', 'url')],
  [/^linkprotect\.cudasvc\.com$/, parameter('a')],
  [/\.mimecast(protect)?\.com$/, () => undefined],
];

/** Text with its percent-encoding taken off; as it is where that makes no sense. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
