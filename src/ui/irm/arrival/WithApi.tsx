import { t } from '@grafana/i18n';
import { Text, TextLink } from '@grafana/ui';
import { wayToIntegrations } from '../../../irm/links';
import { useServices } from '../../data/services';
import { SetUpApi } from '../SetUpApi';

/** What IRM's API would add to a test, where it is not set up. */
export function WithApi() {
  const { irmAccess } = useServices();
  return irmAccess === 'notSetUp' ? (
    <Text element="p" variant="bodySmall" color="secondary">
      {t(
        'irm.arrival.with-api',
        "With IRM's API configured, the plugin finds the test in IRM, shows how long it took, and resolves it."
      )}{' '}
      <SetUpApi variant="bodySmall" />
    </Text>
  ) : null;
}

/** IRM's API gives neither the state of a heartbeat nor its last beat. */
export function BeatNotTold() {
  const { irmAccess, settings } = useServices();
  const way = wayToIntegrations(settings.irmUrl);
  return irmAccess === 'ready' ? (
    <Text element="p" color="secondary">
      {t('irm.arrival.beat', "IRM's API does not show whether a heartbeat arrived. Check the Heartbeat column in IRM:")}{' '}
      {way.kind === 'link' ? (
        <TextLink href={way.href} external inline>
          {t('irm.arrival.integrations', 'Integrations')}
        </TextLink>
      ) : (
        way.path.join(' > ')
      )}
    </Text>
  ) : null;
}
