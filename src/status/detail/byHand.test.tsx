/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../testing/stage';
import { firingRule } from '../../../tests/support/firingRule';
import type { Login, Person } from '../../../tests/support/standIns';
import { endpointOfUrl, connectionId } from '../../connection/endpoint/identity';
import type { Permissions } from '../../connection/plan/granted';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** Somebody followed the manual page, with the rule in a team's folder; answers the connection's id. */
async function byHand(): Promise<string> {
  const { endpoint, heartbeat } = on.world.newIntegration('Production');
  const ask = async (method: string, path: string, body: object) =>
    expect(await on.world.call('admin', method, path, body)).toBeLessThan(300);
  for (const [name, url] of [
    ['By hand', endpoint],
    ['By hand beat', heartbeat],
  ]) {
    await ask('POST', '/api/v1/provisioning/contact-points', { name, type: 'webhook', settings: { url } });
  }
  await ask('POST', '/api/folders', { uid: 'team', title: 'Payments' });
  const settings = { receiver: 'By hand beat', group_wait: '0s', group_interval: '1s', repeat_interval: '2m' };
  await ask('POST', '/api/ruler/grafana/api/v1/rules/team', {
    ...{ name: 'always', interval: '10s' },
    rules: [firingRule('Always', { alert: { notification_settings: settings } })],
  });
  await on.pass(65);
  const target = endpointOfUrl(endpoint);
  return target ? connectionId(target.endpoint) : '';
}

const open = (who: Login | Person, id: string) => on.openStatus(who, `/a/irmconnect-setup-app/status/${id}`);

test('a heartbeat made by hand in a team’s folder is judged there, and adopted with one click and a look', async () => {
  const id = await byHand();
  await open('admin', id);
  expect(screen.getByText('The last heartbeat was delivered on time.')).toBeVisible();
  expect(screen.getByText('This connection was made by hand')).toBeVisible();
  expect(screen.getByText('Folder of the rule: Payments')).toBeVisible();
  await on.press(screen.getByRole('button', { name: 'Adopt the connection' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('The rule stays in the folder Payments.')).toBeVisible();
  expect(within(dialog).getByText(/sends resolved messages/)).toBeVisible();
  await on.press(within(dialog).getByRole('button', { name: 'Adopt' }));
  await on.pass(5);
  expect(screen.queryByText('This connection was made by hand')).not.toBeInTheDocument();
  expect(screen.getByText('10 minutes')).toBeVisible();
});

test('whoever may not see the folder is told that, and not that the rule is missing', async () => {
  const id = await byHand();
  const permissions: Permissions = {
    'alert.notifications.receivers:read': ['receivers:*'],
    'alert.instances:read': [''],
    'folders:read': ['folders:uid:others'],
    'alert.rules:read': ['folders:uid:others'],
  };
  await open(await on.world.letIn(permissions), id);
  expect(document.body).toHaveTextContent('Unknown');
  expect(document.body).toHaveTextContent(/You cannot view the heartbeat rules/);
  expect(document.body).not.toHaveTextContent('Alert rule is missing');
});
