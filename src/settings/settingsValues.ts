import type { IrmCredential } from '../grafana/irmAddresses';
import type { Access, Replicas } from '../grafana/settings';

/** What the form of the settings holds; an empty token keeps the stored one. */
export interface SettingsValues {
  access: Access;
  grafanaUrl: string;
  grafanaToken: string;
  irmUrl: string;
  irmApiUrl: string;
  irmCredential: IrmCredential;
  irmStackUrl: string;
  irmToken: string;
  replicas: Replicas;
}

/** Whether a token is stored, and whether it was entered for the server that the address leads to. */
export type TokenState = 'none' | 'stored' | 'storedForOther';
