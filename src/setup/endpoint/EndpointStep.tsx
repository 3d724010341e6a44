import { EndpointForm } from './EndpointForm';
import { KnownEndpoint } from './KnownEndpoint';
import type { StepProps } from '../step/stepProps';

/** Step 2: the address that IRM gave the integration. */
export function EndpointStep(props: StepProps) {
  return props.connection ? (
    <KnownEndpoint connection={props.connection} goTo={props.goTo} />
  ) : (
    <EndpointForm {...props} />
  );
}
