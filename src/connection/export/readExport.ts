import type { GrafanaError, GrafanaPort } from '../port/grafanaPort';
import type { ExportPart } from '../port/provisioningFile';
import { failure, success, type Result } from '../result';
import { hasRules, selectionOf } from './selection';
import type { ExportSubject, GrafanaExport } from './types';

/** What Grafana did not export, and why. */
export interface ExportFailure {
  part: ExportPart;
  error: GrafanaError;
}

/**
 * Asks Grafana for what the connections are made of: two requests for each part, however many connections there are, and
 * one more for the policies, because their export does not tell who keeps them.
 */
export async function readExport(
  grafana: Pick<GrafanaPort, 'exportFile' | 'exportTerraform' | 'readTree'>,
  subject: Pick<ExportSubject, 'connections'>,
  { withPolicies = false } = {}
): Promise<Result<GrafanaExport, ExportFailure>> {
  const parts: ExportPart[] = [
    'contactPoints',
    ...(hasRules(selectionOf(subject)) ? (['rules'] as const) : []),
    ...(withPolicies ? (['policies'] as const) : []),
  ];
  const answers = await Promise.all(
    parts.map(async (part) => ({
      part,
      file: await grafana.exportFile(part),
      terraform: await grafana.exportTerraform(part),
    }))
  );
  let found: GrafanaExport = { file: {}, terraform: '' };
  for (const { part, file, terraform } of answers) {
    if (!file.ok) {
      return failure({ part, error: file.error });
    }
    if (!terraform.ok) {
      return failure({ part, error: terraform.error });
    }
    found = { file: { ...found.file, ...file.value }, terraform: `${found.terraform}\n${terraform.value}` };
  }
  if (!withPolicies) {
    return success(found);
  }
  const tree = await grafana.readTree();
  return tree.ok
    ? success({ ...found, policiesKeptBy: tree.value.provenance })
    : failure({ part: 'policies', error: tree.error });
}
