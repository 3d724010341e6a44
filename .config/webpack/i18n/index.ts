/**
 * In the place of `@grafana/i18n`, which has `t` and `Trans` in one file: `module.js`, which every page of Grafana loads,
 * needs the one and would carry the other along with its reader of marked-up texts. Here each is loaded with what uses it.
 */
export { initPluginTranslations, t } from '@grafana/i18n';
export { Trans } from './Trans';
