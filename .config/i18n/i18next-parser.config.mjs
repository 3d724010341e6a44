/** Reads texts and their English defaults out of the sources. Another language starts empty, which Grafana shows in English. */
export default {
  // Seen from this folder.
  input: ['../../src/**/*.{ts,tsx}', '!../../src/**/*.test.{ts,tsx}'],
  locales: ['en-US', 'de-DE'],
  defaultNamespace: 'irmconnect-setup-app',
  defaultValue: (locale, _namespace, _key, text) => (locale === 'en-US' ? text : ''),
  createOldCatalogs: false,
  sort: true,
};
