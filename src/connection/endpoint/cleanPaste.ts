export type PasteNote = 'whitespaceRemoved' | 'wrappingRemoved';

export interface CleanPaste {
  text: string;
  /** Every http(s) address that stands in the text. */
  addresses: string[];
  notes: PasteNote[];
}

/** Control and format characters, such as a zero-width space or soft hyphen, except those that count as blanks. */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}]|\ufeff/gu;
const PAIRS = ['""', "''", '``', '<>', '()', '[]', '“”', '‘’', '«»', '„“', '‹›'];

/**
 * Takes away what copying adds to an address: blanks, line breaks, invisible characters, quotation marks, brackets,
 * a Markdown link, punctuation behind it. A line break inside an address is mended only when nothing else stands
 * in the text, so that a sentence or a command line is not glued together.
 */
export function cleanPaste(text: string): CleanPaste {
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
  return { text: joined, addresses: addresses.map((address) => address.replace(/[.,;!)\]]+$/, '')), notes: [...notes] };
}

function unwrap(text: string): string {
  const markdown = /^\[[^\]]*\]\((\S+)\)$/.exec(text)?.[1];
  if (markdown) {
    return unwrap(markdown);
  }
  const bare = text.replace(/[.,;]+$/, '').trim();
  const pair = PAIRS.find(
    (marks) => bare.length > 1 && bare.startsWith(marks.charAt(0)) && bare.endsWith(marks.charAt(1))
  );
  return pair && !/^\[[0-9a-f:.]+\]$/i.test(bare) ? unwrap(bare.slice(1, -1).trim()) : bare;
}

/** Joins an address that a terminal or mail program broke; leaves texts of several words alone. */
function joinLines(text: string): string {
  const isOneAddress = /^https?:\/\//i.test(text) && text.match(/:\/\//g)?.length === 1;
  return isOneAddress ? text.replace(/\s+/g, '') : text;
}
