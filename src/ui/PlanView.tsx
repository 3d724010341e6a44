import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert, Text, useStyles2 } from '@grafana/ui';
import type { StepProgress } from '../connection/apply/types';
import type { Plan } from '../connection/plan/types';
import { describeObstacle } from './describeObstacle';
import { PlanStepView } from './PlanStepView';

interface Props {
  plan: Plan;
  /** How far the plan has been carried out; left out, it is only shown. */
  progress?: readonly StepProgress[];
}

/** What will happen to which object, field by field, and while it is applied how far it got. */
export function PlanView({ plan, progress }: Props) {
  const styles = useStyles2(getStyles);
  const shown: readonly StepProgress[] = progress ?? plan.steps.map((step) => ({ step, state: 'waiting' }));
  return (
    <div className={styles.plan}>
      {!progress &&
        plan.obstacles.map((obstacle, index) => (
          <Alert
            key={`${index}-${obstacle.object}-${obstacle.reason}`}
            severity={obstacle.blocking ? 'error' : 'info'}
            title={
              obstacle.blocking ? t('ui.plan.blocked', 'These changes cannot be applied') : t('ui.plan.note', 'Note')
            }
            bottomSpacing={0}
          >
            <Text element="p">{describeObstacle(obstacle)}</Text>
          </Alert>
        ))}
      <ul className={styles.list} aria-label={t('ui.plan.label', 'Changes')}>
        {shown.map((entry, index) => (
          <PlanStepView
            key={`${index}-${entry.step.object}-${entry.step.name}`}
            progress={entry}
            isRunning={Boolean(progress)}
          />
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  plan: css({ display: 'grid', gap: theme.spacing(2), minWidth: 0 }),
  list: css({
    listStyle: 'none',
    margin: 0,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    '& > li + li': { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
});
