import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Suspense, useEffect } from 'react';
import { PageSkeleton } from '../ui/PageSkeleton';
import { StepHeader } from './StepHeader';
import { Stepper } from './Stepper';
import type { StepProps } from './step/stepProps';
import { prefetchStep, STEP_CONTENT } from './stepContent';
import { followingStep, type Step, type WizardState } from './steps';

/** Long enough for the step itself to have loaded; milliseconds. */
const PREFETCH_AFTER_MS = 1_000;

/** The stepper beside the step that the address asks for; above it where there is little room. */
export function Wizard({ step, state, props }: { step: Step; state: WizardState; props: StepProps }) {
  const styles = useStyles2(getStyles);
  const Content = STEP_CONTENT[step.id];
  const following = followingStep(step.id)?.id;
  useEffect(() => {
    const timer = setTimeout(() => following && prefetchStep(following), PREFETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [following]);
  return (
    <div className={styles.wizard}>
      <Stepper current={step.id} state={state} onChoose={props.goTo} />
      <div className={styles.step}>
        <StepHeader step={step} />
        <Suspense fallback={<PageSkeleton lines={4} />}>
          <Content key={step.id} {...props} />
        </Suspense>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  wizard: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 200px) minmax(0, 720px)',
    gap: theme.spacing(5),
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(3) },
  }),
  step: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    gap: theme.spacing(2),
    minWidth: 0,
  }),
});
