export type PasteNote = 'whitespaceRemoved' | 'wrappingRemoved';

export interface CleanPaste {
  text: string;
  /** Every http(s) address that stands in the text. */
  addresses: string[];
  notes: PasteNote[];
}

/** Characters of an input that are looked at. No address is that long, and what came along must not cost a second. */
export const MAX_INPUT_LENGTH = 4000;

/** Control and format characters, such as a zero-width space or soft hyphen, except those that count as blanks. */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}]|\ufeff/gu;
const PAIRS = ['""', "''", '``', '<>', '()', '[]', '“”', '‘’', '«»', '„“', '‹›'];

/**
 * Takes away what copying adds to an address: blanks, line breaks, invisible characters, quotation marks, brackets,
 * a Markdown link, punctuation behind it. A line break inside an address is mended only when nothing else stands
 * in the text, so that a sentence or a command line is not glued together. Reads the first 4,000 characters only.
 */
export function cleanPaste(input: string): CleanPaste {
  const text = input.slice(0, MAX_INPUT_LENGTH);
  const notes = new Set<PasteNote>();
  const visible = text
    .replace(INVISIBLE, '')
    .replace(/\s+/g, (blank) => (/[\n\r]/.test(blank) ? '\n' : ' '))
    .trim();
  const unwrapped = unwrap(visible);
  const joined = joinLines(unwrapped);
  if (unwrapped !== visible) {
    notes.add('wrappingRemoved');
  }
  if (visible !== text || joined !== unwrapped) {
    notes.add('whitespaceRemoved');
  }
  const addresses = joined.match(/https?:\/\/[^\s"'`<>«»“”‘’\\]+/gi) ?? [];
  return {
    text: joined,
    addresses: addresses.map((address) => address.slice(0, endWithout('.,;!)]', address, address.length))),
    notes: [...notes],
  };
}

/** Moves two ends towards each other, so that the time it takes goes by the length and not by the depth of wrapping. */
function unwrap(text: string): string {
  let start = 0;
  let end = text.length;
  for (;;) {
    end = endWithout(' \n', text, endWithout('.,;', text, end));
    const link = markdownTarget(text, start, end);
    if (link) {
      [start, end] = link;
      continue;
    }
    const marks = text.charAt(start) + text.charAt(end - 1);
    if (end - start < 2 || !PAIRS.includes(marks) || isBareIpv6(text, start, end)) {
      return text.slice(start, end);
    }
    start = startWithout(' \n', text, start + 1);
    end = Math.max(start, endWithout(' \n', text, end - 1));
  }
}

/** Where the address of `[text](address)` stands. */
function markdownTarget(text: string, start: number, end: number): [number, number] | undefined {
  if (text.charAt(start) !== '[' || text.charAt(end - 1) !== ')') {
    return undefined;
  }
  const label = text.indexOf('](', start);
  const isLink = label !== -1 && label === text.indexOf(']', start) && label + 2 < end - 1;
  return isLink && !/\s/.test(text.slice(label + 2, end - 1)) ? [label + 2, end - 1] : undefined;
}

const isBareIpv6 = (text: string, start: number, end: number) =>
  text.charAt(start) === '[' && /^\[[0-9a-f:.]+\]$/i.test(text.slice(start, end));

function endWithout(characters: string, text: string, end: number): number {
  let at = end;
  while (at > 0 && characters.includes(text.charAt(at - 1))) {
    at--;
  }
  return at;
}

function startWithout(characters: string, text: string, start: number): number {
  let at = start;
  while (at < text.length && characters.includes(text.charAt(at))) {
    at++;
  }
  return at;
}

/** Joins an address that a terminal or mail program broke; leaves texts of several words alone. */
function joinLines(text: string): string {
  const isOneAddress = /^https?:\/\//i.test(text) && text.match(/:\/\//g)?.length === 1;
  return isOneAddress ? text.replace(/\s+/g, '') : text;
}
