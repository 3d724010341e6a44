import type { IrmIntegration } from '../irm/irmPort';
import type { Connection } from '../ownership/connections';
import type { ProvisioningFile } from '../port/provisioningFile';
import type { GrafanaObjects } from '../reading/reading';
import type { HclBlock } from './hcl';

/** What Grafana exported, in both of its forms; nothing where it was not asked. */
export interface GrafanaExport {
  file: ProvisioningFile;
  /** What it exported in Terraform's language. */
  resources: readonly HclBlock[];
  /** Who keeps the notification policies, '' where people edit them in Grafana; undefined where they are left out. */
  policiesKeptBy?: string;
}

/** What is exported, as the plugin has read it. */
export interface ExportSubject {
  connections: readonly Connection[];
  objects: Pick<GrafanaObjects, 'integrations' | 'folder'>;
  /** Number of the organisation in Grafana, which ids of Terraform begin with. */
  organisation: number;
  /** IRM's integrations by the id of their connection, where its API is set up. */
  irm?: ReadonlyMap<string, IrmIntegration>;
}

/** Stands in an exported text in place of what must not be in it. */
export interface ExportVariable {
  /** As the text names it: lower case for Terraform, upper case for files. */
  name: string;
  /** `address`: an address with its token. `secret`: what Grafana does not show again. */
  kind: 'address' | 'secret';
  /** The contact point that it is of. */
  contactPoint: string;
  /** Name of the setting, for example `url`. */
  setting: string;
}

/** What whoever uses an exported text has to know. */
export type ExportNote =
  /** Grafana left it out of its export. */
  | { kind: 'missing'; object: 'contactPoint' | 'rule'; name: string }
  /** A file or an import keeps it, and writes it again whatever Terraform says. */
  | { kind: 'keptElsewhere'; name: string }
  /** Time intervals that have to be there before. */
  | { kind: 'timeIntervals'; names: readonly string[] }
  /** Folders of others that have to be there before. */
  | { kind: 'folders'; paths: readonly string[] }
  /** Rules of others that stand in the same group, which Terraform knows as one. */
  | { kind: 'sharedGroup'; group: string };

export interface ExportDocument {
  text: string;
  fileName: string;
  variables: readonly ExportVariable[];
  notes: readonly ExportNote[];
}

/** One text for each way to keep alerting as code. */
export interface ExportDocuments {
  terraform: ExportDocument;
  yaml: ExportDocument;
  json: ExportDocument;
}
