/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { TextLink } from '@grafana/ui';
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { renderInApp } from '../../../tests/support/render';
import { standIns } from '../../../tests/support/standIns';
import { connectionsOf } from '../../connection/ownership/connections';
import { readGrafana } from '../../connection/reading/readGrafana';
import { integration } from '../../connection/testing/fixtures';
import SetupPage from '../SetupPage';
import { stepPath } from '../step/paths';
import { unfold } from '../testing/unfold';

const world = standIns();
afterAll(() => world.stop());

test('what was filled in for one connection is not carried over to another', async () => {
  const { grafana } = await world.signIn('editor');
  for (const name of ['Production', 'Staging']) {
    const { endpoint } = world.newIntegration(name);
    await grafana.createIntegration(integration({ uid: '', name, url: endpoint }));
  }
  const read = await readGrafana(grafana);
  const [production, staging] = read.ok ? connectionsOf(read.value) : [];
  const to = (id = '') => stepPath(id, 'contact-point');
  const { user, address } = renderInApp(
    <>
      {/* As the browser's history leads to a setup that was open before. */}
      <TextLink href={to(staging?.id)}>Earlier: staging</TextLink>
      <Routes>
        <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
      </Routes>
    </>,
    { services: await world.signIn('editor'), route: to(production?.id) }
  );
  const maxAlerts = async () => {
    await unfold('Advanced');
    return screen.findByLabelText(/^Max alerts/);
  };
  await user.clear(await maxAlerts());
  await user.type(await maxAlerts(), '7');
  await user.click(screen.getByText('Earlier: staging'));
  expect(address()).toBe(to(staging?.id));
  await waitFor(async () => expect(await maxAlerts()).not.toHaveValue(7));
});
