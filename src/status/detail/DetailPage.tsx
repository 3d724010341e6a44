import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { DrillMark } from '../../connection/desired/drillMark';
import { connectionWithId } from '../../connection/ownership/connections';
import { nameOf } from '../../connection/ownership/nameOf';
import { connectionsNav } from '../../ui/connectionsNav';
import { GrafanaErrorAlert } from '../../ui/GrafanaErrorAlert';
import { stateText } from '../../ui/health/stateText';
import { useWordsBeforehand } from '../../ui/health/useReasonWords';
import { connectionPath, connectionsPath } from '../../ui/pagePaths';
import { PageSkeleton } from '../../ui/PageSkeleton';
import type { ReadingData } from '../../ui/reading/useReading';
import { READING_KEY } from '../../ui/reading/useRefresh';
import { ServerClock } from '../../ui/time/ServerClock';
import { toast } from '../../ui/toast';
import { useTitleNote } from '../../ui/useTitleNote';
import { HeaderActions } from './actions/HeaderActions';
import type { ActionId, Done } from './actions/types';
import { ConnectionDetail } from './ConnectionDetail';
import type { OpenDialog } from './Dialogs';
import { leaveDone } from './leftDone';
import { NotFound } from './NotFound';
import { StaleNotice } from './StaleNotice';
import { focusState } from './StateCard';
import { useLive } from './parts/useLive';
import type { BegunAlert } from './real-alert/begunAlert';

/** Both in one file: what a dialog did has to be told, whatever can be loaded afterwards. */
const Dialogs = lazy(() => import(/* webpackChunkName: "dialogs" */ './Dialogs'));
const DoneNotice = lazy(() => import(/* webpackChunkName: "dialogs" */ './DoneNotice'));

/** `/a/irmconnect-setup-app/status/<connectionId>`: one connection in full, and all that can be done to it. */
export default function DetailPage() {
  const styles = useStyles2(getStyles);
  const { connectionId = '' } = useParams();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { live, data, error, isRefreshing, refresh } = useLive(connectionId);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [done, setDone] = useState<Done & { from: string }>();
  const [drill, setDrill] = useState<DrillMark>();
  const [alert, setAlert] = useState<BegunAlert>();
  const [shownId, setShownId] = useState(connectionId);
  if (shownId !== connectionId) {
    setShownId(connectionId);
    setDialog(undefined);
    // Of another connection nothing of this holds; one that was given another endpoint is the same.
    if (done?.movedTo !== connectionId) {
      setDone(undefined);
      setDrill(undefined);
      setAlert(undefined);
    }
  }
  const name = live ? nameOf(live.connection) : t('status.detail.title', 'Connection');
  // One object, because with every other one Grafana sets the title of the document anew.
  const pageNav = useMemo(() => ({ text: name, parentItem: connectionsNav() }), [name]);
  const isTroubled = live?.health.state === 'down' || live?.health.state === 'late';
  useWordsBeforehand();
  useTitleNote(live && isTroubled ? `(${stateText(live.health.state).toLocaleLowerCase()})` : '');

  const open = useCallback((action: ActionId) => live && setDialog({ action, opened: live }), [live]);
  const finish = (result: Done, from: string, movedTo = result.movedTo ?? from) => {
    setDialog(undefined);
    toast(result.title, { isWarning: (result.left?.length ?? 0) > 0 });
    const now = queryClient.getQueryData<ReadingData>(READING_KEY);
    if (now && !connectionWithId(movedTo, now.reading)) {
      leaveDone(queryClient, result);
      navigate(connectionsPath());
      return;
    }
    setDone({ ...result, from, movedTo });
    if (movedTo !== connectionId) {
      navigate(connectionPath(movedTo), { replace: true });
    }
  };
  const undo = () => data && done?.undo && setDialog({ undo: done.undo, data, from: done.from });
  const dismiss = () => {
    setDone(undefined);
    focusState();
  };

  return (
    <PluginPage pageNav={pageNav} actions={live && <HeaderActions live={live} onAction={open} />}>
      <ServerClock value={data?.clockOffset ?? 0}>
        <div className={styles.page}>
          {done && (
            <Suspense fallback={null}>
              <DoneNotice key={done.title} done={done} onUndo={undo} onClose={dismiss} />
            </Suspense>
          )}
          {!data && error && (
            <GrafanaErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />
          )}
          {!data && !error && <PageSkeleton lines={8} />}
          {data && error && <StaleNotice error={error} readAt={data.readAt} onRetry={() => void refresh()} />}
          {data && !live && !dialog && <NotFound />}
          {live && (
            <ConnectionDetail
              key={connectionId}
              live={live}
              onAction={open}
              begunDrill={drill}
              begunAlert={alert}
              isAskingDrill={dialog !== undefined && 'action' in dialog && dialog.action === 'drill'}
            />
          )}
        </div>
      </ServerClock>
      {dialog && (
        <Suspense fallback={null}>
          <Dialogs
            dialog={dialog}
            live={live}
            onDone={finish}
            onClose={() => setDialog(undefined)}
            onReopen={setDialog}
            onRealAlert={(begun) => {
              setDialog(undefined);
              setAlert(begun);
            }}
            onDrill={(mark) => {
              setDialog(undefined);
              setDrill(mark);
            }}
            refresh={refresh}
          />
        </Suspense>
      )}
    </PluginPage>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'grid', gap: theme.spacing(3), maxWidth: 960, gridTemplateColumns: 'minmax(0, 1fr)' }),
});
