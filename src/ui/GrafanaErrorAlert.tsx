import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { BusyButton } from './BusyButton';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { describeGrafanaError } from './describeGrafanaError';
import type { Retry } from './retry';

type Props = Retry & { error: GrafanaError };

/** A failed call in a sentence, with the way on. */
export function GrafanaErrorAlert({ error, onRetry, isRetrying = false }: Props) {
  const { title, text } = describeGrafanaError(error);
  return (
    <Alert title={title} severity="error">
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{text}</Text>
        {onRetry && (
          <BusyButton isBusy={isRetrying} icon="sync" variant="secondary" size="sm" onClick={onRetry}>
            {t('ui.grafana-error.retry', 'Try again')}
          </BusyButton>
        )}
      </Stack>
    </Alert>
  );
}
