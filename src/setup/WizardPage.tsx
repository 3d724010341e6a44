import { useState } from 'react';
import { useParams } from 'react-router';
import { connectionWithId } from '../connection/ownership/connections';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { ReadingSkeleton } from '../ui/health/ReadingSkeleton';
import { NEW_CONNECTION } from '../ui/pagePaths';
import { useReading } from '../ui/reading/useReading';
import { ConnectionWizard } from './ConnectionWizard';
import { ExternalAlertmanagers } from '../ui/ExternalAlertmanagers';
import { UnreadParts } from '../ui/health/UnreadParts';
import { SetupFrame } from './SetupFrame';
import { ToldFailure } from './step/toldFailure';
import { findStep } from './steps';

/** The wizard, once Grafana was read. A failed refresh leaves the last reading on screen. */
export function WizardPage() {
  const { connectionId = NEW_CONNECTION, stepId } = useParams();
  const { data, error, isRefreshing, refresh } = useReading();
  const [told, setTold] = useState<GrafanaError>();
  const isTold = error?.reason === told?.reason && error?.message === told?.message;
  const connection = data && connectionWithId(connectionId, data.reading);
  return (
    <SetupFrame connection={connection} step={findStep(stepId)}>
      {error && !isTold && <ReadErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
      {connection && (
        <UnreadParts problems={data.reading.problems} onRetry={() => void refresh()} isRetrying={isRefreshing} />
      )}
      {data && <ExternalAlertmanagers />}
      {data ? (
        <ToldFailure.Provider value={setTold}>
          <ConnectionWizard address={connectionId} stepId={stepId} data={data} />
        </ToldFailure.Provider>
      ) : (
        !error && <ReadingSkeleton lines={8} />
      )}
    </SetupFrame>
  );
}
