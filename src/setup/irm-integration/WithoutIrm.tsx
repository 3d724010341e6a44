import { t } from '@grafana/i18n';
import { Button, Text } from '@grafana/ui';
import { useServices } from '../../ui/data/services';
import { IrmErrorAlert } from '../../ui/irm/IrmErrorAlert';
import { SetUpApi } from '../../ui/irm/SetUpApi';
import type { StepProps } from '../step/stepProps';

/** Why the integration is made by hand: IRM's API is not set up, fails, or was not wanted; with the way to it. */
export function WithoutIrm({ integrations, setDraft }: Pick<StepProps, 'integrations' | 'setDraft'>) {
  const { irm, irmAccess } = useServices();
  const { error, retry, isReading } = integrations;
  if (error) {
    return <IrmErrorAlert error={error} onRetry={retry} isRetrying={isReading} />;
  }
  if (irm) {
    return (
      <div>
        <Button
          type="button"
          variant="secondary"
          size="sm"
          onClick={() => setDraft({ way: 'irm', integrationId: '', integrationName: '' })}
        >
          {t('setup.integration.from-irm', 'Choose from IRM')}
        </Button>
      </div>
    );
  }
  if (irmAccess !== 'notSetUp') {
    return null;
  }
  return (
    <Text element="p" variant="bodySmall" color="secondary">
      {t(
        'setup.integration.api-hint',
        "With IRM's API set up, the integration is chosen or created right here, and no address is copied."
      )}{' '}
      <SetUpApi variant="bodySmall" />
    </Text>
  );
}
