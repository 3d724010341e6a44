import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import type { ExportPart, ProvisioningFile } from '../port/provisioningFile';
import { failure, success, type Result } from '../result';
import { resourcesIn } from './hcl';
import { foldersOf, selectionOf } from './selection';
import type { ExportSubject, GrafanaExport } from './types';

/** What Grafana did not export, and why. */
export interface ExportFailure {
  part: ExportPart;
  error: GrafanaError;
}

/**
 * Asks Grafana for what the connections are made of, however many there are: two requests for the contact points, for the
 * rules of each folder that holds one of theirs, and for the policies, and one more for these, because their export does
 * not tell who keeps them.
 */
export async function readExport(
  grafana: Pick<GrafanaPort, 'exportFile' | 'exportTerraform' | 'readTree'>,
  subject: Pick<ExportSubject, 'connections'>,
  { withPolicies = false } = {}
): Promise<Result<GrafanaExport, ExportFailure>> {
  const wanted: Array<{ part: ExportPart; folderUid?: string }> = [
    { part: 'contactPoints' },
    ...foldersOf(selectionOf(subject)).map((folderUid) => ({ part: 'rules', folderUid }) as const),
    ...(withPolicies ? [{ part: 'policies' } as const] : []),
  ];
  const answers = await Promise.all(
    wanted.map(async ({ part, folderUid }) => {
      const [file, terraform] = await Promise.all([
        grafana.exportFile(part, folderUid),
        grafana.exportTerraform(part, folderUid),
      ]);
      return { part, file, terraform };
    })
  );
  let found: GrafanaExport = { file: {}, resources: [] };
  for (const { part, file, terraform } of answers) {
    if (!file.ok) {
      return failure({ part, error: file.error });
    }
    if (!terraform.ok) {
      return failure({ part, error: terraform.error });
    }
    const resources = resourcesIn(terraform.value);
    if (!resources || (resources.length === 0 && holdsAny(file.value))) {
      const message = `The export of ${part} in Terraform's language has an unknown form`;
      return failure({ part, error: { reason: 'unexpected', message, status: undefined } });
    }
    const groups = [...(found.file.groups ?? []), ...(file.value.groups ?? [])];
    found = {
      file: { ...found.file, ...file.value, ...(groups.length > 0 && { groups }) },
      resources: [...found.resources, ...resources],
    };
  }
  if (!withPolicies) {
    return success(found);
  }
  const tree = await grafana.readTree();
  return tree.ok
    ? success({ ...found, policiesKeptBy: tree.value.provenance })
    : failure({ part: 'policies', error: tree.error });
}

/** Whether the same in the other form holds anything: Grafana makes both of the same objects. */
const holdsAny = ({ contactPoints = [], groups = [], policies = [] }: ProvisioningFile): boolean =>
  contactPoints.length + groups.length + policies.length > 0;
