import { t } from '@grafana/i18n';
import { Spinner, Stack, Text } from '@grafana/ui';
import type { Endpoint } from '../../../connection/model';
import { ArrivalQuestion } from '../../ArrivalQuestion';
import { IrmErrorAlert } from '../IrmErrorAlert';
import type { IntegrationReading } from '../useIntegration';
import { ArrivalResult } from './ArrivalResult';
import type { OpenTest } from './openTests';

interface Props {
  test: OpenTest;
  sentTo: Endpoint;
  reading: IntegrationReading;
  resolvesAfterwards: boolean;
  isUncertain: boolean;
  hasOwnPayload: boolean;
  onSeen?: (() => void) | undefined;
}

/** Looks for the test that was just sent; where IRM cannot be asked, the person is. */
export function ArrivalProof({ reading, ...rest }: Props) {
  const { found, error } = reading;
  if (found?.kind === 'found') {
    return <ArrivalResult {...rest} integration={found.integration} />;
  }
  if (found) {
    return <ArrivalQuestion isHeartbeat={false} onSeen={rest.onSeen} />;
  }
  if (error) {
    return (
      <Stack direction="column" gap={2} alignItems="stretch">
        <IrmErrorAlert error={error} onRetry={() => void reading.refresh()} isRetrying={reading.isReading} />
        <ArrivalQuestion isHeartbeat={false} onSeen={rest.onSeen} />
      </Stack>
    );
  }
  return (
    <Stack direction="row" gap={1} alignItems="center">
      <Spinner inline />
      <Text>{t('irm.arrival.looking-up', 'Looking up the integration in IRM...')}</Text>
    </Stack>
  );
}
