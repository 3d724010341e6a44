/** Parts of Grafana's libraries that only a host uses; the bundler maps these names to the installed files. */
declare module '@grafana/runtime/internal' {
  import type { PluginPageType } from '@grafana/runtime';

  export function setPluginPage(component: PluginPageType): void;
}

declare module '@grafana/i18n/internal' {
  import type { i18n } from 'i18next';

  export function getI18nInstance(): i18n;
  export function addResourceBundle(language: string, namespace: string, resources: object): void;
  export function initializeI18n(
    options: { language?: string; ns?: string[]; module?: unknown },
    regionalFormat: string
  ): Promise<{ language: string | undefined }>;
}

declare module '*.css';

/** Grafana's icons by their names, put in by the build. */
declare module 'sandbox:icons' {
  const icons: Record<string, string>;
  export default icons;
}
