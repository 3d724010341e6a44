import { lazy, Suspense } from 'react';
import { Outlet } from 'react-router';
import { useKnownReading } from '../ui/reading/useKnownReading';

const EndLeftRealAlerts = lazy(() => import('../status/detail/real-alert/EndLeftRealAlerts'));

/** Around pages that say nothing of real alerts: ends what was left of them, from what the page reads anyway. */
export function LeftBehind() {
  const data = useKnownReading();
  return (
    <>
      {data?.reading.testRules && (
        <Suspense fallback={null}>
          <EndLeftRealAlerts data={data} />
        </Suspense>
      )}
      <Outlet />
    </>
  );
}
