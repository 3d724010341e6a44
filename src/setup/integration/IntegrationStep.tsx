import { KnownIntegration } from './KnownIntegration';
import { IntegrationForm } from './IntegrationForm';
import type { StepProps } from '../step/stepProps';

/** Step 1: the integration in IRM, made by hand there and described here. */
export function IntegrationStep(props: StepProps) {
  return props.connection ? (
    <KnownIntegration connection={props.connection} goTo={props.goTo} />
  ) : (
    <IntegrationForm {...props} />
  );
}
