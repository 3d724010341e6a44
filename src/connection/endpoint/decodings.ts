/** A text as it reads after decoding, with the place in the source that each of its characters came from. */
export interface Decoded {
  text: string;
  starts: readonly number[];
  ends: readonly number[];
}

/** Encoded more often than this, no program on the way would read it as an address any longer. */
const MOST_LAYERS = 6;
/** Percent-encoding, escapes of JSON and JavaScript (a slash behind any number of backslashes), references of HTML. */
const ESCAPE =
  /%([0-9a-f]{2})|\\{1,32}(?:u00([0-9a-f]{2})|u\{0{0,4}([0-9a-f]{2})\}|x([0-9a-f]{2})|([/nrt])|(\s))|&#(?:x0{0,4}([0-9a-f]{2})|0{0,4}(\d{2,3}));|&(sol);/gi;
const BLANK = /[\s\p{Cc}\p{Cf}\ufeff]/u;

/** The text as it stands, then with one layer of encoding after the other taken off. */
export function decodings(text: string): Decoded[] {
  let current = plain(text);
  const all = [current];
  for (let layer = 0; layer < MOST_LAYERS; layer++) {
    const next = decodeOnce(current);
    if (!next) {
      break;
    }
    all.push(next);
    current = next;
  }
  return all;
}

/** Leaves out blanks, line breaks and what nobody sees; characters that stood apart keep their places in the source. */
export function withoutBlanks({ text, starts, ends }: Decoded): Decoded {
  if (!BLANK.test(text)) {
    return { text, starts, ends };
  }
  const kept = [...Array(text.length).keys()].filter((index) => !BLANK.test(text.charAt(index)));
  return {
    text: kept.map((index) => text.charAt(index)).join(''),
    starts: kept.map((index) => starts[index] ?? 0),
    ends: kept.map((index) => ends[index] ?? 0),
  };
}

/** `withoutBlanks` for a text whose places do not matter. */
export const stripBlanks = (text: string): string => text.replace(new RegExp(BLANK, 'gu'), '');

function plain(text: string): Decoded {
  const starts = Array.from({ length: text.length }, (_, index) => index);
  return { text, starts, ends: starts.map((index) => index + 1) };
}

function decodeOnce(source: Decoded): Decoded | undefined {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const keepUntil = (end: number) => {
    parts.push(source.text.slice(at, end));
    for (; at < end; at++) {
      starts.push(source.starts[at] ?? 0);
      ends.push(source.ends[at] ?? 0);
    }
  };
  for (const match of source.text.matchAll(ESCAPE)) {
    const character = characterOf(match);
    if (character === undefined) {
      continue;
    }
    keepUntil(match.index);
    parts.push(character);
    starts.push(source.starts[at] ?? 0);
    at += match[0].length;
    ends.push(source.ends[at - 1] ?? 0);
  }
  if (at === 0) {
    return undefined;
  }
  keepUntil(source.text.length);
  return { text: parts.join(''), starts, ends };
}

/** The character of an escape; undefined beyond ASCII, which no part of an address that is looked for needs. */
function characterOf(match: RegExpMatchArray): string | undefined {
  const [, percent, unicode, braced, hex, letter, blank, reference, decimal] = match;
  if (letter !== undefined) {
    return letter === '/' ? '/' : '\n';
  }
  if (blank !== undefined) {
    return blank;
  }
  const digits = percent ?? unicode ?? braced ?? hex ?? reference;
  const code = digits !== undefined ? parseInt(digits, 16) : decimal !== undefined ? Number(decimal) : 0x2f;
  return code < 0x80 ? String.fromCharCode(code) : undefined;
}
