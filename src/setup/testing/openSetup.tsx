import { Route, Routes } from 'react-router';
import { renderInApp, type AppOptions } from '../../../tests/support/render';
import SetupPage from '../SetupPage';

/** Opens the setup as the plugin's root does, at the given address below `/a/irmconnect-setup-app/setup`. */
export function openSetup(services: AppOptions['services'], path = '') {
  return renderInApp(
    <Routes>
      <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
    </Routes>,
    { services, route: `/a/irmconnect-setup-app/setup${path}` }
  );
}
