import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { lazy } from 'react';
import type { GrafanaError } from '../../connection/port/grafanaPort';
import { alertingOffTitle } from '../../ui/AlertingOff';
import { useServices } from '../../ui/data/services';
import { connectionsPath } from '../../ui/pagePaths';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { ServerClock } from '../../ui/time/ServerClock';
import { useOverview } from '../summary/useOverview';
import { AllConnections } from './AllConnections';
import { LoadedWords } from './LoadedWords';
import { OneConnection } from './OneConnection';

const ReadFailure = lazy(() => import('./ReadFailure'));

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
    return error ? <NotRead error={error} /> : <PageSkeleton lines={2} />;
  }
  return (
    <ServerClock value={data.clockOffset}>
      <Stack direction="column" gap={1} alignItems="flex-start" width="100%">
        {connectionId === undefined ? (
          <>
            <AllConnections verdict={verdict} />
            <TextLink href={connectionsPath()}>{t('status.compact.open', 'IRM connections')}</TextLink>
          </>
        ) : (
          <OneConnection overview={overview} id={connectionId} />
        )}
      </Stack>
    </ServerClock>
  );
}

function NotRead({ error }: { error: GrafanaError }) {
  return (
    <Text color="secondary">
      <LoadedWords instead={error.message}>
        <ReadFailure error={error} />
      </LoadedWords>
    </Text>
  );
}
