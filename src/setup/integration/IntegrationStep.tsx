import type { StepProps } from '../step/stepProps';
import { EndpointForm } from './EndpointForm';
import { KnownIntegration } from './KnownIntegration';

/** Step 1 without IRM's API: the integration is made by hand in IRM and its endpoint pasted here; of a connection it is told. */
export default function IntegrationStep(props: StepProps) {
  return props.connection ? (
    <KnownIntegration connection={props.connection} goTo={props.goTo} />
  ) : (
    <EndpointForm {...props} />
  );
}
