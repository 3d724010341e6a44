import { FromIrm } from '../irm-integration/FromIrm';
import type { StepProps } from '../step/stepProps';
import { EndpointForm } from './EndpointForm';
import { KnownIntegration } from './KnownIntegration';

/** Step 1: the integration in IRM, through its API, or made by hand there and its endpoint pasted here. */
export default function IntegrationStep(props: StepProps) {
  if (props.connection) {
    return <KnownIntegration connection={props.connection} goTo={props.goTo} />;
  }
  return props.way === 'irm' ? <FromIrm {...props} /> : <EndpointForm {...props} />;
}
