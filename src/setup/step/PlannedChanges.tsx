import { t } from '@grafana/i18n';
import type { Plan } from '../../connection/plan/types';
import { PlanView } from '../../ui/PlanView';
import type { PlanRun } from '../../ui/useApplyPlan';
import { Fold } from './Fold';

interface Props {
  plan: Plan;
  /** Nothing of it is there yet. */
  isNew: boolean;
  /** Something in it keeps it from being saved that no field shows. */
  mustOpen: boolean;
  run: PlanRun;
}

/** What saving will do to which object, and while it does how far it got. */
export function PlannedChanges({ plan, isNew, mustOpen, run }: Props) {
  return (
    <Fold
      label={isNew ? t('setup.will-be-created', 'What will be created') : t('setup.changes', 'Changes')}
      mustOpen={mustOpen}
    >
      <PlanView plan={plan} progress={run.isRunning ? run.progress : undefined} />
    </Fold>
  );
}
