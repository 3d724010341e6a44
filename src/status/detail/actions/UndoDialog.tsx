import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import type { Plan } from '../../../connection/plan/types';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

interface Props extends Pick<DialogProps, 'onDone' | 'onTry' | 'onClose'> {
  plan: Plan;
}

/** Undoes the last action, after another look. */
export function UndoDialog({ plan, ...props }: Props) {
  const action = useMemo(() => ({ plan, consequences: [] }), [plan]);
  return (
    <PlanDialog
      {...props}
      isUndo
      onDone={(done) => props.onDone({ ...done, undo: undefined })}
      onTry={({ done, ...tried }) => props.onTry?.({ ...tried, done: { ...done, undo: undefined } })}
      title={t('status.undo.title', 'Undo')}
      intro={t(
        'status.undo.intro',
        'Restores the objects as they were. What somebody else changed meanwhile is left alone.'
      )}
      action={action}
      applyLabel={t('status.undo.apply', 'Undo')}
      doneTitle={t('status.undo.done', 'Undone')}
    />
  );
}
