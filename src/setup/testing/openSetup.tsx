import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { renderInApp, type AppOptions } from '../../../tests/support/render';
import SetupPage from '../SetupPage';
// Loaded once there is an address; here the first one would have to wait for it.
import '../integration/AboutEndpoint';
import '../integration/ProblemText';

/** Opens the setup as the plugin's root does, at the given address below `/a/irmconnect-setup-app/setup`. */
export function openSetup(services: AppOptions['services'], path = '') {
  return renderInApp(
    <Routes>
      <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
    </Routes>,
    { services, route: `/a/irmconnect-setup-app/setup${path}` }
  );
}

/** Fills in the first step with an endpoint and goes on to the next one. */
export async function pasteEndpoint({ user }: Pick<ReturnType<typeof openSetup>, 'user'>, endpoint: string) {
  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  await user.click(screen.getByRole('button', { name: 'Next' }));
}

/** A new connection up to its contact point, which is not made yet. */
export async function openContactPoint(services: AppOptions['services'], endpoint: string) {
  const page = openSetup(services, '/new/integration');
  await pasteEndpoint(page, endpoint);
  const name = await screen.findByRole('textbox', { name: /Name/ });
  return { ...page, name, create: () => screen.getByRole('button', { name: 'Create contact point' }) };
}
