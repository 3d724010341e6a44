import { t } from '@grafana/i18n';
import { Stack, Text, TextLink } from '@grafana/ui';
import { lazy } from 'react';
import type { GrafanaError } from '../../connection/port/grafanaPort';
import { Loaded } from '../../ui/Loaded';
import { connectionsPath } from '../../ui/pagePaths';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { ServerClock } from '../../ui/time/ServerClock';
import type { OverviewReading } from '../summary/overviewReading';
import { AllConnections } from './AllConnections';
import { OneConnection } from './OneConnection';

const ReadFailure = lazy(() => import('./ReadFailure'));

/** On pages of others it does with less than on its own; milliseconds. */
export const REFRESH_MS = 30_000;

export interface CompactStatusProps {
  /** Left out for all connections together. */
  connectionId?: string;
}

/** What was read, as far as it was. */
export function StatusOf({ reading, connectionId }: CompactStatusProps & { reading: OverviewReading }) {
  const { data, overview, verdict, error } = reading;
  if (!data || !overview || !verdict) {
    return error ? <NotRead error={error} /> : <PageSkeleton lines={2} />;
  }
  return (
    <ServerClock value={data.clockOffset}>
      <Stack direction="column" gap={1} alignItems="flex-start" width="100%">
        {connectionId === undefined ? (
          <>
            <AllConnections verdict={verdict} />
            <ToConnections />
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
    <Stack direction="column" gap={1} alignItems="flex-start">
      <Text color="secondary">
        <Loaded instead={error.message}>
          <ReadFailure error={error} />
        </Loaded>
      </Text>
      <ToConnections />
    </Stack>
  );
}

const ToConnections = () => <TextLink href={connectionsPath()}>{t('status.compact.open', 'IRM connections')}</TextLink>;
