import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import type { Plan } from '../../../connection/plan/types';
import type { Task } from '../../../connection/rights';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

interface Props extends Omit<DialogProps, 'connection'> {
  plan: Plan;
  task: Task;
}

/** Takes the last action back, after another look. */
export function UndoDialog({ plan, task, ...props }: Props) {
  const action = useMemo(() => ({ plan, undo: undefined, consequences: [] }), [plan]);
  return (
    <PlanDialog
      {...props}
      title={t('status.undo.title', 'Take it back')}
      intro={t(
        'status.undo.intro',
        'The objects become what they were before. Nothing happens to what somebody else changed meanwhile.'
      )}
      task={task}
      action={action}
      applyLabel={t('status.undo.apply', 'Take back')}
      doneTitle={t('status.undo.done', 'It is taken back')}
    />
  );
}
