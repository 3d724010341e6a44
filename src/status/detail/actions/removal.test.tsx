/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { firingRule } from '../../../../tests/support/firingRule';
import { buttonToGoOn } from '../../../../tests/support/buttonToGoOn';
import { stage } from '../../testing/stage';
import { renderInApp } from '../../../../tests/support/render';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import type { PlanStep } from '../../../connection/plan/types';
import { LeftList } from './LeftList';
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
  const rules = [firingRule('Disk full', { alert: { notification_settings: { receiver: ALERTS } } })];
  const group = { name: 'disks', interval: '1m', rules };
  expect(await on.world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group)).toBe(202);
}

const start = async (login?: 'editor' | 'viewer') => {
  const page = await openDetail(on, connection.id, login);
  return { ...page, ...(await page.start('Delete', 'Delete connection')) };
};
const plan = () =>
  within(screen.getByRole('list', { name: 'Changes' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('the policy and the rule that use a contact point are named, and it is kept for them', async () => {
  await useByOthers();
  const { dialog, apply } = await start();
  const note = dialog.getByText(/"IRM Production" is in use and stays\./);
  expect(note).toHaveTextContent('Notification policies: team="web".');
  expect(note).toHaveTextContent('Alert rules: Disk full (Servers).');
  expect(plan()).toContain(`UnchangedContact point for alerts${ALERTS}`);
  expect(plan()).toContain(`DeleteContact point for the heartbeat${BEATS}`);

  await apply('Delete');
  expect(screen.getByRole('group', { name: 'Deleted what nobody else uses' })).toBeVisible();
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [], folder: 'absent' });
});

test('a contact point that the default policy uses is kept, too', async () => {
  const policies = { receiver: ALERTS, group_by: ['alertname'] };
  expect(await on.world.call('admin', 'PUT', '/api/v1/provisioning/policies', policies)).toBe(202);
  const { dialog, apply } = await start();
  expect(dialog.getByText(/Notification policies: the default policy\./)).toBeVisible();
  await apply('Delete');
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [] });
});

test('a contact point that others began to use after the look is not called removed', async () => {
  const { apply } = await start();
  await useByOthers();
  await apply('Delete');
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [] });
  expect(screen.queryByText('Connection deleted')).not.toBeInTheDocument();
});

test('a new plan knows who has begun to use a contact point meanwhile', async () => {
  const { apply, press } = await start();
  on.world.failWith((_, { method }) => (method === 'DELETE' ? Response.json({}, { status: 404 }) : undefined));
  await apply('Delete');
  on.world.failWith();
  await useByOthers();
  await on.pass(15);
  await press('Make a new plan', screen.getByRole('dialog'));
  expect(plan()).toContain(`UnchangedContact point for alerts${ALERTS}`);
});

test('there is no plan while the surroundings cannot be read, and a retry brings it', async () => {
  on.world.failWith((path) =>
    path === '/api/v1/provisioning/policies'
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  const { dialog, press } = await start();
  expect(dialog.getByText(/Too many writes at once/)).toBeVisible();
  expect(dialog.queryByRole('list', { name: 'Changes' })).not.toBeInTheDocument();
  expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();

  on.world.failWith();
  await press('Try again', screen.getByRole('dialog'));
  expect(dialog.queryByText(/Too many writes at once/)).not.toBeInTheDocument();
  expect(plan()).toContain(`DeleteContact point for alerts${ALERTS}`);
  expect(dialog.getByRole('button', { name: 'Delete' })).toBeEnabled();
});

test('who may not see the policies is told what that means', async () => {
  on.world.failWith((path) =>
    path === '/api/v1/provisioning/policies'
      ? Response.json({ message: 'Permissions needed: alert.notifications:read' }, { status: 403 })
      : undefined
  );
  const { dialog } = await start();
  expect(dialog.getByText(/You cannot see the notification policies\./)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Delete' })).toBeEnabled();
});

test('a removal that breaks off names what is gone and what is not, and the undo brings it back', async () => {
  const { dialog, apply, press } = await start();
  on.world.failWith((path, { method }) =>
    method === 'DELETE' && path.endsWith(`/${connection.alertContactPoint?.uid}`)
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  await apply('Delete');
  const gone = within(dialog.getByText('Deleted').parentElement ?? document.body);
  expect(gone.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `Alert rule: ${BEATS}`,
    `Contact point for the heartbeat: ${BEATS}`,
  ]);
  expect(dialog.getByText('Not done yet').parentElement).toHaveTextContent(`Contact point for alerts: ${ALERTS}`);
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [] });

  on.world.failWith();
  await press('Undo what was done', screen.getByRole('dialog'));
  expect(screen.getByRole('group', { name: 'Undone' })).toBeVisible();
  expect((await held()).connections).toMatchObject([{ id: connection.id, stage: 'complete' }]);
});

test('a contact point that may not be deleted is named, once the rest is gone', async () => {
  const { apply } = await start();
  on.world.failWith((path, { method }) =>
    method === 'DELETE' && path.endsWith(`/${connection.alertContactPoint?.uid}`)
      ? Response.json({ message: 'Permissions needed: alert.notifications.receivers:delete' }, { status: 403 })
      : undefined
  );
  await apply('Delete');
  const notice = within(screen.getByRole('group', { name: 'Done, but something remains' }));
  expect(within(notice.getByRole('list', { name: 'What remains' })).getByRole('listitem')).toHaveTextContent(
    `Contact point for alerts: ${ALERTS}. You cannot delete it. An Admin can do so in Grafana.`
  );
  expect(await held()).toMatchObject({ names: [ALERTS], rules: [], folder: 'absent' });
});

test('where the service account may not delete it, that is said instead', async () => {
  const error = { reason: 'forbidden', message: 'no', status: 403, serviceAccountAt: 'http://localhost:3000' } as const;
  const integration = connection.alertContactPoint;
  if (!integration) {
    throw new Error('no contact point');
  }
  const step: PlanStep = {
    ...{ object: 'alertContactPoint', name: ALERTS, uid: integration.uid, action: 'delete', changes: [] },
    command: { kind: 'deleteIntegration', integration },
  };
  renderInApp(<LeftList left={[{ step, state: 'skipped', error }]} />, { services: await on.world.signIn('editor') });
  expect(screen.getByRole('listitem')).toHaveTextContent(
    `Contact point for alerts: ${ALERTS}. The plugin's service account cannot delete it. An Admin can do so in Grafana.`
  );
});

test('a removal that broke off is finished by another click', async () => {
  const { apply } = await start();
  on.world.failWith((_, { method }) =>
    method === 'DELETE' ? Response.json({ message: 'database is locked' }, { status: 500 }) : undefined
  );
  await apply('Delete');
  expect(buttonToGoOn()).toBe(screen.getByRole('button', { name: 'Delete' }));
  on.world.failWith();
  await apply('Delete');
  expect(screen.getByRole('group', { name: 'Connection deleted' })).toBeVisible();
  expect((await held()).connections).toEqual([]);
});
