import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';
import type { IrmIntegration } from '../../../connection/irm/irmPort';
import { describeMaintenance } from '../../../ui/irm/describeMaintenance';

interface Props {
  integration: IrmIntegration;
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** Settings in IRM under which an alert arrives and wakes nobody. */
export function IntegrationWarnings({ integration: { maintenance, escalationChainId }, now }: Props) {
  const mode = maintenance && describeMaintenance(maintenance, now);
  return (
    <>
      {mode && (
        <Alert severity="warning" bottomSpacing={0} title={mode.title}>
          <Text element="p">{mode.text}</Text>
        </Alert>
      )}
      {escalationChainId === undefined && (
        <Alert severity="warning" bottomSpacing={0} title={t('status.irm.no-chain.title', 'Nobody will be paged')}>
          <Text element="p">
            {t(
              'status.irm.no-chain.text',
              'The default route of the integration has no escalation chain. Unless another route takes an alert, IRM opens an alert group and tells no one. Choose a chain in IRM.'
            )}
          </Text>
        </Alert>
      )}
    </>
  );
}
