import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
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
  return (
    <Routes>
      <Route index element={<OverviewPage />} />
      <Route path=":connectionId" element={<DetailPage />} />
    </Routes>
  );
}
