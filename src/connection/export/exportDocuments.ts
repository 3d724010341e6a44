import { nameOf } from '../ownership/nameOf';
import { fileContentOf } from './fileDocument';
import { slugOf } from './names';
import { terraformTextOf } from './terraformDocument';
import { toYaml } from './yaml';
import type { ExportDocument, ExportDocuments, ExportSubject, GrafanaExport } from './types';

/**
 * The connections as code, in each of the three forms, from what Grafana exports and what the plugin has read. Pure;
 * no text holds a token of the connections or a secret.
 */
export function exportDocuments(exported: GrafanaExport, subject: ExportSubject): ExportDocuments {
  const [only, ...others] = subject.connections;
  const stem = only && others.length === 0 ? slugOf(nameOf(only), only.id).replaceAll('_', '-') : 'irm-connections';
  const file = fileContentOf(exported.file, subject);
  const { variables, notes } = file;
  const inFile = (text: string, extension: string): ExportDocument => ({
    ...{ text, variables, notes },
    fileName: `${stem}.${extension}`,
  });
  return {
    terraform: { ...terraformTextOf(exported, subject), fileName: `${stem}.tf` },
    yaml: inFile(toYaml(file.content), 'yaml'),
    json: inFile(`${JSON.stringify(file.content, null, 2)}\n`, 'json'),
  };
}
