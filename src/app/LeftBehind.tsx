import { lazy } from 'react';
import { Outlet } from 'react-router';
import { Loaded } from '../ui/Loaded';
import { useKnownReading } from '../ui/reading/useKnownReading';

const EndLeftRealAlerts = lazy(() => import('../status/detail/real-alert/EndLeftRealAlerts'));

/** Around pages that say nothing of real alerts: ends what was left of them, from what the page reads anyway. */
export function LeftBehind() {
  const data = useKnownReading();
  return (
    <>
      {data?.reading.realAlertRules && (
        // Nothing of the page: the next one that can load it does it.
        <Loaded instead={null}>
          <EndLeftRealAlerts data={data} />
        </Loaded>
      )}
      <Outlet />
    </>
  );
}
