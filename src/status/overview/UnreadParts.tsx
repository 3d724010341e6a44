import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { ReadingPart, GrafanaReading } from '../../connection/reading/reading';
import { describeGrafanaError } from '../../ui/describeGrafanaError';
import { verbatim } from '../../ui/verbatim';
import { partText } from '../../ui/health/partText';

/** What could not be read this time, while the rest could. */
export function UnreadParts({ problems }: Pick<GrafanaReading, 'problems'>) {
  const parts = Object.keys(problems) as ReadingPart[];
  if (parts.length === 0) {
    return null;
  }
  return (
    <Alert severity="warning" title={t('status.unread.title', 'Not everything could be read')} bottomSpacing={0}>
      <ul>
        {parts.map((part) => {
          const error = problems[part];
          return (
            error && (
              <li key={part}>
                {t(
                  'status.unread.part',
                  'Could not read the {{part}}. {{text}}',
                  verbatim({ part: partText(part), text: describeGrafanaError(error).text })
                )}
              </li>
            )
          );
        })}
      </ul>
    </Alert>
  );
}
