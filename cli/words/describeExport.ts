import type { ExportNote, ExportVariable } from '../../src/connection/export/types';

type Sentences = { [Kind in ExportNote['kind']]: (note: Extract<ExportNote, { kind: Kind }>) => string };

const SENTENCES: Sentences = {
  missing: ({ object, name }) =>
    `Grafana left the ${object === 'rule' ? 'alert rule' : 'contact point'} "${name}" out of its export.`,
  keptElsewhere: ({ name }) => `A file or an import keeps "${name}" and writes it again, whatever Terraform says.`,
  timeIntervals: ({ names }) => `These time intervals have to be there before: ${names.join(', ')}.`,
  folders: ({ paths }) => `These folders have to be there before, with the same uids: ${paths.join(', ')}.`,
  sharedGroup: ({ group }) => `The rule group ${group} holds rules of others, which Terraform knows as one with it.`,
};

/** What whoever uses an exported text has to know. */
export function describeExportNote(note: ExportNote): string {
  // TypeScript does not see that the function under a kind takes the note of that kind.
  const describe = SENTENCES[note.kind] as (note: ExportNote) => string;
  return describe(note);
}

/** What has to be given when the text is used. */
export const describeVariable = ({ name, contactPoint, setting }: ExportVariable) =>
  `Set ${name}: ${setting} of the contact point "${contactPoint}".`;
