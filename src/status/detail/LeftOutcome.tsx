import { lazy, Suspense, useState } from 'react';
import { toast } from '../../ui/toast';
import type { Done } from './actions/types';
import DoneNotice from './DoneNotice';

const UndoDialog = lazy(() => import('./actions/UndoDialog').then((file) => ({ default: file.UndoDialog })));

interface Props {
  done: Done;
  onChange(done: Done | undefined): void;
}

/** What was just deleted, and the way back. */
export default function LeftOutcome({ done, onChange }: Props) {
  const [isUndoing, setIsUndoing] = useState(false);
  const finish = (undone: Done) => {
    setIsUndoing(false);
    onChange(undone);
    toast(undone.title);
  };
  return (
    <>
      <DoneNotice key={done.title} done={done} onUndo={() => setIsUndoing(true)} onClose={() => onChange(undefined)} />
      {isUndoing && done.undo?.kind === 'plan' && (
        <Suspense fallback={null}>
          <UndoDialog plan={done.undo.plan} onClose={() => setIsUndoing(false)} onDone={finish} />
        </Suspense>
      )}
    </>
  );
}
