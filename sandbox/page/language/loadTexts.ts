import type { AppPluginMeta } from '@grafana/data';
import { addResourceBundle } from '@grafana/i18n/internal';
import { inGrafana } from '../services/subPath';
import { pseudoTexts, type Texts } from './pseudoText';
import { localeOf, rememberedLanguage } from './rememberedLanguage';

/** Loads the texts of a plugin in the language of the page before the plugin itself, else those in English, as Grafana does. */
export async function loadTexts({ id, info, translations = {} }: AppPluginMeta): Promise<void> {
  const language = rememberedLanguage();
  const locale = translations[localeOf(language)] ? localeOf(language) : 'en-US';
  const file = translations[locale];
  if (!file) {
    return;
  }
  const response = await fetch(inGrafana(`/${file}?_cache=${encodeURIComponent(info.version)}`));
  if (response.ok) {
    addResourceBundle(locale, id, pseudoTexts((await response.json()) as Texts, language));
  }
}
