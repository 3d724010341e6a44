export interface PluginSettings {
  enabled: boolean;
  pinned: boolean;
  jsonData: Record<string, unknown> | null;
  secureJsonData: Record<string, string>;
}

export interface SettingsStore {
  /** Nothing until an administrator has saved settings for the first time. */
  get(): PluginSettings | undefined;
  /** Secrets that are not sent again stay. */
  set(settings: PluginSettings): void;
  save(): PluginSettings | null;
  load(saved: PluginSettings | null): void;
}

export function createSettingsStore(): SettingsStore {
  let current: PluginSettings | undefined;
  return {
    get: () => current,
    set(settings) {
      current = { ...settings, secureJsonData: { ...current?.secureJsonData, ...settings.secureJsonData } };
    },
    save: () => structuredClone(current ?? null),
    load(saved) {
      current = structuredClone(saved ?? undefined);
    },
  };
}
