/** @jest-environment jest-fixed-jsdom */
import { stage } from '../../testing/stage';
import { screen, within } from '@testing-library/react';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { openDetail } from '../testing/openDetail';

const ALERTS = 'IRM Production';
const BEATS = 'IRM Production heartbeat';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  connection = await on.connect('Production');
  await on.pass(30);
});
afterEach(() => on.end());

/** The connections that Grafana holds now, and the names of their contact points. */
async function held() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  const connections = connectionsOf(read.value);
  const names = connections.flatMap(({ alertContactPoint, heartbeatContactPoint }) =>
    [alertContactPoint, heartbeatContactPoint].flatMap((one) => one?.name ?? [])
  );
  return { connections, names, rules: read.value.rules, folder: read.value.folder.state };
}

/** Somebody routes alerts to the contact point: a notification policy, and a rule that chooses it itself. */
async function useByOthers() {
  const policies = { receiver: 'empty', routes: [{ receiver: ALERTS, object_matchers: [['team', '=', 'web']] }] };
  expect(await on.world.call('admin', 'PUT', '/api/v1/provisioning/policies', policies)).toBe(202);
  await on.world.call('admin', 'POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  const query = { refId: 'A', datasourceUid: '__expr__', model: { refId: 'A', type: 'math', expression: '1 > 0' } };
  const alert = { title: 'Disk full', condition: 'A', data: [query], no_data_state: 'OK', exec_err_state: 'OK' };
  const rules = [{ grafana_alert: { ...alert, notification_settings: { receiver: ALERTS } } }];
  const group = { name: 'disks', interval: '1m', rules };
  expect(await on.world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group)).toBe(202);
}

const start = async (login?: 'editor' | 'viewer') => {
  const page = await openDetail(on, connection.id, login);
  return { ...page, ...(await page.start('Remove', 'Remove the connection')) };
};
const plan = () =>
  within(screen.getByRole('list', { name: 'Plan' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('the policy and the rule that use a contact point are named, and it is kept for them', async () => {
  await useByOthers();
  const { dialog, apply } = await start();
  const note = dialog.getByText(/"IRM Production" stays, because it is in use\./);
  expect(note).toHaveTextContent('Notification policies: team="web".');
  expect(note).toHaveTextContent('Alert rules: Disk full (Servers).');
  expect(plan()).toContain(`KeepContact point for alerts${ALERTS}`);
  expect(plan()).toContain(`RemoveContact point for the heartbeat${BEATS}`);

  await apply('Remove');
  expect(screen.getByRole('group', { name: 'What nobody else uses is removed' })).toBeVisible();
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [], folder: 'absent' });
});

test('a contact point that the default policy uses is kept, too', async () => {
  const policies = { receiver: ALERTS, group_by: ['alertname'] };
  expect(await on.world.call('admin', 'PUT', '/api/v1/provisioning/policies', policies)).toBe(202);
  const { dialog, apply } = await start();
  expect(dialog.getByText(/Notification policies: the default policy\./)).toBeVisible();
  await apply('Remove');
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [] });
});

test('a contact point that others began to use after the look is not called removed', async () => {
  const { apply } = await start();
  await useByOthers();
  await apply('Remove');
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [] });
  expect(screen.queryByText('The connection is removed')).not.toBeInTheDocument();
});

test('there is no plan while the surroundings cannot be read, and a retry brings it', async () => {
  on.world.failWith((path) =>
    path === '/api/v1/provisioning/policies'
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  const { dialog, press } = await start();
  expect(dialog.getByText('Grafana’s database is busy')).toBeVisible();
  expect(dialog.queryByRole('list', { name: 'Plan' })).not.toBeInTheDocument();
  expect(dialog.getByRole('button', { name: 'Remove' })).toBeDisabled();

  on.world.failWith();
  await press('Try again', screen.getByRole('dialog'));
  expect(dialog.queryByText(/database is locked/)).not.toBeInTheDocument();
  expect(plan()).toContain(`RemoveContact point for alerts${ALERTS}`);
  expect(dialog.getByRole('button', { name: 'Remove' })).toBeEnabled();
});

test('who may not see the policies is told what that means', async () => {
  on.world.failWith((path) =>
    path === '/api/v1/provisioning/policies'
      ? Response.json({ message: 'Permissions needed: alert.notifications:read' }, { status: 403 })
      : undefined
  );
  const { dialog } = await start();
  expect(dialog.getByText(/You may not see the notification policies\./)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Remove' })).toBeEnabled();
});

test('a removal that breaks off names what is gone and what is not, and the undo brings it back', async () => {
  const { dialog, apply, press } = await start();
  on.world.failWith((path, { method }) =>
    method === 'DELETE' && path.endsWith(`/${connection.alertContactPoint?.uid}`)
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  await apply('Remove');
  const gone = within(dialog.getByText('Removed').parentElement ?? document.body);
  expect(gone.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `Alert rule: ${BEATS}`,
    `Contact point for the heartbeat: ${BEATS}`,
  ]);
  expect(dialog.getByText('Not done yet').parentElement).toHaveTextContent(`Contact point for alerts: ${ALERTS}`);
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [] });

  on.world.failWith();
  await press('Undo what was done', screen.getByRole('dialog'));
  expect(screen.getByRole('group', { name: 'It is taken back' })).toBeVisible();
  expect((await held()).connections).toMatchObject([{ id: connection.id, stage: 'complete' }]);
});

test('a removal that broke off is finished by another click', async () => {
  const { apply } = await start();
  on.world.failWith((_, { method }) =>
    method === 'DELETE' ? Response.json({ message: 'database is locked' }, { status: 500 }) : undefined
  );
  await apply('Remove');
  expect(screen.getByText(/Apply again to finish/)).toBeVisible();
  on.world.failWith();
  await apply('Remove');
  expect(screen.getByRole('group', { name: 'The connection is removed' })).toBeVisible();
  expect((await held()).connections).toEqual([]);
});
