import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, Spinner, Text, useStyles2 } from '@grafana/ui';
import type { Drill } from '../../../connection/drill/drill';
import type { DrillStep } from '../../../connection/drill/steps';
import { formatMoment } from '../../../ui/formatMoment';
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
          <Mark state={step.state} />
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

function Mark({ state }: { state: DrillStep['state'] }) {
  const styles = useStyles2(getStyles);
  switch (state) {
    case 'done':
      return <Icon name="check-circle" size="lg" className={styles.done} title={t('drill.mark.done', 'Done')} />;
    case 'failed':
      return (
        <Icon
          name="exclamation-triangle"
          size="lg"
          className={styles.failed}
          title={t('drill.mark.failed', 'Failed')}
        />
      );
    case 'running':
      return <Spinner size="lg" />;
    case 'waiting':
      return <Icon name="circle" size="lg" className={styles.waiting} title={t('drill.mark.waiting', 'To come')} />;
    case 'skipped':
      return (
        <Icon name="minus-circle" size="lg" className={styles.waiting} title={t('drill.mark.skipped', 'Left out')} />
      );
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'grid', gap: theme.spacing(1.5), margin: 0, padding: 0 }),
  item: css({ display: 'flex', gap: theme.spacing(1.5), alignItems: 'flex-start', overflowWrap: 'anywhere' }),
  done: css({ color: theme.colors.success.text, flexShrink: 0 }),
  failed: css({ color: theme.colors.error.text, flexShrink: 0 }),
  waiting: css({ color: theme.colors.text.secondary, flexShrink: 0 }),
});
