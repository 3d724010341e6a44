import { t, Trans } from '@grafana/i18n';
import { Button, Text } from '@grafana/ui';
import { planPause } from '../../../connection/actions/pause';
import { refusalOf } from '../../../connection/drill/refusal';
import { useServices } from '../../../ui/data/services';
import { describeIrmError } from '../../../ui/irm/describeIrmError';
import { useIntegration } from '../../../ui/irm/useIntegration';
import { Section } from '../parts/Section';
import type { Live } from '../parts/useLive';
import { useMissingFor } from '../parts/useMissingFor';
import { describeRefusal } from './describeRefusal';
import { DrillDialog } from './DrillDialog';
import type { DrillControl } from './useDrill';

/** What a drill is, and the way into one. */
export function DrillOffer({ live, control }: { live: Live; control: DrillControl }) {
  const { actor, irmAccess } = useServices();
  const { connection, data, health } = live;
  const missing = useMissingFor(connection, data.reading)('pause');
  const { found, error } = useIntegration(connection.endpoint);
  const integration = found?.kind === 'found' ? found.integration : undefined;
  const refusal = refusalOf({
    ...{ irmAccess, found, connection, health, missing },
    pause: planPause(connection, data.reading).plan,
  });
  return (
    <Section
      title={t('drill.title', 'Drill')}
      description={t(
        'drill.text',
        'Proves the alarm itself: the heartbeat is paused until IRM raises its alert, and then resumes. Whoever is on call may be paged.'
      )}
    >
      {refusal && (
        <Text element="p" color="secondary">
          {refusal.code === 'integrationUnread' && error
            ? describeIrmError(error).title
            : describeRefusal(refusal, actor)}
        </Text>
      )}
      <div>
        <Button
          variant="secondary"
          fill="outline"
          icon="bell"
          disabled={refusal !== undefined}
          onClick={() => control.setIsAsking(true)}
        >
          <Trans i18nKey="drill.run">Run a drill</Trans>
        </Button>
      </div>
      {control.isAsking && integration && (
        <DrillDialog
          live={live}
          integration={integration}
          onClose={() => control.setIsAsking(false)}
          onPaused={control.watch}
        />
      )}
    </Section>
  );
}
