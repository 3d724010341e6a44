import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { Stack } from '@grafana/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { nameOf } from '../../connection/ownership/nameOf';
import { GrafanaErrorAlert } from '../../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { connectionPath, overviewPath } from '../summary/paths';
import type { ActionId, Done } from './actions/types';
import { ConnectionDetail } from './ConnectionDetail';
import { Dialogs, type OpenDialog } from './Dialogs';
import { DoneNotice } from './DoneNotice';
import { GoneNotice } from './GoneNotice';
import { StaleNotice } from './StaleNotice';
import { useLive } from './parts/useLive';

/** `/a/irmconnect-setup-app/status/<connectionId>`: one connection in full, and all that can be done to it. */
export default function DetailPage() {
  const { connectionId = '' } = useParams();
  const navigate = useNavigate();
  const { live, data, error, isRefreshing, refresh } = useLive(connectionId);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [done, setDone] = useState<Done & { from: string }>();
  const name = live ? nameOf(live.connection) : t('status.detail.title', 'Connection');

  const open = (action: ActionId) => live && setDialog({ action, opened: live });
  const finish = (result: Done, from: string, movedTo = result.movedTo) => {
    setDialog(undefined);
    setDone({ ...result, from });
    if (movedTo !== undefined && movedTo !== connectionId) {
      navigate(connectionPath(movedTo), { replace: true });
    }
  };
  const undo = () => data && done?.undo && setDialog({ undo: done.undo, data, from: done.from });

  return (
    <PluginPage
      pageNav={{ text: name, parentItem: { text: t('status.detail.parent', 'Status'), url: overviewPath() } }}
    >
      <Stack direction="column" gap={3} alignItems="stretch">
        {done && <DoneNotice key={done.title} done={done} onUndo={undo} onClose={() => setDone(undefined)} />}
        {!data && error && <GrafanaErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
        {!data && !error && <PageSkeleton lines={8} />}
        {data && error && <StaleNotice error={error} readAt={data.readAt} onRetry={() => void refresh()} />}
        {data && !live && !dialog && <GoneNotice />}
        {live && <ConnectionDetail key={connectionId} live={live} onAction={open} />}
      </Stack>
      {dialog && (
        <Dialogs
          dialog={dialog}
          live={live}
          onDone={finish}
          onClose={() => setDialog(undefined)}
          onReopen={setDialog}
          refresh={refresh}
        />
      )}
    </PluginPage>
  );
}
