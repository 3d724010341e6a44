import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Text, useStyles2 } from '@grafana/ui';
import type { RealAlert } from '../../../connection/real-alert/realAlert';
import type { RealAlertStep } from '../../../connection/real-alert/steps';
import { formatMoment } from '../../../ui/formatMoment';
import { StepMark } from '../../../ui/StepMark';
import { stepDetail, stepTitle } from './stepTexts';

interface Props {
  steps: readonly RealAlertStep[];
  alert: RealAlert;
  /** The server's time, epoch milliseconds. */
  now: number;
}

/** The way of the alert as a list that fills by itself. */
export function RealAlertSteps({ steps, alert, now }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list} aria-label={t('real-alert.steps', 'Way of the alert')} aria-live="polite">
      {steps.map((step) => (
        <li key={step.id} className={styles.item}>
          <StepMark state={step.state} />
          <div>
            <Text element="p" weight="medium">
              {stepTitle(step)}
            </Text>
            <Text element="p" color="secondary" tabular>
              {[step.at === undefined ? '' : formatMoment(step.at, now), stepDetail(step, alert)]
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
