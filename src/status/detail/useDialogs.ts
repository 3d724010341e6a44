import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { connectionWithId } from '../../connection/ownership/connections';
import { connectionPath, connectionsPath } from '../../ui/pagePaths';
import type { ReadingData } from '../../ui/reading/useReading';
import { READING_KEY } from '../../ui/reading/useRefresh';
import { toast } from '../../ui/toast';
import type { ActionId, Done, Tried } from './actions/types';
import type { OpenDialog } from './Dialogs';
import type { BegunDrill } from './drill/begunDrill';
import { leaveDone } from './leftDone';
import type { Live } from './parts/useLive';
import type { BegunAlert } from './real-alert/begunAlert';
import { focusState } from './StateCard';

/** Which dialog of a connection's page is open, and what came of those before: something done, or something begun. */
export function useDialogs(connectionId: string, live: Live | undefined, data: ReadingData | undefined) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [tried, setTried] = useState<Tried>();
  const [done, setDone] = useState<Done & { from: string }>();
  const [drill, setDrill] = useState<BegunDrill>();
  const [alert, setAlert] = useState<BegunAlert>();
  const [shownId, setShownId] = useState(connectionId);
  if (shownId !== connectionId) {
    setShownId(connectionId);
    setDialog(undefined);
    setTried(undefined);
    // Of another connection nothing of this holds; one that was given another endpoint is the same.
    if (done?.movedTo !== connectionId) {
      setDone(undefined);
      setDrill(undefined);
      setAlert(undefined);
    }
  }

  const open = useCallback((action: ActionId) => live && setDialog({ action, opened: live }), [live]);
  const finish = (result: Done, from: string, movedTo = result.movedTo ?? from) => {
    setDialog(undefined);
    setTried(undefined);
    const { title, unfinished, left = [] } = result;
    toast(unfinished?.title ?? title, { isWarning: unfinished !== undefined || left.length > 0 });
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
  return {
    dialog,
    open,
    reopen: setDialog,
    close: () => setDialog(undefined),
    /** The last plan that was begun and not told as done: what came of it shows once its dialog is closed. */
    tried,
    setTried,
    /** What was done by the last dialog; `movedTo` is the id that the connection has since. */
    done,
    finish,
    undo: () => data && done?.undo && setDialog({ undo: done.undo, data, from: done.from }),
    dismiss: () => {
      setDone(undefined);
      focusState();
    },
    /** The drill and the real alert that this page has begun. */
    begun: { drill, alert },
    beginDrill: (paused: BegunDrill) => {
      setDialog(undefined);
      setDrill(paused);
    },
    beginAlert: (sent: BegunAlert) => {
      setDialog(undefined);
      setAlert(sent);
    },
  };
}
