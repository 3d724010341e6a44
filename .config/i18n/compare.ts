import type { Texts } from './catalogue';

/** Of which no two languages read alike. */
const MANY_WORDS = 4;

/** What differs between the texts in the sources and those in the English file, key by key. */
export function differences(inSources: Texts, inFile: Texts): string[] {
  const keys = [...new Set([...Object.keys(inSources), ...Object.keys(inFile)])].sort();
  return keys.flatMap((key) => {
    if (inFile[key] === undefined) {
      return [`${key} is missing`];
    }
    if (inSources[key] === undefined) {
      return [`${key} is no longer used`];
    }
    return inSources[key] === inFile[key] ? [] : [`${key} reads "${inFile[key]}", in the sources "${inSources[key]}"`];
  });
}

/** Keys of a translation that are empty or missing. */
export const untranslated = (english: Texts, translation: Texts) =>
  Object.keys(english).filter((key) => !translation[key]);

/** What stands between the quotation marks of English and German, where it begins like a name. */
const QUOTED = /"(\p{Lu}[^"{}]*)"|„(\p{Lu}[^“{}]*)“/gu;

/** Names in quotation marks that are neither a text of the interface nor among those of others. */
export function unknownNames(texts: Texts, ofOthers: readonly string[]): string[] {
  const known = [...ofOthers, ...Object.values(texts)];
  const isKnown = (name: string) => known.some((text) => text === name || text.startsWith(`${name} (`));
  return Object.entries(texts).flatMap(([key, text]) =>
    [...text.matchAll(QUOTED)]
      .map(([, english, german]) => english ?? german ?? '')
      .filter((name) => !isKnown(name))
      .map((name) => `${key} names "${name}", which is nowhere`)
  );
}

/** What is wrong with a translation, besides texts that are missing. */
export function mistakes(english: Texts, translation: Texts): string[] {
  return Object.entries(translation).flatMap(([key, text]) => {
    const original = english[key];
    if (original === undefined) {
      return [`${key} is no longer used`];
    }
    return text === ''
      ? []
      : [
          ...unequal(key, 'placeholders', placeholders(original), placeholders(text), isSingular(key)),
          ...unequal(key, 'tags', tags(original), tags(text)),
          ...(text === original && words(text) >= MANY_WORDS ? [`${key} is still English`] : []),
          ...(fixedSpaces(text) < fixedSpaces(original) ? [`${key} lacks a space that does not break`] : []),
          ...(text === text.trim() && !text.includes('  ') ? [] : [`${key} has spaces too many`]),
        ];
  });
}

/** Texts with a number that have no plural forms, because `count` is hidden from the reader of the sources. */
export const withoutPlural = (english: Texts) =>
  Object.entries(english)
    .filter(([key, text]) => /\{\{count\b/.test(text) && !/_(one|other)$/.test(key))
    .map(([key]) => key);

const fixedSpaces = (text: string) => text.split('\u00a0').length;
const words = (text: string) => text.replace(/\{\{[^}]*\}\}|https?:\S+/g, '').match(/\p{L}+/gu)?.length ?? 0;
const isSingular = (key: string) => key.endsWith('_one');
const placeholders = (text: string) => sorted(text.match(/\{\{[^}]*\}\}/g));
/** Those that `Trans` makes of elements. */
const tags = (text: string) => sorted(text.match(/<\/?(?:\d+|br|strong|i|p)\s*\/?>/g));
const sorted = (found: string[] | null) => [...(found ?? [])].sort();

/** A singular may say its number in a word. */
function unequal(key: string, what: string, wanted: string[], found: string[], mayLackCount = false): string[] {
  const count = (list: string[]) => list.filter((item) => !(mayLackCount && item.startsWith('{{count'))).join(' ');
  return count(wanted) === count(found) ? [] : [`${key} has other ${what}: ${found.join(' ') || 'none'}`];
}
