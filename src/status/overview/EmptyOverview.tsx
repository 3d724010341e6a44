import { t } from '@grafana/i18n';
import { EmptyState, Stack } from '@grafana/ui';
import { docsLinks } from '../../grafana/links';
import { useServices } from '../../ui/data/services';
import { DocsLink } from '../../ui/DocsLink';
import { ExternalAlertmanagers } from '../../ui/ExternalAlertmanagers';
import { ConnectButton, useNeededRole } from './ConnectButton';

/** Nothing is connected yet: what it takes, and the button to begin. */
export function EmptyOverview() {
  const { irm } = useServices();
  const needed = useNeededRole();
  return (
    <>
      <ExternalAlertmanagers />
      <EmptyState
        variant="call-to-action"
        message={t('connections.empty.message', 'No IRM integrations connected yet')}
        button={<ConnectButton />}
      >
        <Stack direction="column" gap={1} alignItems="center">
          {needed ? (
            <span>{needed}</span>
          ) : irm ? (
            t(
              'connections.empty.text-api',
              'Choose an integration in Grafana IRM or create one, and see a test alert arrive. It takes about two minutes.'
            )
          ) : (
            t(
              'connections.empty.text',
              'Create an integration in Grafana IRM or OnCall, paste its URL here, and see a test alert arrive. It takes about two minutes.'
            )
          )}
          <DocsLink href={docsLinks.irm}>{t('connections.empty.irm', 'About Grafana IRM')}</DocsLink>
        </Stack>
      </EmptyState>
    </>
  );
}
