import { t } from '@grafana/i18n';
import { Alert, Stack } from '@grafana/ui';
import { connectionId } from '../../connection/endpoint/identity';
import type { StepProps } from '../step/stepProps';
import { ContactPointEditor } from './ContactPointEditor';
import { OtherContactPoints } from './OtherContactPoints';

/** Step 2: the contact point in Grafana, made once a test alert was answered. */
export default function ContactPointStep(props: StepProps) {
  const { connection, endpoint } = props;
  if (!endpoint) {
    return <Alert severity="info" title={t('setup.contact-point.no-endpoint', 'Paste the endpoint first')} />;
  }
  return (
    <Stack direction="column" gap={2}>
      {connection && <OtherContactPoints connection={connection} />}
      <ContactPointEditor {...props} endpoint={endpoint} key={connectionId(endpoint)} />
    </Stack>
  );
}
