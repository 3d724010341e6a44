import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { Connection } from '../../connection/ownership/connections';
import { nameOf } from '../../connection/ownership/nameOf';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { connectionPath, setupConnectionPath } from '../../ui/pagePaths';
import { verbatim } from '../../ui/verbatim';

/** One endpoint is one connection: offers to go on with it in the place of a second one. */
export function AlreadyConnected({ connection }: { connection: Connection }) {
  const name = nameOf(connection);
  return (
    <Alert
      severity="info"
      bottomSpacing={0}
      title={t('setup.endpoint.connected.title', 'This endpoint is already connected')}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'setup.endpoint.connected.text',
            'The contact point "{{name}}" sends to it. A second one would only deliver every alert twice.',
            verbatim({ name })
          )}
        </Text>
        {connection.stage === 'complete' ? (
          <InternalLinkButton href={connectionPath(connection.id)} variant="primary" size="sm">
            {t('setup.endpoint.connected.view', 'View connection')}
          </InternalLinkButton>
        ) : (
          <InternalLinkButton href={setupConnectionPath(connection.id)} variant="primary" size="sm">
            {t('setup.endpoint.connected.continue', 'Continue this connection')}
          </InternalLinkButton>
        )}
      </Stack>
    </Alert>
  );
}
