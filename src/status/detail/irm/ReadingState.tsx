import { IrmErrorAlert } from '../../../ui/irm/IrmErrorAlert';
import type { IrmReading } from '../../../ui/irm/useIrmReading';
import { PageSkeleton } from '../../../ui/PageSkeleton';

/** That something of IRM is being read for the first time, or could not be. A wait that IRM asks for runs by itself. */
export function ReadingState({ reading, lines = 2 }: { reading: IrmReading<unknown>; lines?: number }) {
  const { value, error, isReading, retry } = reading;
  if (error) {
    const waits = error.reason === 'rateLimited';
    return waits ? (
      <IrmErrorAlert error={error} />
    ) : (
      <IrmErrorAlert error={error} onRetry={retry} isRetrying={isReading} />
    );
  }
  return value === undefined ? <PageSkeleton lines={lines} /> : null;
}
