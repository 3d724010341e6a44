/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { openContactPoint } from '../testing/openSetup';

const world = standIns({ version: '13.2.1', env: { GF_UNIFIED_ALERTING_ALLOWED_INTEGRATIONS: 'email,slack' } });
afterAll(() => world.stop());

test('where webhooks are not allowed as contact points, that is said with what an administrator has to change', async () => {
  window.sessionStorage.clear();
  const { endpoint } = world.newIntegration('Production');
  const { user, create } = await openContactPoint(await world.signIn('admin'), endpoint);
  await user.click(create());
  expect(await screen.findByText('This Grafana does not allow webhook contact points')).toBeVisible();
  expect(
    screen.getByText(/has to add webhook to allowed_integrations in the \[unified_alerting\] section/)
  ).toBeVisible();
});
