import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { PlanStep } from '../connection/plan/types';
import { ObjectLink } from './ObjectLink';
import { objectName } from './planTexts';

interface Props {
  title: string;
  steps: readonly PlanStep[];
  /** Whether each object is there under the name that it was to get, so that its page can be linked to. */
  areThere?: boolean;
}

/** The objects of some steps of a plan. */
export function StepList({ title, steps, areThere }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <Text weight="medium">{title}</Text>
      <ul className={styles.list}>
        {steps.map((step) => (
          <li key={`${step.object}-${step.uid ?? step.name}`}>
            {objectName(step.object)}: {areThere ? <ObjectLink {...step} /> : step.name}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is left of a run that broke off; `isUncertain` where nobody knows whether all of it is. */
export function RemainingSteps({ steps, isUncertain }: Pick<Props, 'steps'> & { isUncertain: boolean }) {
  return (
    <StepList
      title={
        isUncertain
          ? t('ui.apply-failure.uncertain', 'May have been done')
          : t('ui.apply-failure.remaining', 'Not done yet')
      }
      steps={steps}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ paddingInlineStart: theme.spacing(3) }),
});
