import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { lazy, Suspense, useMemo } from 'react';
import { useParams } from 'react-router';
import { isLateOrDown } from '../../connection/health/types';
import { connectionsNav } from '../../ui/connectionsNav';
import { ReadErrorAlert } from '../../ui/ReadErrorAlert';
import { ReadingSkeleton } from '../../ui/health/ReadingSkeleton';
import { stateText } from '../../ui/health/stateText';
import { useWordsBeforehand } from '../../ui/health/useReasonWords';
import { ServerClock } from '../../ui/time/ServerClock';
import { useTitleNote } from '../../ui/useTitleNote';
import { HeaderActions } from './actions/HeaderActions';
import { NextStep } from './actions/NextStep';
import { ConnectionDetail } from './ConnectionDetail';
import { NotFound } from './NotFound';
import { StaleNotice } from './StaleNotice';
import { useLive } from './parts/useLive';
import { useDialogs } from './useDialogs';

/** All in one file: what a dialog did has to be told, whatever can be loaded afterwards. */
const Dialogs = lazy(() => import(/* webpackChunkName: "dialogs" */ './Dialogs'));
const UnfinishedNotice = lazy(() => import(/* webpackChunkName: "dialogs" */ './UnfinishedNotice'));
const WhatBecameOf = lazy(() => import(/* webpackChunkName: "dialogs" */ './WhatBecameOf'));

/** `/a/irmconnect-setup-app/status/<connectionId>`: one connection in full, and all that can be done to it. */
export default function DetailPage() {
  const styles = useStyles2(getStyles);
  const { connectionId = '' } = useParams();
  const { live, name: knownName, data, error, isRefreshing, refresh } = useLive(connectionId);
  const { dialog, tried, done, begun, ...dialogs } = useDialogs(connectionId, live, data);
  const name = knownName ?? t('status.detail.title', 'Connection');
  // One object, because with every other one Grafana sets the title of the document anew.
  const pageNav = useMemo(() => ({ text: name, parentItem: connectionsNav() }), [name]);
  useWordsBeforehand();
  useTitleNote(live && isLateOrDown(live.health.state) ? `(${stateText(live.health.state).toLocaleLowerCase()})` : '');

  return (
    <PluginPage pageNav={pageNav} actions={live && <HeaderActions live={live} onAction={dialogs.open} />}>
      <ServerClock value={data?.clockOffset ?? 0}>
        <div className={styles.page}>
          {done && (
            <Suspense fallback={null}>
              <UnfinishedNotice
                key={done.title}
                done={done}
                reading={data?.reading}
                onUndo={dialogs.undo}
                onClose={dialogs.dismiss}
              >
                {done.unfinished && live && (
                  <NextStep
                    action={done.unfinished.goOn}
                    connection={live.connection}
                    objects={live.data.reading}
                    onAction={dialogs.open}
                  />
                )}
              </UnfinishedNotice>
            </Suspense>
          )}
          {!data && error && <ReadErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
          {!live && (data ? tried && !dialog : !error) && <ReadingSkeleton lines={8} />}
          {data && error && (
            <StaleNotice error={error} readAt={data.readAt} onRetry={() => void refresh()} isRetrying={isRefreshing} />
          )}
          {data && !live && !dialog && !tried && <NotFound />}
          {live && (
            <ConnectionDetail
              key={connectionId}
              live={live}
              onAction={dialogs.open}
              begunDrill={begun.drill}
              begunAlert={begun.alert}
              isAskingDrill={dialog !== undefined && 'action' in dialog && dialog.action === 'drill'}
            />
          )}
        </div>
      </ServerClock>
      {tried && !dialog && data && (
        <Suspense fallback={null}>
          <WhatBecameOf
            {...tried}
            connectionId={connectionId}
            data={data}
            isStale={error !== undefined}
            onTold={dialogs.finish}
            onGone={() => dialogs.setTried(undefined)}
          />
        </Suspense>
      )}
      {dialog && (
        <Suspense fallback={null}>
          <Dialogs
            dialog={dialog}
            live={live}
            onDone={dialogs.finish}
            onTry={dialogs.setTried}
            onClose={dialogs.close}
            onReopen={dialogs.reopen}
            onRealAlert={dialogs.beginAlert}
            onDrill={dialogs.beginDrill}
            reading={{ error, isRefreshing, refresh }}
          />
        </Suspense>
      )}
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'grid', gap: theme.spacing(3), maxWidth: 960, gridTemplateColumns: 'minmax(0, 1fr)' }),
});
