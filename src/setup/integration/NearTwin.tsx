import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import type { Endpoint } from '../../connection/model';
import type { Connection } from '../../connection/ownership/connections';
import { nameOf } from '../../connection/ownership/nameOf';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { setupConnectionPath } from '../../ui/pagePaths';
import { verbatim } from '../../ui/verbatim';
import { describeDifferences } from './describeDifferences';

/** The same integration under another address: offers to go on with the connection that exists. */
export function NearTwin({ endpoint, twin }: { endpoint: Endpoint; twin: Connection }) {
  return (
    <Alert
      severity="warning"
      bottomSpacing={0}
      title={t('setup.endpoint.twin.title', 'Another connection sends to the same integration')}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'setup.endpoint.twin.text',
            'The contact point "{{name}}" has the same token on the same host. If both are used, every alert may be delivered twice.',
            verbatim({ name: nameOf(twin) })
          )}
        </Text>
        <ul>
          {describeDifferences(endpoint, twin.endpoint).map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
        <InternalLinkButton href={setupConnectionPath(twin.id)} variant="primary" size="sm">
          {t('setup.endpoint.twin.open', 'Open that connection')}
        </InternalLinkButton>
      </Stack>
    </Alert>
  );
}
