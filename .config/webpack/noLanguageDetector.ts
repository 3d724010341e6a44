/** In the place of a library that `@grafana/i18n` brings along for pages that are no plugins. */
export default class NoLanguageDetector {
  static readonly type = 'languageDetector';
}
