/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

test('a heartbeat without the password of its alerts is misconfigured; the repair asks for it and mends it', async () => {
  const { id, alertContactPoint, heartbeatContactPoint } = await on.connect('Production');
  const { grafana } = await on.world.signIn('admin');
  if (!alertContactPoint || !heartbeatContactPoint) {
    throw new Error('the connection is not complete');
  }
  const otherSettings = { username: 'pager', password: 'open sesame' };
  await grafana.updateIntegration({ ...alertContactPoint, otherSettings }, alertContactPoint);

  const { user, start, press } = await openDetail(on, id);
  const { dialog, apply } = await start('Repair', 'Repair connection');
  expect(dialog.getByText('Heartbeats need the same credentials')).toBeVisible();
  expect(
    dialog.getByText(
      `Heartbeats need the same credentials as alerts, and Grafana does not show those stored in "${alertContactPoint.name}". Enter them again: password.`
    )
  ).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Repair' })).toBeDisabled();

  await user.type(dialog.getByLabelText(/Password/), 'open sesame');
  expect(document.body).not.toHaveTextContent(/sesame/);
  on.world.failWith((_, { method }) => (method === 'GET' ? undefined : new Response('{}', { status: 404 })));
  await apply('Repair');
  on.world.failWith();
  await on.pass(15);
  // What was typed outlasts a new plan.
  await press('Make a new plan', screen.getByRole('dialog'));
  await press('Repair', screen.getByRole('dialog'));
  const listed = await grafana.listIntegrations();
  const beats = listed.ok ? listed.value.value.find(({ uid }) => uid === heartbeatContactPoint.uid) : undefined;
  expect(beats?.otherSettings).toMatchObject({ username: 'pager', password: '[REDACTED]' });
});
