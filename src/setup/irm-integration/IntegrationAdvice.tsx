import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { IrmIntegration } from '../../connection/irm/irmPort';
import { formatMoment } from '../../ui/formatMoment';
import { verbatim } from '../../ui/verbatim';
import { ChainWarning } from './ChainWarning';
import { TemplatesWarning } from './TemplatesWarning';

/** What of an integration's settings in IRM would keep alerts from paging anybody, with the remedies. */
export function IntegrationAdvice({ integration }: { integration: IrmIntegration }) {
  return (
    <>
      <ChainWarning integration={integration} />
      <TemplatesWarning integration={integration} />
      {integration.maintenance && (
        <Alert
          severity="info"
          bottomSpacing={0}
          title={t('setup.maintenance.title', 'The integration is in maintenance')}
        >
          {integration.maintenance.endsAt === undefined
            ? t('setup.maintenance.open', 'Until it ends, alerts page nobody.')
            : t(
                'setup.maintenance.until',
                'Until {{moment}} alerts page nobody.',
                // With its date, whichever day it is.
                verbatim({ moment: formatMoment(integration.maintenance.endsAt, 0) })
              )}
        </Alert>
      )}
    </>
  );
}
