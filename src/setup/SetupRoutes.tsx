import { Stack } from '@grafana/ui';
import { Navigate, Route, Routes } from 'react-router';
import { ExternalAlertmanagers } from '../ui/ExternalAlertmanagers';
import { GrafanaErrorAlert } from '../ui/GrafanaErrorAlert';
import { PageSkeleton } from '../ui/PageSkeleton';
import { useReading } from '../ui/reading/useReading';
import { startPath } from './step/paths';
import { WizardPage } from './WizardPage';

/** The pages of the setup, once Grafana was read. A failed refresh leaves the last reading on screen. */
export function SetupRoutes() {
  const { data, error, isRefreshing, refresh } = useReading();
  return (
    <Stack direction="column" gap={2}>
      {error && <GrafanaErrorAlert error={error} onRetry={() => void refresh()} isRetrying={isRefreshing} />}
      {data && <ExternalAlertmanagers />}
      {data ? (
        <Routes>
          <Route path=":connectionId" element={<WizardPage data={data} />} />
          <Route path=":connectionId/:stepId" element={<WizardPage data={data} />} />
          <Route path="*" element={<Navigate to={startPath()} replace />} />
        </Routes>
      ) : (
        !error && <PageSkeleton lines={8} />
      )}
    </Stack>
  );
}
