import type { Language } from './rememberedLanguage';

/** Changes a text for a language that only tests layouts; undefined for real ones. */
export function changeFor(language: Language): ((text: string) => string) | undefined {
  const change = CHANGES[language];
  return change && ((text) => changeWords(text, change));
}

const CHANGES: Partial<Record<Language, (text: string) => string>> = { long: lengthened, 'right-to-left': inHebrew };

/** Numbers of elements, escaped characters and addresses, which must stay what they are. */
const FIXED = /(<[^>]*>|&[#\w]+;|https?:\S+)/;

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
