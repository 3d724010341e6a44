import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Stack, TextLink, useStyles2 } from '@grafana/ui';
import { lazy, useMemo } from 'react';
import { connectionsTitle } from '../../ui/connectionsNav';
import { ReadErrorAlert } from '../../ui/ReadErrorAlert';
import { ReadingSkeleton } from '../../ui/health/ReadingSkeleton';
import { useWordsBeforehand } from '../../ui/health/useReasonWords';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { Loaded } from '../../ui/Loaded';
import { coveragePath, exportPath } from '../../ui/pagePaths';
import { ServerClock } from '../../ui/time/ServerClock';
import { UnreadParts } from '../../ui/health/UnreadParts';
import { LeftNotice } from '../detail/LeftNotice';
import type { OverviewReading } from '../summary/overviewReading';
import { useOverview } from '../summary/useOverview';
import { ConnectButton } from './ConnectButton';
import { Connections } from './Connections';
import { EmptyFolder } from './EmptyFolder';
import { EmptyOverview } from './EmptyOverview';
import { Freshness } from './Freshness';
import { MessageLimits } from './MessageLimits';
import { OrphanedRules } from './OrphanedRules';
import { VerdictLine } from './VerdictLine';

const LeftRealAlerts = lazy(() =>
  import('../detail/real-alert/LeftRealAlerts').then((file) => ({ default: file.LeftRealAlerts }))
);

/** `/a/irmconnect-setup-app/status`: are our alerts still getting out? All connections, worst first. */
export default function OverviewPage() {
  return <OverviewOf reading={useOverview()} />;
}

export function OverviewOf({ reading }: { reading: OverviewReading }) {
  const styles = useStyles2(getStyles);
  const { data, overview, verdict, error, isRefreshing, refresh } = reading;
  useWordsBeforehand();
  const isAnyThere = overview !== undefined && overview.rows.length > 0;
  // One object, because with every other one Grafana sets the title of the document anew.
  const pageNav = useMemo(() => ({ text: connectionsTitle() }), []);
  return (
    <PluginPage
      pageNav={pageNav}
      subTitle={t('connections.subtitle', 'Grafana IRM integrations connected to this Grafana')}
      actions={
        isAnyThere && (
          <Stack direction="row" gap={1} wrap="wrap">
            <InternalLinkButton href={exportPath()} variant="secondary" icon="brackets-curly">
              {t('connections.export', 'Export as code')}
            </InternalLinkButton>
            <ConnectButton />
          </Stack>
        )
      }
    >
      <Stack direction="column" gap={2}>
        <LeftNotice />
        {error && <ReadErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
        {data && overview && verdict ? (
          <ServerClock value={data.clockOffset}>
            <div className={styles.top}>
              {isAnyThere && (
                <VerdictLine verdict={verdict}>
                  <TextLink href={coveragePath()} inline={false} variant="bodySmall">
                    {t('connections.coverage', 'Which alert rules reach IRM?')}
                  </TextLink>
                </VerdictLine>
              )}
              <Freshness
                readAt={data.readAt + data.clockOffset}
                hasFailed={error !== undefined}
                isRefreshing={isRefreshing}
                refresh={refresh}
              />
            </div>
            <UnreadParts problems={data.reading.problems} />
            {data.reading.realAlertRules && (
              <Loaded>
                <LeftRealAlerts data={data} />
              </Loaded>
            )}
            <EmptyFolder now={{ data, error, isRefreshing, refresh }} />
            <MessageLimits objects={data.reading} />
            <OrphanedRules rules={overview.orphanedRules} />
            {isAnyThere ? <Connections overview={overview} data={data} /> : <EmptyOverview />}
          </ServerClock>
        ) : (
          !error && <ReadingSkeleton lines={8} />
        )}
      </Stack>
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  top: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 2),
    alignItems: 'flex-start',
    justifyContent: 'flex-end',
  }),
});
