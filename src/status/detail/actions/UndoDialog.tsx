import { t } from '@grafana/i18n';
import { useMemo } from 'react';
import type { Plan } from '../../../connection/plan/types';
import { PlanDialog } from './PlanDialog';
import type { DialogProps } from './types';

interface Props extends Pick<DialogProps, 'onDone' | 'onClose'> {
  plan: Plan;
}

/** Takes the last action back, after another look. */
export function UndoDialog({ plan, ...props }: Props) {
  const action = useMemo(() => ({ plan, consequences: [] }), [plan]);
  return (
    <PlanDialog
      {...props}
      onDone={(done) => props.onDone({ ...done, undo: undefined })}
      title={t('status.undo.title', 'Take it back')}
      intro={t(
        'status.undo.intro',
        'The objects become what they were before. Nothing happens to what somebody else changed meanwhile.'
      )}
      action={action}
      applyLabel={t('status.undo.apply', 'Take back')}
      doneTitle={t('status.undo.done', 'It is taken back')}
    />
  );
}
