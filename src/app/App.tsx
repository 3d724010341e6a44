import type { AppRootProps } from '@grafana/data';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { PageNotFound } from '../ui/PageNotFound';
import { PageSkeleton } from '../ui/PageSkeleton';
import { StatusPage } from '../status/StatusPage';
import { AppProviders } from './AppProviders';

const RoutePage = lazy(() => import('../route/RoutePage'));
const CoveragePage = lazy(() => import('../coverage/CoveragePage'));
const ExportPage = lazy(() => import('../export/ExportPage'));
const SetupPage = lazy(() => import('../setup/SetupPage'));

/** Everything behind `/a/irmconnect-setup-app`: what pages share, and which address shows which page. */
export default function App({ meta }: AppRootProps) {
  return (
    <AppProviders meta={meta}>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route path="route" element={<RoutePage />} />
          <Route path="coverage" element={<CoveragePage />} />
          {/* What the page was called before. */}
          <Route path="cadence" element={<ToCoverage />} />
          <Route path="export" element={<ExportPage />} />
          <Route path="setup/*" element={<SetupPage />} />
          <Route path="status/*" element={<StatusPage />} />
          <Route index element={<Navigate to="status" replace />} />
          <Route path="*" element={<PageNotFound />} />
        </Routes>
      </Suspense>
    </AppProviders>
  );
}

function ToCoverage() {
  const { search } = useLocation();
  return <Navigate to={{ pathname: '../coverage', search }} replace />;
}
