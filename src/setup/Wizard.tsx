import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Suspense, useRef } from 'react';
import { PageSkeleton } from '../ui/PageSkeleton';
import { StepHeader } from './StepHeader';
import { Stepper } from './Stepper';
import type { StepProps } from './step/stepProps';
import { contentOf, STEP_CONTENT } from './stepContent';
import type { Step, WizardState } from './steps';
import { useStepAhead } from './useStepAhead';

/** The stepper beside the step that the address asks for; above it where there is little room. */
export function Wizard({ step, state, props }: { step: Step; state: WizardState; props: StepProps }) {
  const styles = useStyles2(getStyles);
  const shown = contentOf(step.id, props);
  const Content = STEP_CONTENT[shown];
  const content = useRef<HTMLDivElement>(null);
  useStepAhead(content, shown);
  return (
    <div className={styles.wizard}>
      <Stepper current={step.id} state={state} onChoose={props.goTo} />
      <div className={styles.step} ref={content}>
        <StepHeader step={step} below={shown === 'from-irm' ? `${shown} ${props.chosen?.id}` : shown} place={content} />
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
