import { locationService, LocationServiceProvider } from '@grafana/runtime';
import { ErrorBoundaryAlert, ModalRoot, PortalContainer } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom-v5-compat';
import { Chrome } from './chrome/Chrome';
import { HistoryRouter } from './HistoryRouter';
import { AppRootPage } from './plugin/AppRootPage';
import { session } from './services/session';
import { PageTheme } from './theme/PageTheme';
import { NotFoundPage } from './pages/NotFoundPage';
import { HomePage } from './pages/HomePage';
import { SignInPage } from './pages/SignInPage';

const AlertingHomePage = lazy(() => import('./pages/alerting/AlertingHomePage'));
const AlertRulesPage = lazy(() => import('./pages/alerting/AlertRulesPage'));
const ContactPointsPage = lazy(() => import('./pages/alerting/ContactPointsPage'));
const NotificationPoliciesPage = lazy(() => import('./pages/alerting/NotificationPoliciesPage'));
const DataSourcesPage = lazy(() => import('./pages/DataSourcesPage'));
const PluginsPage = lazy(() => import('./pages/PluginsPage'));
const PluginDetailsPage = lazy(() => import('./pages/PluginDetailsPage'));
const ServiceAccountsPage = lazy(() => import('./pages/ServiceAccountsPage'));

export function HostPage() {
  return (
    <PageTheme>
      <ErrorBoundaryAlert boundaryName="sandbox" style="page">
        <HistoryRouter history={locationService.getHistory()}>
          <LocationServiceProvider service={locationService}>
            {session.user.isSignedIn ? <SignedIn /> : <SignedOut />}
            <ModalRoot />
          </LocationServiceProvider>
        </HistoryRouter>
      </ErrorBoundaryAlert>
      <PortalContainer />
    </PageTheme>
  );
}

function SignedIn() {
  return (
    <Chrome>
      <Suspense>
        <Routes>
          <Route path="/" element={<HomePage />} />
          <Route path="/login" element={<Navigate to="/" replace />} />
          <Route path="/a/:pluginId/*" element={<AppRootPage />} />
          <Route path="/alerting" element={<AlertingHomePage />} />
          <Route path="/alerting/notifications/*" element={<ContactPointsPage />} />
          <Route path="/alerting/routes" element={<NotificationPoliciesPage />} />
          <Route path="/alerting/*" element={<AlertRulesPage />} />
          <Route path="/connections/*" element={<DataSourcesPage />} />
          <Route path="/dashboards/f/:folderUid/*" element={<AlertRulesPage />} />
          <Route path="/apps" element={<HomePage />} />
          <Route path="/admin" element={<Navigate to="/plugins" replace />} />
          <Route path="/plugins" element={<PluginsPage />} />
          <Route path="/plugins/:pluginId" element={<PluginDetailsPage />} />
          <Route path="/org/serviceaccounts/*" element={<ServiceAccountsPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Chrome>
  );
}

/** Every page leads to the sign-in, which leads back to it. */
function SignedOut() {
  const { pathname, search } = useLocation();
  if (pathname !== '/login') {
    const here = encodeURIComponent(pathname + search);
    return <Navigate to={pathname === '/' ? '/login' : `/login?redirectTo=${here}`} replace />;
  }
  return <SignInPage />;
}
