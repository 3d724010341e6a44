import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ComponentType } from 'react';
import { ContactPointStep } from './contact-point/ContactPointStep';
import { EndpointStep } from './endpoint/EndpointStep';
import { HeartbeatStep } from './heartbeat/HeartbeatStep';
import { IntegrationStep } from './integration/IntegrationStep';
import { ProofStep } from './proof/ProofStep';
import { StepHeader } from './StepHeader';
import { Stepper } from './Stepper';
import type { StepId, StepProps } from './step/stepProps';
import { stepsFor, type Step, type WizardState } from './steps';

const CONTENT: Record<StepId, ComponentType<StepProps>> = {
  integration: IntegrationStep,
  endpoint: EndpointStep,
  'contact-point': ContactPointStep,
  heartbeat: HeartbeatStep,
  proof: ProofStep,
};

/** The stepper beside the step that the address asks for; above it where there is little room. */
export function Wizard({ step, state, props }: { step: Step; state: WizardState; props: StepProps }) {
  const styles = useStyles2(getStyles);
  const Content = CONTENT[step.id];
  return (
    <div className={styles.wizard}>
      <Stepper current={step.id} state={state} onChoose={props.goTo} />
      <div className={styles.step}>
        <StepHeader step={step} steps={stepsFor(state)} />
        <Content key={step.id} {...props} />
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
    gap: theme.spacing(3),
    minWidth: 0,
  }),
});
