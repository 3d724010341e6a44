/** What Grafana exports by itself. */
export type ExportPart = 'contactPoints' | 'rules' | 'policies';

/** One integration in a provisioning file. */
export interface FileReceiver {
  uid: string;
  type: string;
  settings: Readonly<Record<string, unknown>>;
  [other: string]: unknown;
}

export interface FileContactPoint {
  name: string;
  receivers: readonly FileReceiver[];
  [other: string]: unknown;
}

export interface FileRule {
  uid: string;
  title: string;
  [other: string]: unknown;
}

interface FileGroup {
  name: string;
  folder: string;
  rules: readonly FileRule[];
  [other: string]: unknown;
}

/** Grafana's file for provisioning, as far as it is looked at; what else stands in it is carried along. */
export interface ProvisioningFile {
  contactPoints?: readonly FileContactPoint[];
  groups?: readonly FileGroup[];
  /** The whole tree of notification policies. */
  policies?: readonly unknown[];
}
