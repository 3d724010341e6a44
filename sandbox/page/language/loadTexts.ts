import type { AppPluginMeta } from '@grafana/data';
import { addResourceBundle, getI18nInstance } from '@grafana/i18n/internal';
import { inGrafana } from '../services/subPath';
import { changeFor } from './pseudoText';
import { localeOf, rememberedLanguage } from './rememberedLanguage';

/** Lets the languages that only test layouts change every text, by the name under which Grafana looks for such a thing. */
export function providePseudoTexts(): void {
  const change = changeFor(rememberedLanguage());
  if (change) {
    getI18nInstance().use({ type: 'postProcessor', name: 'pseudo', process: change });
  }
}

/** Loads the texts of a plugin in the language of the page before the plugin itself, else those in English, as Grafana does. */
export async function loadTexts({ id, info, translations = {} }: AppPluginMeta): Promise<void> {
  const wanted = localeOf(rememberedLanguage());
  const locale = translations[wanted] ? wanted : 'en-US';
  const file = translations[locale];
  if (!file) {
    return;
  }
  const response = await fetch(inGrafana(`/${file}?_cache=${encodeURIComponent(info.version)}`));
  if (response.ok) {
    addResourceBundle(locale, id, (await response.json()) as object);
  }
}
