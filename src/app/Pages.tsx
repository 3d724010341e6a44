import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { StatusPage } from '../status/StatusPage';
import { LeftBehind } from './LeftBehind';

const RoutePage = lazy(() => import('../route/RoutePage'));
const CoveragePage = lazy(() => import('../coverage/CoveragePage'));
const ExportPage = lazy(() => import('../export/ExportPage'));
const SetupPage = lazy(() => import('../setup/SetupPage'));
const PageNotFound = lazy(() => import('../ui/PageNotFound'));

/** Which address behind the plugin's root shows which page. */
export function Pages() {
  return (
    <Routes>
      <Route element={<LeftBehind />}>
        <Route path="route" element={<RoutePage />} />
        <Route path="coverage" element={<CoveragePage />} />
        {/* What the page was called before. */}
        <Route path="cadence" element={<ToCoverage />} />
        <Route path="export" element={<ExportPage />} />
        <Route path="setup/*" element={<SetupPage />} />
      </Route>
      <Route path="status/*" element={<StatusPage />} />
      <Route index element={<Navigate to="status" replace />} />
      <Route path="*" element={<PageNotFound />} />
    </Routes>
  );
}

function ToCoverage() {
  const { search } = useLocation();
  return <Navigate to={{ pathname: '../coverage', search }} replace />;
}
