import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { IrmError } from '../../connection/irm/irmPort';
import { BusyButton } from '../BusyButton';
import type { Retry } from '../retry';
import { describeIrmAnswer, describeIrmError } from './describeIrmError';

export type IrmTrouble = Retry & { error: IrmError };

/** Trouble with IRM's API in words, with what was received beside them. A warning: Grafana's side goes on without it. */
export default function IrmErrorWords({ error, onRetry, isRetrying = false }: IrmTrouble) {
  const { title, text } = describeIrmError(error);
  const answer = describeIrmAnswer(error);
  return (
    <Alert severity="warning" title={title} bottomSpacing={0}>
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">{text}</Text>
        {answer && (
          <Text element="p" variant="bodySmall" color="secondary">
            {answer}
          </Text>
        )}
        {onRetry && (
          <BusyButton isBusy={isRetrying} size="sm" variant="secondary" icon="sync" onClick={onRetry}>
            {t('irm.error.retry', 'Try again')}
          </BusyButton>
        )}
      </Stack>
    </Alert>
  );
}
