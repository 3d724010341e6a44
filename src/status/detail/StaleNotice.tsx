import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { GrafanaError } from '../../connection/port/grafanaPort';
import { BusyButton } from '../../ui/BusyButton';
import { describeReadError } from '../../ui/describeReadError';
import { useServerTime } from '../../ui/time/useServerTime';
import { formatAge } from '../../ui/formatAge';
import { verbatim } from '../../ui/verbatim';

interface Props {
  error: GrafanaError;
  /** When the shown data was read, by the browser's clock. */
  readAt: number;
  onRetry(): void;
  isRetrying: boolean;
}

/** The last refresh failed; what is shown is so old. */
export function StaleNotice({ error, readAt, onRetry, isRetrying }: Props) {
  const age = useServerTime(0) - readAt;
  const { title, text } = describeReadError(error);
  return (
    <Alert
      severity="warning"
      bottomSpacing={0}
      title={t('status.stale.title', 'Not updated for {{age}}', verbatim({ age: formatAge(age) }))}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{`${title}. ${text}`}</Text>
        <BusyButton isBusy={isRetrying} size="sm" variant="secondary" icon="sync" onClick={onRetry}>
          {t('status.stale.retry', 'Try again')}
        </BusyButton>
      </Stack>
    </Alert>
  );
}
