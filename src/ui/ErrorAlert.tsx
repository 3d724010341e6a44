import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { BusyButton } from './BusyButton';
import type { Description } from './describeReadError';
import type { Retry } from './retry';

/** A failed call in a sentence, with the way on. */
export function ErrorAlert({ title, text, onRetry, isRetrying = false }: Description & Retry) {
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
