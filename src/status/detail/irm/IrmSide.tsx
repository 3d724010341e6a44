import { t } from '@grafana/i18n';
import { Text } from '@grafana/ui';
import { useIntegration } from '../../../ui/irm/useIntegration';
import type { ActionId } from '../actions/types';
import type { Live } from '../parts/useLive';
import { GoneInIrm } from './GoneInIrm';
import { IntegrationFacts } from './IntegrationFacts';
import { IntegrationWarnings } from './IntegrationWarnings';
import { OpenGroupsPart } from './OpenGroupsPart';
import { OutagesPart } from './OutagesPart';
import { ReadingState } from './ReadingState';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** The integration behind the connection, what is open in it, and when its heartbeat was lost. */
export default function IrmSide({ live, onAction }: Props) {
  const { connection, data } = live;
  const { rule, heartbeatContactPoint } = connection;
  const { found, error, isReading, refresh } = useIntegration(connection.endpoint);
  const integration = found?.kind === 'found' ? found.integration : undefined;
  const hasHeartbeat = rule !== undefined || heartbeatContactPoint !== undefined;
  return (
    <>
      <ReadingState lines={3} reading={{ value: found, error, isReading, retry: () => void refresh() }} />
      {found?.kind === 'gone' && <GoneInIrm live={live} onAction={onAction} />}
      {found?.kind === 'notSearched' && (
        <Text element="p" color="secondary">
          {t(
            'status.irm.not-searched',
            'IRM has more integrations than are looked through, and this one was not among the first.'
          )}
        </Text>
      )}
      {integration && (
        <>
          <IntegrationFacts integration={integration} />
          <IntegrationWarnings integration={integration} now={data.reading.serverTime} />
          <OpenGroupsPart integrationId={integration.id} reading={data.reading} />
          {hasHeartbeat && integration.heartbeatUrl !== undefined && (
            <OutagesPart integrationId={integration.id} live={live} />
          )}
        </>
      )}
    </>
  );
}
