import type { AppRootProps } from '@grafana/data';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { PageNotFound } from '../ui/PageNotFound';
import { PageSkeleton } from '../ui/PageSkeleton';
import { StatusPage } from '../status/StatusPage';
import { AppProviders } from './AppProviders';

const CadencePage = lazy(() => import('../coverage/CadencePage'));
const RoutePage = lazy(() => import('../route/RoutePage'));
const SetupPage = lazy(() => import('../setup/SetupPage'));

/** Everything behind `/a/irmconnect-setup-app`: what pages share, and which address shows which page. */
export default function App({ meta }: AppRootProps) {
  return (
    <AppProviders meta={meta}>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route path="cadence" element={<CadencePage />} />
          <Route path="route" element={<RoutePage />} />
          <Route path="setup/*" element={<SetupPage />} />
          <Route path="status/*" element={<StatusPage />} />
          <Route index element={<Navigate to="status" replace />} />
          <Route path="*" element={<PageNotFound />} />
        </Routes>
      </Suspense>
    </AppProviders>
  );
}
