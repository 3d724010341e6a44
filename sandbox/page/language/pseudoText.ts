import type { Language } from './rememberedLanguage';

export interface Texts {
  [key: string]: string | Texts;
}

/** Texts for a language that only tests layouts; those of real languages stay as they are. */
export function pseudoTexts(texts: Texts, language: Language): Texts {
  const change = CHANGES[language];
  return change ? changeAll(texts, change) : texts;
}

/** Placeholders, numbers of elements and nested keys, which must stay what they are. */
const FIXED = /(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/;

const CHANGES: Partial<Record<Language, (text: string) => string>> = { long: lengthened, 'right-to-left': inHebrew };

function changeAll(texts: Texts, change: (text: string) => string): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? changeWords(value, change) : changeAll(value, change),
    ])
  );
}

/** Splitting by a group keeps what was found, at every second place. */
function changeWords(text: string, change: (text: string) => string): string {
  return text
    .split(FIXED)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

/** Two fifths longer, word by word: the longest words of some languages grow like that as well. */
function lengthened(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשתאבגד';

/** Letters that are written from right to left; the words mean nothing. */
function inHebrew(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => HEBREW.charAt(LATIN.indexOf(letter.toLowerCase())));
}
