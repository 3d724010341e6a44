import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { Drill } from '../../../connection/drill/drill';
import type { DrillStep } from '../../../connection/drill/steps';
import { formatMoment } from '../../../ui/formatMoment';
import { StepMark } from '../../../ui/StepMark';
import { stepDetail, stepTitle } from './stepTexts';

interface Props {
  steps: readonly DrillStep[];
  drill: Drill;
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** The steps of a drill as a list that fills by itself. */
export function DrillSteps({ steps, drill, now }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list} aria-label={t('drill.steps', 'Steps of the drill')} aria-live="polite">
      {steps.map((step) => (
        <li key={step.id} className={styles.item}>
          <StepMark state={step.state} />
          <div>
            <Text element="p" weight="medium">
              {stepTitle(step)}
            </Text>
            <Text element="p" color="secondary" tabular>
              {[step.at === undefined ? '' : formatMoment(step.at, now), stepDetail(step, drill)]
                .filter((part) => part !== '')
                .join(', ')}
            </Text>
          </div>
        </li>
      ))}
    </ol>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1.5), margin: 0, padding: 0 }),
  item: css({ display: 'flex', gap: theme.spacing(1.5), alignItems: 'flex-start', overflowWrap: 'anywhere' }),
});
