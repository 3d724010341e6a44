import { t } from '@grafana/i18n';
import { Alert, Button, Stack } from '@grafana/ui';
import { StepFooter } from '../step/StepFooter';
import type { StepProps } from '../step/stepProps';
import { ContactPointEditor } from './ContactPointEditor';
import { OtherContactPoints } from './OtherContactPoints';
import { TestSection } from './TestSection';

/** The contact point in Grafana, and a test notification through it. */
export function ContactPointStep(props: StepProps) {
  const { connection, endpoint, way, goTo } = props;
  const contactPoint = connection?.alertContactPoint;
  if (!endpoint) {
    return <Alert severity="info" title={t('setup.contact-point.no-endpoint', 'Paste the endpoint first')} />;
  }
  return (
    <Stack direction="column" gap={4}>
      <ContactPointEditor {...props} endpoint={endpoint} />
      {connection && <OtherContactPoints connection={connection} />}
      {contactPoint && <TestSection contactPoint={contactPoint} />}
      <StepFooter onBack={() => goTo(way === 'irm' ? 'integration' : 'endpoint')}>
        <Button
          icon="arrow-right"
          variant={contactPoint ? 'primary' : 'secondary'}
          disabled={!contactPoint}
          onClick={() => goTo('heartbeat')}
        >
          {t('setup.contact-point.next', 'Next')}
        </Button>
      </StepFooter>
    </Stack>
  );
}
