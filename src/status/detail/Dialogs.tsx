import { useState, type ComponentType } from 'react';
import { PauseDialog, ResumeDialog } from './actions/PauseDialogs';
import { RemoveDialog } from './actions/RemoveDialog';
import { RenameDialog } from './actions/RenameDialog';
import { RepairDialog } from './actions/RepairDialog';
import { RotateDialog } from './actions/RotateDialog';
import { BeatDialog, TestDialog } from './actions/SendDialogs';
import { AdoptDialog, TimingDialog } from './actions/TimingDialogs';
import type { ActionId, DialogProps, Done, Tried, Typed } from './actions/types';
import { useLookAgain, type Reading } from './actions/useLookAgain';
import { UndoDialog } from './actions/UndoDialog';
import type { BegunDrill } from './drill/begunDrill';
import { DrillDialog } from './drill/DrillDialog';
import type { BegunAlert } from './real-alert/begunAlert';
import { RealAlertDialog } from './real-alert/RealAlertDialog';
import { RestoreDialog } from './silences/RestoreDialog';
import { SilenceDialog } from './silences/SilenceDialog';
import type { Live } from './parts/useLive';

/** What is open: an action on what the person saw then, or the way back from the last one. */
export type OpenDialog =
  { action: ActionId; opened: Live } | { undo: NonNullable<Done['undo']>; data: Live['data']; from: string };

interface Props {
  dialog: OpenDialog;
  /** The connection as it is now. */
  live: Live | undefined;
  onDone(done: Done, from: string, movedTo?: string): void;
  onTry(tried: Tried): void;
  onClose(): void;
  onReopen(dialog: OpenDialog): void;
  onDrill(begun: BegunDrill): void;
  onRealAlert(begun: BegunAlert): void;
  reading: Reading;
}

const DIALOGS: Readonly<Record<Exclude<ActionId, 'silence' | 'drill' | 'realAlert'>, ComponentType<DialogProps>>> = {
  test: TestDialog,
  beat: BeatDialog,
  pause: PauseDialog,
  resume: ResumeDialog,
  timing: TimingDialog,
  repair: RepairDialog,
  adopt: AdoptDialog,
  rename: RenameDialog,
  rotate: RotateDialog,
  remove: RemoveDialog,
};

/**
 * The dialog of one action. It keeps the objects as they were when it was opened, so that the plan which is carried out
 * is the one that was looked at; the page behind goes on refreshing.
 */
export default function Dialogs(props: Props) {
  const { dialog, onDone, onTry, onClose, reading } = props;
  const common = { onClose, refresh: reading.refresh };
  if ('undo' in dialog) {
    const { undo, data, from } = dialog;
    const finish = (done: Done) => onDone(done, from, from);
    return undo.kind === 'silence' ? (
      <RestoreDialog {...common} silence={undo.silence} now={data.reading.serverTime} onDone={finish} />
    ) : (
      <UndoDialog
        onClose={onClose}
        plan={undo.plan}
        onDone={finish}
        onTry={({ plan, done }) => onTry({ plan, done: { ...done, movedTo: from } })}
      />
    );
  }
  const { action, opened } = dialog;
  const finish = (done: Done) => onDone(done, opened.connection.id);
  if (action === 'silence') {
    const { serverTime } = opened.data.reading;
    return <SilenceDialog {...common} ids={opened.silences} now={serverTime} onDone={finish} />;
  }
  if (action === 'drill' || action === 'realAlert') {
    return <LiveDialog {...props} action={action} opened={opened} />;
  }
  return <PlannedDialog {...props} action={action} opened={opened} />;
}

type LiveProps = Props & { action: 'drill' | 'realAlert'; opened: Live };

/** A drill or a real alert, which is begun on nothing old. A look that lacks the connection breaks off nothing that runs. */
function LiveDialog({ action, opened, live, onClose, onDrill, onRealAlert }: LiveProps) {
  const [last, setLast] = useState(opened);
  if (live && live !== last) {
    setLast(live);
  }
  return action === 'drill' ? (
    <DrillDialog live={last} onPaused={onDrill} onClose={onClose} />
  ) : (
    <RealAlertDialog live={last} onSent={onRealAlert} onClose={onClose} />
  );
}

type PlannedProps = Props & { action: keyof typeof DIALOGS; opened: Live };

function PlannedDialog({ action, opened, live, onDone, onTry, onClose, onReopen, reading }: PlannedProps) {
  const Dialog = DIALOGS[action];
  const [typed, setTyped] = useState<Typed>({});
  const lookAgain = useLookAgain(opened, live, reading, (now) => (now ? onReopen({ action, opened: now }) : onClose()));
  return (
    <Dialog
      // Made again, it starts with its fields filled in again, but for what was typed.
      key={opened.data.readAt}
      onClose={onClose}
      connection={opened.connection}
      reading={opened.data.reading}
      typed={typed}
      onType={(more) => setTyped({ ...typed, ...more })}
      onDone={(done) => onDone(done, opened.connection.id)}
      onTry={onTry}
      lookAgain={lookAgain}
    />
  );
}
