import { t } from '@grafana/i18n';
import { Alert, Stack, Text } from '@grafana/ui';
import { InternalLinkButton } from '../../../ui/InternalLinkButton';
import { newConnectionPath } from '../../../ui/pagePaths';
import type { ActionId } from '../actions/types';
import { NextStep } from '../actions/NextStep';
import type { Live } from '../parts/useLive';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** No integration of IRM has the token of this connection. */
export function GoneInIrm({ live, onAction }: Props) {
  return (
    <Alert
      severity="error"
      bottomSpacing={0}
      title={t('status.irm.gone.title', 'IRM does not have this integration any longer: alerts sent there are lost')}
    >
      <Stack direction="column" gap={1} alignItems="flex-start">
        <Text element="p">
          {t(
            'status.irm.gone.text',
            "If it was replaced there, put in the endpoint of the new one; the connection keeps its contact points and heartbeat. If alerts still arrive, the token of IRM's API belongs to another stack."
          )}
        </Text>
        <Stack direction="row" gap={1} wrap="wrap">
          <NextStep
            action="rotateEndpoint"
            connection={live.connection}
            objects={live.data.reading}
            onAction={onAction}
          />
          <InternalLinkButton href={newConnectionPath()} variant="secondary" size="sm">
            {t('status.irm.gone.connect', 'Connect another integration')}
          </InternalLinkButton>
        </Stack>
      </Stack>
    </Alert>
  );
}
