import { t } from '@grafana/i18n';
import { Alert, Stack } from '@grafana/ui';
import type { ReadingPart, GrafanaReading } from '../../connection/reading/reading';
import { BusyButton } from '../BusyButton';
import { describeReadError } from '../describeReadError';
import { partText } from './partText';
import type { Retry } from '../retry';
import { verbatim } from '../verbatim';

/** `onRetry` is left out where the page has a button for it anyway. */
type Props = Retry & Pick<GrafanaReading, 'problems'>;

/** What could not be read this time, while the rest could. What is refused takes a permission and no other try. */
export function UnreadParts({ problems, onRetry, isRetrying = false }: Props) {
  const parts = Object.keys(problems) as ReadingPart[];
  if (parts.length === 0) {
    return null;
  }
  const mayHelp = parts.some((part) => problems[part]?.reason !== 'forbidden');
  return (
    <Alert severity="warning" title={t('status.unread.title', 'Not everything could be read')} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <ul>
          {parts.map((part) => {
            const error = problems[part];
            return (
              error && (
                <li key={part}>
                  {t(
                    'status.unread.part',
                    'Could not read the {{part}}. {{text}}',
                    verbatim({ part: partText(part), text: describeReadError(error).text })
                  )}
                </li>
              )
            );
          })}
        </ul>
        {onRetry && mayHelp && (
          <BusyButton isBusy={isRetrying} icon="sync" variant="secondary" size="sm" onClick={onRetry}>
            {t('ui.grafana-error.retry', 'Try again')}
          </BusyButton>
        )}
      </Stack>
    </Alert>
  );
}
