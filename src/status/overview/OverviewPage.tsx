import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Stack, Text } from '@grafana/ui';
import { GrafanaErrorAlert } from '../../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { describeCounts } from '../summary/describeCounts';
import { LeftNotice } from '../detail/LeftNotice';
import { useOverview } from '../summary/useOverview';
import { Connections } from './Connections';
import { EmptyFolder } from './EmptyFolder';
import { EmptyOverview } from './EmptyOverview';
import { Freshness } from './Freshness';
import { OrphanedRules } from './OrphanedRules';
import { UnreadParts } from './UnreadParts';

/** Are our alerts still getting out? All connections, worst first. */
export function OverviewPage() {
  const { data, overview, error, isRefreshing, refresh } = useOverview();
  return (
    <PluginPage
      pageNav={{ text: t('status.page.title', 'Status') }}
      subTitle={t('status.page.subtitle', 'Are our alerts still getting out of this Grafana?')}
    >
      <Stack direction="column" gap={2}>
        <LeftNotice />
        {error && <GrafanaErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
        {data && overview ? (
          <>
            <Stack direction="row" gap={2} justifyContent="space-between" alignItems="center" wrap="wrap">
              <div aria-live="polite">
                {overview.rows.length > 0 && (
                  <Text element="h2" variant="h3">
                    {describeCounts(overview.counts)}
                  </Text>
                )}
              </div>
              <Freshness
                readAt={data.readAt}
                hasFailed={error !== undefined}
                isRefreshing={isRefreshing}
                refresh={refresh}
              />
            </Stack>
            <UnreadParts problems={data.reading.problems} />
            <EmptyFolder reading={data.reading} />
            <OrphanedRules rules={overview.orphanedRules} />
            {overview.rows.length === 0 ? <EmptyOverview /> : <Connections overview={overview} data={data} />}
          </>
        ) : (
          !error && <PageSkeleton lines={8} />
        )}
      </Stack>
    </PluginPage>
  );
}
