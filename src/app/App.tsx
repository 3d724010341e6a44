import type { AppRootProps } from '@grafana/data';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { createServices } from '../grafana/services';
import { PageSkeleton } from '../ui/PageSkeleton';
import { ServicesProvider } from '../ui/services';

const CadencePage = lazy(() => import('../cadence/CadencePage'));
const SetupPage = lazy(() => import('../setup/SetupPage'));

/** Everything behind `/a/irmconnect-setup-app`: what pages share, and which address shows which page. */
export default function App({ meta }: AppRootProps) {
  const [queryClient] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  const services = useMemo(
    () => createServices(meta.jsonData, meta.secureJsonFields),
    [meta.jsonData, meta.secureJsonFields]
  );

  return (
    <QueryClientProvider client={queryClient}>
      <ServicesProvider value={services}>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            <Route path="cadence" element={<CadencePage />} />
            <Route path="setup/*" element={<SetupPage />} />
            <Route path="*" element={<Navigate to="setup" replace />} />
          </Routes>
        </Suspense>
      </ServicesProvider>
    </QueryClientProvider>
  );
}
