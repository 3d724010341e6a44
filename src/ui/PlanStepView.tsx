import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Badge, Icon, Text, useStyles2, type BadgeColor, type IconName } from '@grafana/ui';
import type { StepProgress, StepState } from '../connection/apply/types';
import type { PlanStep } from '../connection/plan/types';
import { describeGrafanaError } from './describeGrafanaError';
import { ObjectLink } from './ObjectLink';
import { PlanChanges } from './PlanChanges';
import { actionName, objectName, stateName } from './planTexts';

const BADGES: Record<PlanStep['action'], { color: BadgeColor; icon: IconName }> = {
  create: { color: 'green', icon: 'plus' },
  update: { color: 'orange', icon: 'pen' },
  keep: { color: 'blue', icon: 'check' },
  delete: { color: 'red', icon: 'trash-alt' },
};

const STATE_ICONS: Record<StepState, IconName> = {
  waiting: 'clock-nine',
  running: 'spinner',
  done: 'check-circle',
  failed: 'exclamation-circle',
  skipped: 'minus-circle',
};

/** One object of a plan: what happens to it, and how far that got. */
export function PlanStepView({ progress, isRunning }: { progress: StepProgress; isRunning: boolean }) {
  const styles = useStyles2(getStyles);
  const { step, state, error } = progress;
  const isThere = step.action === 'keep' || (state === 'done' && step.action !== 'delete');
  return (
    <li className={styles.step}>
      <div className={styles.head}>
        <Badge text={actionName(step.action)} {...BADGES[step.action]} />
        <Text color="secondary">{objectName(step.object)}</Text>
        <span className={styles.name}>
          {isThere ? (
            <ObjectLink object={step.object} name={step.name} uid={step.uid} />
          ) : (
            <Text weight="medium">{step.name}</Text>
          )}
        </span>
        {isRunning && (
          <span className={styles.state} data-state={state}>
            <Icon name={STATE_ICONS[state]} aria-hidden /> {stateName(state)}
          </span>
        )}
      </div>
      <PlanChanges changes={step.changes} isNew={step.action === 'create'} />
      {error && (
        <div role="alert">
          <Text element="p" color="error">
            {`${describeGrafanaError(error).title}. ${describeGrafanaError(error).text}`}
          </Text>
          {progress.uncertain && (
            <Text element="p" color="secondary">
              {t('ui.plan.uncertain', 'It may have been done anyway.')}
            </Text>
          )}
        </div>
      )}
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  step: css({ display: 'grid', gap: theme.spacing(1), padding: theme.spacing(1.5, 2), minWidth: 0 }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  name: css({ minWidth: 0, overflowWrap: 'anywhere' }),
  state: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginInlineStart: 'auto',
    color: theme.colors.text.secondary,
    '&[data-state="done"]': { color: theme.colors.success.text },
    '&[data-state="failed"]': { color: theme.colors.error.text },
  }),
});
