import { lazy } from 'react';
import type { StepProps } from '../step/stepProps';
import { EndpointForm } from './EndpointForm';

/** With its advice on what IRM has of it: whoever begins has none of that. */
const KnownIntegration = lazy(() => import('./KnownIntegration'));

/** Step 1 without IRM's API: the integration is made by hand in IRM and its endpoint pasted here; of a connection it is told. */
export default function IntegrationStep(props: StepProps) {
  return props.connection ? (
    <KnownIntegration connection={props.connection} goTo={props.goTo} />
  ) : (
    <EndpointForm {...props} />
  );
}
