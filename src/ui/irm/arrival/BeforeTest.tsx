import { t } from '@grafana/i18n';
import { Alert, Text } from '@grafana/ui';
import { useState } from 'react';
import type { IrmIntegration } from '../../../connection/irm/irmPort';
import { formatMoment } from '../../formatMoment';
import { verbatim } from '../../verbatim';
import { describeIrmError } from '../describeIrmError';
import type { IntegrationReading } from '../useIntegration';

/** What IRM tells of the integration before anybody clicks. Nothing of it is in the way of a test. */
export function BeforeTest({ reading: { found, error } }: { reading: IntegrationReading }) {
  if (!found) {
    return error ? (
      <Text element="p" variant="bodySmall" color="secondary">
        {t(
          'irm.arrival.before.failing',
          '{{trouble}}. You can still send the test and check IRM yourself.',
          verbatim({ trouble: describeIrmError(error).title })
        )}
      </Text>
    ) : null;
  }
  switch (found.kind) {
    case 'gone':
      return (
        <Alert
          severity="warning"
          title={t('irm.arrival.before.gone.title', 'IRM has no integration with this URL')}
          bottomSpacing={0}
        >
          {t(
            'irm.arrival.before.gone.text',
            'It was deleted, or belongs to another organization than the API token. A test will most likely not arrive.'
          )}
        </Alert>
      );
    case 'notSearched':
      return (
        <Text element="p" variant="bodySmall" color="secondary">
          {t(
            'irm.arrival.before.not-searched',
            'IRM has more integrations than the plugin searches. Check IRM for the test yourself.'
          )}
        </Text>
      );
    case 'found':
      return <Known integration={found.integration} />;
  }
}

function Known({ integration: { name, maintenance } }: { integration: IrmIntegration }) {
  const [now] = useState(() => Date.now());
  return (
    <>
      <Text element="p" color="secondary">
        {t('irm.arrival.before.integration', 'Integration in IRM: {{name}}', verbatim({ name }))}
      </Text>
      {maintenance && (
        <Alert severity="info" title={maintenanceTitle(maintenance.endsAt, now)} bottomSpacing={0}>
          {maintenance.mode === 'debug'
            ? t('irm.arrival.before.debug', 'The test creates an alert group, and IRM notifies nobody.')
            : t(
                'irm.arrival.before.maintenance',
                'IRM collects alerts in one alert group and notifies nobody. The test is resolved together with that group.'
              )}
        </Alert>
      )}
    </>
  );
}

const maintenanceTitle = (endsAt: number | undefined, now: number) =>
  endsAt === undefined
    ? t('irm.arrival.before.in-maintenance', 'The integration is in maintenance')
    : t(
        'irm.arrival.before.in-maintenance-until',
        'The integration is in maintenance until {{moment}}',
        verbatim({ moment: formatMoment(endsAt, now) })
      );
