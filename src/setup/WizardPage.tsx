import { useParams } from 'react-router';
import { connectionWithId } from '../connection/ownership/connections';
import { ReadErrorAlert } from '../ui/ReadErrorAlert';
import { ReadingSkeleton } from '../ui/health/ReadingSkeleton';
import { NEW_CONNECTION } from '../ui/pagePaths';
import { useReading } from '../ui/reading/useReading';
import { ConnectionWizard } from './ConnectionWizard';
import { ExternalAlertmanagers } from '../ui/ExternalAlertmanagers';
import { UnreadParts } from '../ui/health/UnreadParts';
import { SetupFrame } from './SetupFrame';
import { findStep } from './steps';

/** The wizard, once Grafana was read. A failed refresh leaves the last reading on screen. */
export function WizardPage() {
  const { connectionId = NEW_CONNECTION, stepId } = useParams();
  const { data, error, isRefreshing, refresh } = useReading();
  const connection = data && connectionWithId(connectionId, data.reading);
  return (
    <SetupFrame connection={connection} step={findStep(stepId)}>
      {error && <ReadErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
      {connection && (
        <UnreadParts problems={data.reading.problems} onRetry={() => void refresh()} isRetrying={isRefreshing} />
      )}
      {data && <ExternalAlertmanagers />}
      {data ? (
        <ConnectionWizard address={connectionId} stepId={stepId} data={data} />
      ) : (
        !error && <ReadingSkeleton lines={8} />
      )}
    </SetupFrame>
  );
}
