import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../connection/timing/presets';
import { formatInterval } from '../../ui/formatInterval';
import { IntervalField } from '../../ui/IntervalField';
import { IrmLink } from '../../ui/IrmLink';
import { IntegrationLink } from '../../ui/irm/IntegrationLink';
import { verbatim } from '../../ui/verbatim';

interface Props {
  /** In seconds. */
  interval: number;
  /** The integration as IRM's API knows it; the API does not tell the interval. */
  integration: IrmIntegration | undefined;
  disabled: boolean;
  onChange(interval: number): void;
}

/** The heartbeat interval, and where one that is not IRM's default has to be set in IRM, too. */
export function HeartbeatInterval({ interval, integration, disabled, onChange }: Props) {
  return (
    <>
      <IntervalField
        value={interval}
        disabled={disabled}
        description={
          interval === DEFAULT_HEARTBEAT_INTERVAL
            ? t(
                'setup.heartbeat.interval-default',
                "IRM pages you when no heartbeat has come for this long. IRM's default is 10 minutes: nothing to do there."
              )
            : t('setup.heartbeat.interval-help', 'IRM pages you when no heartbeat has come for this long.')
        }
        onChange={onChange}
      />
      <InIrm interval={interval} integration={integration} />
    </>
  );
}

function InIrm({ interval, integration }: Pick<Props, 'interval' | 'integration'>) {
  if (integration && integration.heartbeatUrl === undefined) {
    return (
      <Alert
        severity="warning"
        bottomSpacing={0}
        title={t(
          'setup.heartbeat.no-heartbeat',
          'IRM names no heartbeat for this integration. Its type may have none.'
        )}
      />
    );
  }
  if (interval === DEFAULT_HEARTBEAT_INTERVAL) {
    return null;
  }
  return (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <Text element="p" color="warning">
        {t(
          'setup.heartbeat.set-interval',
          'Set {{interval}} in IRM now: open the integration, menu ⋮, Heartbeat settings.',
          verbatim({ interval: formatInterval(interval) })
        )}
      </Text>
      {integration ? <IntegrationLink id={integration.id} /> : <IrmLink />}
    </Stack>
  );
}
