/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import type { Connection } from '../../connection/ownership/connections';
import { stage } from '../../status/testing/stage';
import { openWizard } from '../testing/openWizard';
import { unfold } from '../testing/unfold';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage();
});
afterEach(() => on.end());

async function held(connection: Connection) {
  const { grafana } = await on.world.signIn('admin');
  const found = await grafana.listIntegrations();
  const all = found.ok ? found.value.value : [];
  return all
    .filter(({ name }) => name.startsWith(connection.alertContactPoint?.name ?? ''))
    .map((one) => one.otherSettings);
}

test('a gateway that asks for a password gets it with alerts, and the heartbeat step asks for it once more', async () => {
  const connection = await on.connect('Production', { withHeartbeat: false });
  const { user } = await openWizard(on, connection.id, 'contact-point');
  await unfold('Advanced', 'Authentication and TLS (optional)');
  await user.click(screen.getByRole('radio', { name: /User name and password/ }));
  expect(screen.getByText('Enter the user name.')).toBeVisible();
  expect(screen.getByText('Enter the password.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save changes' })).toBeDisabled();

  await user.type(screen.getByLabelText(/User name/, { selector: '#contact-point-username' }), 'pager');
  await user.type(screen.getByLabelText(/Password/), 'open sesame');
  await on.press(screen.getByRole('button', { name: 'Save changes' }));
  expect(screen.getByText('Changes saved')).toBeVisible();
  expect(await held(connection)).toMatchObject([{ username: 'pager', password: '[REDACTED]' }]);
  expect(screen.getByLabelText(/Password/)).toHaveValue('');
  expect(screen.getByPlaceholderText('Stored in Grafana; leave empty to keep it')).toBeVisible();
  expect(JSON.stringify(window.sessionStorage)).not.toContain('sesame');
  expect(document.body.innerHTML).not.toContain('sesame');
});

test('a heartbeat beside a password is enabled once the password was entered again', async () => {
  const connection = await on.connect('Production', { withHeartbeat: false });
  const { grafana } = await on.world.signIn('admin');
  const before = connection.alertContactPoint;
  if (!before) {
    throw new Error('there is no contact point');
  }
  const otherSettings = { username: 'pager', password: 'open sesame' };
  expect(await grafana.updateIntegration({ ...before, otherSettings }, before)).toMatchObject({ ok: true });

  const { user } = await openWizard(on, connection.id, 'heartbeat');
  expect(screen.getByText('Heartbeats need the same credentials')).toBeVisible();
  expect(
    screen.getByText(
      `The contact point "${before.name}" uses secrets that Grafana does not show again. The heartbeat contact point needs them too, so enter them again.`
    )
  ).toBeVisible();
  const form = within(screen.getByRole('form', { name: 'Heartbeat' }));
  expect(form.getByRole('button', { name: 'Add heartbeat' })).toBeDisabled();
  await user.type(form.getByLabelText(/Password/), 'open sesame');
  await on.press(form.getByRole('button', { name: 'Add heartbeat' }));
  expect(await held(connection)).toMatchObject(
    [otherSettings, otherSettings].map((one) => ({ ...one, password: '[REDACTED]' }))
  );
  expect(JSON.stringify(window.sessionStorage)).not.toContain('sesame');
});
