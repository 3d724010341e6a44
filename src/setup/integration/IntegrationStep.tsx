import { Stack } from '@grafana/ui';
import { FromIrm } from '../irm-integration/FromIrm';
import { WithoutIrm } from '../irm-integration/WithoutIrm';
import type { StepProps } from '../step/stepProps';
import { IntegrationForm } from './IntegrationForm';
import { KnownIntegration } from './KnownIntegration';

/** Step 1: the integration in IRM, through its API, or made by hand there and described here. */
export function IntegrationStep(props: StepProps) {
  if (props.connection) {
    return <KnownIntegration {...props} connection={props.connection} />;
  }
  if (props.way === 'irm') {
    return <FromIrm {...props} />;
  }
  return (
    <Stack direction="column" gap={3}>
      <WithoutIrm integrations={props.integrations} setDraft={props.setDraft} />
      <IntegrationForm {...props} />
    </Stack>
  );
}
