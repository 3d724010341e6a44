import { PluginPage } from '@grafana/runtime';
import { lazy, useMemo, type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { AlertingOff } from '../ui/AlertingOff';
import { connectionsTitle } from '../ui/connectionsNav';
import { useServices } from '../ui/data/services';
import { useCloudChoice } from '../ui/useCloudChoice';

const CloudNotice = lazy(() => import('../ui/CloudNotice'));
const OverviewPage = lazy(() => import('./overview/OverviewPage'));
const OverviewWithIrm = lazy(() => import('./overview/OverviewWithIrm'));
const DetailPage = lazy(() => import('./detail/DetailPage'));
const PageNotFound = lazy(() => import('../ui/PageNotFound'));

/** `/a/irmconnect-setup-app/status`: all connections, and below it one. Grafana Cloud needs none, which is said. */
export function StatusPage() {
  const { capabilities, irm } = useServices();
  const { isCloud, goOn } = useCloudChoice();
  if (isCloud) {
    return (
      <InPlace>
        <CloudNotice onGoOn={goOn} />
      </InPlace>
    );
  }
  if (!capabilities.hasAlerting) {
    return (
      <InPlace>
        <AlertingOff />
      </InPlace>
    );
  }
  return (
    <Routes>
      <Route index element={irm ? <OverviewWithIrm /> : <OverviewPage />} />
      <Route path=":connectionId" element={<DetailPage />} />
      <Route path="*" element={<PageNotFound />} />
    </Routes>
  );
}

/** What stands in the place of the pages. */
function InPlace({ children }: { children: ReactNode }) {
  const pageNav = useMemo(() => ({ text: connectionsTitle() }), []);
  return <PluginPage pageNav={pageNav}>{children}</PluginPage>;
}
