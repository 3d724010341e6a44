import { Stack } from '@grafana/ui';
import { Navigate, Route, Routes } from 'react-router';
import { GrafanaErrorAlert } from '../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { useObserved } from '../ui/useObserved';
import { startPath } from './paths';
import { StartPage } from './start/StartPage';
import { WizardPage } from './WizardPage';

/** The pages of the setup, once Grafana's objects are known. A failed refresh leaves the last ones on screen. */
export function SetupRoutes() {
  const { observed, error, isRefreshing, refresh } = useObserved();
  return (
    <Stack direction="column" gap={2}>
      {error && <GrafanaErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
      {observed ? (
        <Routes>
          <Route index element={<StartPage observed={observed} />} />
          <Route path=":connectionId" element={<WizardPage observed={observed} refresh={refresh} />} />
          <Route path=":connectionId/:stepId" element={<WizardPage observed={observed} refresh={refresh} />} />
          <Route path="*" element={<Navigate to={startPath()} replace />} />
        </Routes>
      ) : (
        !error && <PageSkeleton lines={8} />
      )}
    </Stack>
  );
}
