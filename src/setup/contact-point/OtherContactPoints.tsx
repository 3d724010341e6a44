import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { arrivalOf } from '../../connection/endpoint/arrival';
import { verbatim } from '../../ui/verbatim';

/** Warns when the messages of further contact points arrive at the same integration. */
export function OtherContactPoints({ connection }: { connection: Connection }) {
  const names = connection.otherAlertContactPoints.filter(arrivalOf).map(({ name }) => name);
  if (names.length === 0) {
    return null;
  }
  return (
    <Alert
      severity="info"
      bottomSpacing={0}
      title={t('setup.contact-point.others.title', 'More than one contact point sends to this integration')}
    >
      {t(
        'setup.contact-point.others.text',
        'Also: {{names}}. An alert that goes to several of them arrives several times. They are left as they are.',
        verbatim({ names: names.join(', ') })
      )}
    </Alert>
  );
}
