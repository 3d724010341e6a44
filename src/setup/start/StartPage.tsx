import { t, Trans } from '@grafana/i18n';
import { Button, EmptyState, Stack, Text } from '@grafana/ui';
import { useNavigate } from 'react-router';
import type { GrafanaObjects } from '../../connection/reading/reading';
import { connectionsOf } from '../../connection/ownership/connections';
import { useServices } from '../../ui/data/services';
import { MissingRights } from '../../ui/MissingRights';
import { useMissingRights } from '../../ui/useMissingRights';
import { NEW_CONNECTION, stepPath } from '../step/paths';
import { ConnectionList } from './ConnectionList';
import { WhoThisIsFor } from './WhoThisIsFor';

/** Where the setup begins: what it is for, what there is already, and the button that starts it. */
export function StartPage({ reading }: { reading: GrafanaObjects }) {
  const navigate = useNavigate();
  const missing = useMissingRights('contactPoint');
  const { irm } = useServices();
  const connections = connectionsOf(reading);
  const connect = (
    <Button icon="plus" disabled={missing.length > 0} onClick={() => navigate(stepPath(NEW_CONNECTION, 'integration'))}>
      <Trans i18nKey="setup.start.connect">Connect an integration</Trans>
    </Button>
  );
  return (
    <Stack direction="column" gap={3}>
      <WhoThisIsFor />
      <MissingRights missing={missing} />
      {connections.length === 0 ? (
        <EmptyState
          variant="call-to-action"
          hideImage
          message={t('setup.start.empty', 'No integration of IRM is connected yet')}
          button={connect}
        >
          {irm ? (
            <Trans i18nKey="setup.start.empty-text-api">
              It takes about two minutes: choose an integration of IRM or create one, and see a test alert arrive.
            </Trans>
          ) : (
            <Trans i18nKey="setup.start.empty-text">
              It takes about two minutes: create an integration in IRM, paste its address here, and see a test alert
              arrive.
            </Trans>
          )}
        </EmptyState>
      ) : (
        <Stack direction="column" gap={2}>
          <Stack direction="row" gap={2} justifyContent="space-between" alignItems="center" wrap="wrap">
            <Text element="h2" variant="h4">
              {t('setup.start.connections', 'Connections')}
            </Text>
            {connect}
          </Stack>
          <ConnectionList connections={connections} />
        </Stack>
      )}
    </Stack>
  );
}
