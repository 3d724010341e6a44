import { t } from '@grafana/i18n';
import { TextLink } from '@grafana/ui';
import { addressForLinks, wayToIntegration } from '../../irm/links';
import { useServices } from '../data/services';
import { verbatim } from '../verbatim';

/** The way to an integration in IRM: a link where the settings know IRM's address, else the clicks. */
export function IntegrationLink({ id }: { id: string }) {
  const way = wayToIntegration(addressForLinks(useServices().settings), id);
  if (way.kind === 'menu') {
    return <span>{t('irm.integration-link.menu', 'In IRM: {{path}}', verbatim({ path: way.path.join(' → ') }))}</span>;
  }
  return (
    <TextLink href={way.href} external inline={false}>
      {t('irm.integration-link.open', 'Open the integration in IRM')}
    </TextLink>
  );
}
