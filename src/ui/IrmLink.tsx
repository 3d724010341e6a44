import { t } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import { useServices } from './data/services';

/** A link to IRM, when the plugin's configuration says where it is. */
export function IrmLink() {
  const { irmUrl } = useServices().settings;
  if (!irmUrl) {
    return null;
  }
  return (
    <TextLink href={irmUrl} external>
      {t('ui.irm-link', 'Open IRM')}
    </TextLink>
  );
}
