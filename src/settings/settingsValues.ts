import type { Access } from '../grafana/settings';

/** What the form of the settings holds; an empty token keeps the stored one. */
export interface SettingsValues {
  access: Access;
  grafanaUrl: string;
  grafanaToken: string;
  irmUrl: string;
}
