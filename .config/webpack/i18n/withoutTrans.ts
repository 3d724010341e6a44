/** What `@grafana/i18n` itself sees of react-i18next: all that it needs, but for the component that stands in `Trans.tsx`. */
export { getI18n, initReactI18next, setDefaults, setI18n } from 'react-i18next';

export const Trans = (): null => null;
