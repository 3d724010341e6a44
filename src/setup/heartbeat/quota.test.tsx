/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { openContactPoint } from '../testing/openSetup';

const world = standIns({ env: { GF_QUOTA_ENABLED: 'true', GF_QUOTA_ORG_ALERT_RULE: '0' } });
afterAll(() => world.stop());

test('where the organization may have no more alert rules, that is said and not called a missing permission', async () => {
  window.sessionStorage.clear();
  const { endpoint } = world.newIntegration('Production');
  const { user } = await openContactPoint(await world.signIn('admin'), endpoint);
  const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
  await press('Create contact point');
  await screen.findByText('Contact point created');
  await press(/Heartbeat \(optional\)/);
  await press('Add heartbeat');
  expect(await screen.findByText('Limit reached')).toBeVisible();
  expect(
    screen.getByText(
      'Nothing more can be added: quota has been exceeded. Delete what you no longer need, or ask an administrator to raise the limit.'
    )
  ).toBeVisible();
  expect(screen.queryByText('You lack a permission')).not.toBeInTheDocument();
});
