import { t } from '@grafana/i18n';
import { Text, TextLink } from '@grafana/ui';
import { grafanaPaths } from '../../../grafana/links';
import { wayToIntegrations } from '../../../irm/links';
import { PLUGIN_ID } from '../../../transport/pluginId';
import { useServices } from '../../data/services';

/** What IRM's API would add to a test, where it is not set up. */
export function WithApi() {
  const { irmAccess, granted } = useServices();
  return irmAccess === 'notSetUp' ? (
    <Text element="p" variant="bodySmall" color="secondary">
      {t(
        'irm.arrival.with-api',
        "With IRM's API configured, the plugin finds the test in IRM, shows how long it took, and resolves it."
      )}{' '}
      {granted('plugins:write') ? (
        <TextLink href={grafanaPaths.pluginConfiguration(PLUGIN_ID)} variant="bodySmall" inline>
          {t('irm.arrival.set-up', 'Set it up')}
        </TextLink>
      ) : (
        t('irm.arrival.ask-admin', 'An Admin can set it up.')
      )}
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
