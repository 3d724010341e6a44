/** Languages to try a plugin in; the last two are English made to test layouts with. */
export const LANGUAGES = {
  'en-US': 'English',
  'de-DE': 'Deutsch',
  long: 'Long text',
  'right-to-left': 'Right to left',
} as const;

export type Language = keyof typeof LANGUAGES;

const storageKey = 'sandbox.language';
const fallback: Language = 'en-US';

/** The language asked for in the address, else the one chosen last in this browser, else English. */
export function rememberedLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('language');
  if (isLanguage(asked)) {
    localStorage.setItem(storageKey, asked);
    return asked;
  }
  const remembered = localStorage.getItem(storageKey);
  return isLanguage(remembered) ? remembered : fallback;
}

/** Takes a new page, as choosing another language in Grafana's preferences does. */
export function switchLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  const url = new URL(location.href);
  url.searchParams.delete('language');
  location.replace(url);
}

/** What Grafana would know the language as. */
export const localeOf = (language: Language) => (language === 'de-DE' ? 'de-DE' : 'en-US');

const isLanguage = (value: string | null): value is Language => value !== null && value in LANGUAGES;
