import { t } from '@grafana/i18n';
import type { ExportNote } from '../connection/export/types';
import { verbatim } from '../ui/verbatim';

/** What whoever uses the export has to know, in a sentence. */
export function describeNote(note: ExportNote): string {
  switch (note.kind) {
    case 'missing':
      return note.object === 'rule'
        ? t(
            'export.note.missing-rule',
            'Grafana did not export the alert rule {{name}}.',
            verbatim({ name: note.name })
          )
        : t(
            'export.note.missing-contact-point',
            'Grafana did not export the contact point {{name}}.',
            verbatim({ name: note.name })
          );
    case 'keptElsewhere':
      return t(
        'export.note.kept-elsewhere',
        '{{name}} is provisioned by a file or an import. Remove it there before Terraform manages it.',
        verbatim({ name: note.name })
      );
    case 'timeIntervals':
      return t(
        'export.note.time-intervals',
        'The heartbeat uses time intervals that are not part of this export: {{names}}.',
        verbatim({ names: note.names.join(', ') })
      );
    case 'folders':
      return t(
        'export.note.folders',
        'Heartbeats are in folders that are not part of this export: {{names}}.',
        verbatim({ names: note.paths.join(', ') })
      );
    case 'sharedGroup':
      return t(
        'export.note.shared-group',
        'The rule group {{group}} also holds other rules. Terraform manages a group as a whole, so they are included.',
        verbatim({ group: note.group })
      );
  }
}
