import { decodings, stripBlanks, withoutBlanks, type Decoded } from './decodings';
import { knownTokenAt, toLower } from './knownSecrets';

/** A stretch of the source that must not be shown, and what stands there in its place in front of an ellipsis. */
interface Cut {
  start: number;
  end: number;
  keep: string;
}

const TOKEN_IN_PATH = /(integrations\/+v1\/+[^/\s"'<>?#\\]+\/+)([^/\s"'<>?#\\]+)/gi;
const QUERY = /(integrations\/+v1\/+[^/\s"'<>?#\\]+(?:\/+[^/\s"'<>?#\\]+){1,3}\/*[?#])([^\s"'<>\\]+)/gi;
const USER_INFO = /(:\/+)([^/\s"'<>?#\\]+)@/g;
/** How much further a token may go on behind a blank, where the text is more than one address. */
const MOST_BREAKS = 2;

/**
 * Shortens the token of an IRM address so that it can be recognised but not used: at most its first 3 characters.
 * Of any other address only scheme and host are left, because other services hide secrets in their paths too.
 */
export function maskUrl(url: string): string {
  const trimmed = url.trim();
  const text = stripBlanks(trimmed);
  if (decodings(text).some((view) => new RegExp(TOKEN_IN_PATH).test(view.text))) {
    return maskUrlsIn(text);
  }
  if (!URL.canParse(trimmed)) {
    return trimmed === '' ? '' : '…';
  }
  const { protocol, host, pathname, search } = new URL(trimmed);
  return host === '' ? '…' : `${protocol}//${host}${pathname === '/' && search === '' ? '/' : '/…'}`;
}

/**
 * Shortens the token of every IRM address inside a longer text, for example of a server's error message, and takes
 * user names, passwords and queries out of addresses. An address counts in any spelling: escaped as JSON or in
 * percents, repeatedly, with doubled slashes, broken by blanks. A known token (`rememberToken`) is shortened wherever
 * it stands, in any case of its letters.
 */
export function maskUrlsIn(text: string): string {
  const views = decodings(text);
  const plainest = views[views.length - 1]?.text ?? text;
  const isOneAddress = /^[\s"'`<([]*https?:\/\//i.test(plainest) && plainest.match(/:\/\//g)?.length === 1;
  const cuts = views.flatMap((view) => {
    const compact = withoutBlanks(view);
    const address = isOneAddress ? compact : view;
    return [
      ...knownTokens(compact),
      ...tokensInPaths(compact, isOneAddress),
      ...matches(address, QUERY),
      ...matches(address, USER_INFO),
    ];
  });
  return render(text, cuts);
}

function knownTokens(view: Decoded): Cut[] {
  const lower = toLower(view.text);
  const cuts: Cut[] = [];
  for (let index = 0; index < lower.length; index++) {
    const length = knownTokenAt(lower, index);
    if (length > 0) {
      cuts.push(tokenCut(view, index, index + length));
    }
  }
  return cuts;
}

function tokensInPaths(view: Decoded, isOneAddress: boolean): Cut[] {
  return [...view.text.matchAll(TOKEN_IN_PATH)].flatMap((match) => {
    const start = match.index + (match[1]?.length ?? 0);
    const token = match[2] ?? '';
    const end = isShortened(token) ? start : endOfToken(view, start, start + token.length, isOneAddress);
    return end > start ? [tokenCut(view, start, end)] : [];
  });
}

/**
 * Where a token ends whose text was broken by blanks. In an address that stands alone it goes on behind them; in a
 * sentence only when what follows has the look of a token's rest, up to the next slash.
 */
function endOfToken(view: Decoded, start: number, end: number, isOneAddress: boolean): number {
  const breaks: number[] = [];
  for (let index = start + 1; index < end; index++) {
    if ((view.starts[index] ?? 0) > (view.ends[index - 1] ?? 0)) {
      breaks.push(index);
    }
  }
  const [first] = breaks;
  if (first === undefined) {
    return end;
  }
  const known = knownTokenAt(toLower(view.text.slice(start, end)), 0);
  if (known > 0) {
    return Math.max(first, start + known);
  }
  const looksLikeRest =
    breaks.length <= MOST_BREAKS && view.text.charAt(end) === '/' && /^[\w-]+$/.test(view.text.slice(start, end));
  return isOneAddress || looksLikeRest ? end : first;
}

function matches(view: Decoded, pattern: RegExp): Cut[] {
  return [...view.text.matchAll(pattern)].map((match) => {
    const start = match.index + (match[1]?.length ?? 0);
    return cutOf(view, start, start + (match[2]?.length ?? 0), '');
  });
}

/** A token that this module shortened itself. */
const isShortened = (token: string) => token.length <= 4 && token.endsWith('…');

const tokenCut = (view: Decoded, start: number, end: number) =>
  cutOf(view, start, end, view.text.slice(start, start + Math.min(3, (end - start) >> 1)));

const cutOf = (view: Decoded, start: number, end: number, keep: string): Cut => ({
  start: view.starts[start] ?? 0,
  end: view.ends[end - 1] ?? 0,
  keep,
});

function render(text: string, cuts: readonly Cut[]): string {
  const merged: Cut[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = merged[merged.length - 1];
    if (!last || cut.start >= last.end) {
      merged.push({ ...cut });
    } else {
      // The plainest layer comes last, and what it keeps reads best.
      last.keep = cut.start === last.start ? cut.keep : last.keep;
      last.end = Math.max(last.end, cut.end);
    }
  }
  let at = 0;
  const parts = merged.map(({ start, end, keep }) => {
    const part = `${text.slice(at, start)}${keep}…`;
    at = end;
    return part;
  });
  return parts.join('') + text.slice(at);
}
