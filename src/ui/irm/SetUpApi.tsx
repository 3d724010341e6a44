import { t } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import { grafanaPaths } from '../../grafana/links';
import { PLUGIN_ID } from '../../transport/pluginId';
import { useServices } from '../data/services';

interface Props {
  variant?: 'bodySmall';
}

/** The way to set up IRM's API, for whoever may open the page for it; for all others, who can. */
export function SetUpApi({ variant }: Props) {
  const { granted } = useServices();
  return granted('plugins:write') ? (
    <TextLink href={grafanaPaths.pluginConfiguration(PLUGIN_ID)} inline {...(variant && { variant })}>
      {t('irm.set-up.link', 'Set it up')}
    </TextLink>
  ) : (
    t('irm.set-up.ask-admin', 'An Admin can set it up.')
  );
}
