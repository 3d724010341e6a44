import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { alertingOffTitle } from '../../ui/AlertingOff';
import { useServices } from '../../ui/data/services';
import { describeGrafanaError } from '../../ui/describeGrafanaError';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { ServerClock } from '../../ui/time/ServerClock';
import { overviewPath } from '../summary/paths';
import { useOverview } from '../summary/useOverview';
import { AllConnections } from './AllConnections';
import { OneConnection } from './OneConnection';

/** On pages of others it does with less than on its own; milliseconds. */
const REFRESH_MS = 30_000;

export interface CompactStatusProps {
  /** Left out for all connections together. */
  connectionId?: string;
}

/** The state of one connection or of all, small enough for somebody else's page. */
export function CompactStatus(props: CompactStatusProps) {
  const { capabilities } = useServices();
  return capabilities.hasAlerting ? <StatusOf {...props} /> : <Text color="secondary">{alertingOffTitle()}</Text>;
}

function StatusOf({ connectionId }: CompactStatusProps) {
  const { data, overview, verdict, error } = useOverview({ refreshMs: REFRESH_MS });
  if (!data || !overview || !verdict) {
    return error ? <Text color="secondary">{describeGrafanaError(error).title}</Text> : <PageSkeleton lines={2} />;
  }
  return (
    <ServerClock value={data.clockOffset}>
      <Stack direction="column" gap={1} alignItems="flex-start" width="100%">
        {connectionId === undefined ? (
          <>
            <AllConnections verdict={verdict} />
            <TextLink href={overviewPath()}>{t('status.compact.open', 'IRM connections')}</TextLink>
          </>
        ) : (
          <OneConnection overview={overview} id={connectionId} />
        )}
      </Stack>
    </ServerClock>
  );
}
