import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Text, useStyles2 } from '@grafana/ui';
import { formatMoment } from './formatMoment';
import { StepMark, type StepState } from './StepMark';

interface TimedStep {
  id: string;
  state: StepState;
  /** Epoch milliseconds of the server, once it is done. */
  at: number | undefined;
}

interface Props<Step> {
  label: string;
  steps: readonly Step[];
  titleOf(step: NoInfer<Step>): string;
  /** What stands behind the time; empty for nothing. */
  detailOf(step: NoInfer<Step>): string;
  /** A moment of this day, epoch milliseconds. */
  today: number;
}

/** Steps of something that is followed, as a list that fills by itself. */
export function TimedSteps<Step extends TimedStep>({ label, steps, titleOf, detailOf, today }: Props<Step>) {
  const styles = useStyles2(getStyles);
  return (
    <ol className={styles.list} aria-label={label} aria-live="polite">
      {steps.map((step) => (
        <li key={step.id} className={styles.item}>
          <StepMark state={step.state} />
          <div>
            <Text element="p" weight="medium">
              {titleOf(step)}
            </Text>
            <Text element="p" color="secondary" tabular>
              {[step.at === undefined ? '' : formatMoment(step.at, today), detailOf(step)]
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
