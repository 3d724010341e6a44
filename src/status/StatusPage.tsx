import { t } from '@grafana/i18n';
import { PluginPage } from '@grafana/runtime';
import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { AlertingOff } from '../ui/AlertingOff';
import { isOwnGrafana } from '../ui/cloudChoice';
import { useServices } from '../ui/data/services';
import { OverviewPage } from './overview/OverviewPage';
import { setupPath } from './summary/paths';

const DetailPage = lazy(() => import('./detail/DetailPage'));

/** `/a/irmconnect-setup-app/status`: all connections, and below it one. Grafana Cloud has none; the setup says why. */
export default function StatusPage() {
  const { capabilities } = useServices();
  if (capabilities.isCloud && !isOwnGrafana(window.sessionStorage)) {
    return <Navigate to={setupPath()} replace />;
  }
  if (!capabilities.hasAlerting) {
    return (
      <PluginPage pageNav={{ text: t('status.page.title', 'Status') }}>
        <AlertingOff />
      </PluginPage>
    );
  }
  return (
    <Routes>
      <Route index element={<OverviewPage />} />
      <Route path=":connectionId" element={<DetailPage />} />
    </Routes>
  );
}
