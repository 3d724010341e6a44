/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { connectionId, endpointOfUrl } from '../../../connection/endpoint/identity';
import { heartbeatUrl } from '../../../connection/endpoint/integrationPath';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  connection = await on.connect('Production');
  await on.pass(30);
});
afterEach(() => on.end());

/** What Grafana holds now, as an administrator sees it. */
async function held() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  return { reading: read.value, connections: connectionsOf(read.value), grafana };
}
const rule = async () => (await held()).connections.find((one) => one.rule)?.rule;
const notice = (name: string) => screen.getByRole('group', { name });

test('pause says what IRM will do, pauses, and is taken back', async () => {
  const { start, press } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Pause', 'Pause heartbeat');
  expect(dialog.getByText(/pages 10 to 12.min after the last heartbeat/)).toBeVisible();
  await apply('Pause');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(notice('Heartbeat paused')).toHaveFocus();
  expect(screen.getByText('Paused')).toBeVisible();
  expect((await rule())?.isPaused).toBe(true);

  await press('Undo');
  await press('Undo', screen.getByRole('dialog', { name: 'Undo' }));
  expect(notice('Undone')).toBeVisible();
  expect((await rule())?.isPaused).toBe(false);
});

test('a dialog is left with Escape, and the focus returns to its button', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog } = await start('Pause', 'Pause heartbeat');
  expect(dialog.getByRole('button', { name: 'Pause' })).toBeVisible();
  await user.keyboard('{Escape}');
  await on.pass(1);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Pause' })).toHaveFocus());
});

test('a paused heartbeat is resumed from the top of the page', async () => {
  const { grafana } = await held();
  if (connection.rule) {
    await grafana.writeRule({ ...connection.rule, isPaused: true }, connection.rule);
  }
  const { press } = await openDetail(on, connection.id);
  expect(screen.queryByRole('button', { name: 'Resume' })).not.toBeInTheDocument();
  await press('Resume the heartbeat');
  const dialog = screen.getByRole('dialog', { name: 'Resume heartbeat' });
  expect(within(dialog).getByText(/The next heartbeat is sent within/)).toBeVisible();
  await press('Resume', dialog);
  expect(notice('Heartbeat resumed')).toBeVisible();
  expect((await rule())?.isPaused).toBe(false);
});

test('another interval brings its timing along and asks for the same in IRM', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Timing', 'Timing');
  expect(dialog.getByRole('button', { name: 'Change' })).toBeDisabled();
  await user.click(dialog.getByRole('combobox', { name: /^Heartbeat interval in IRM/ }));
  await user.keyboard('5 min{ArrowDown}{Enter}');
  await on.settle();
  expect(dialog.getByLabelText('Repeat interval')).toHaveValue('1m');
  await apply('Change');
  expect(notice('Timing changed')).toHaveTextContent('Set the heartbeat interval in IRM to 5 minutes');
  expect(await rule()).toMatchObject({ repeatInterval: 60, annotations: { irm_heartbeat_interval: '300' } });
});

test('a timing that cannot hold is refused, and one that is no duration, too', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog } = await start('Timing', 'Timing');
  const repeat = dialog.getByLabelText('Repeat interval');
  await user.clear(repeat);
  await user.type(repeat, '4h');
  expect(dialog.getByText('Cannot hold')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Change' })).toBeDisabled();
  await user.type(repeat, 'x');
  expect(dialog.getByText('Enter a duration such as 30s or 1m30s.')).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Change' })).toBeDisabled();
});

test('what somebody else changed meanwhile is not overwritten, and a new plan can be made', async () => {
  const { start, press } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Pause', 'Pause heartbeat');
  const { grafana } = await held();
  if (connection.rule) {
    await grafana.writeRule({ ...connection.rule, repeatInterval: 60 }, connection.rule);
  }
  await apply('Pause');
  expect(dialog.getByText('Changed by someone else')).toBeVisible();
  expect(await rule()).toMatchObject({ repeatInterval: 60, isPaused: false });

  await on.pass(1);
  await press('Make a new plan');
  await press('Pause', screen.getByRole('dialog', { name: 'Pause heartbeat' }));
  expect(notice('Heartbeat paused')).toBeVisible();
  expect(await rule()).toMatchObject({ repeatInterval: 60, isPaused: true });
});

test('a right that was taken away meanwhile is named, and the dialog stays', async () => {
  const { start } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Pause', 'Pause heartbeat');
  on.world.failWith((path) =>
    path.includes('/ruler/')
      ? Response.json({ message: 'Permissions needed: alert.rules:write' }, { status: 403 })
      : undefined
  );
  await apply('Pause');
  expect(dialog.getByText('You lack a permission')).toBeVisible();
  expect(dialog.getByText(/alert\.rules:write/)).toBeVisible();
  on.world.failWith();
  await apply('Pause');
  expect(notice('Heartbeat paused')).toBeVisible();
});

test('rename: a taken name is refused, another is taken over by the rule', async () => {
  await on.connect('Other', { withHeartbeat: false });
  const { start, user } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Rename', 'Rename');
  const name = dialog.getByLabelText('Contact point for the heartbeat');
  await user.clear(name);
  await user.type(name, 'IRM Other');
  expect(dialog.getByText(/There is another contact point named "IRM Other"/)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Rename' })).toBeDisabled();

  await user.clear(name);
  await user.type(name, 'Beats');
  expect(dialog.getByText(/Update scripts and Terraform yourself/)).toBeVisible();
  await apply('Rename');
  expect(notice('Contact points renamed')).toBeVisible();
  expect(await rule()).toMatchObject({ receiver: 'Beats', title: 'Beats' });
});

test('rotate: the page moves along with the connection, and back again', async () => {
  const { endpoint } = on.world.newIntegration('Fresh');
  const fresh = endpointOfUrl(endpoint)?.endpoint;
  const { start, press, user, address } = await openDetail(on, connection.id, 'admin');
  const { dialog, apply } = await start('Change endpoint', 'Change endpoint');
  const field = dialog.getByLabelText(/^New HTTP endpoint/);
  await user.click(field);
  await user.paste(fresh ? heartbeatUrl(fresh) : '');
  expect(dialog.getByText(/This is the heartbeat URL/)).toBeVisible();
  await press('Use the URL for alerts');
  expect(dialog.getByText(/Reset its heartbeat in IRM/)).toBeVisible();
  await apply('Change');

  const newId = fresh ? connectionId(fresh) : '';
  expect(address()).toBe(`/a/irmconnect-setup-app/status/${newId}`);
  expect(notice('Endpoint changed')).toHaveTextContent(/Reset its heartbeat in IRM/);
  expect(screen.getByRole('heading', { name: 'Checks' })).toBeVisible();
  expect((await held()).connections.map(({ id }) => id)).toEqual([newId]);

  await press('Undo');
  await press('Undo', screen.getByRole('dialog', { name: 'Undo' }));
  expect(address()).toBe(`/a/irmconnect-setup-app/status/${connection.id}`);
  expect((await held()).connections.map(({ id }) => id)).toEqual([connection.id]);
});

test('an address asks for the dialog once, of whoever may change the endpoint', async () => {
  const path = `/a/irmconnect-setup-app/status/${connection.id}`;
  const { address, search } = await on.openStatus('admin', `${path}?action=rotate`);
  expect(screen.getByRole('dialog', { name: 'Change endpoint' })).toBeVisible();
  expect([address(), search()]).toEqual([path, '']);
});

test('an address opens no dialog for a viewer, and none that it may not ask for', async () => {
  const path = `/a/irmconnect-setup-app/status/${connection.id}`;
  await on.openStatus('viewer', `${path}?action=rotate`);
  expect(screen.getByRole('heading', { name: 'Checks' })).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  await on.openStatus('editor', `${path}?action=remove`);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('rotate refuses the endpoint that is in use, and what is none', async () => {
  const { start, user } = await openDetail(on, connection.id, 'admin');
  const { dialog } = await start('Change endpoint', 'Change endpoint');
  const field = dialog.getByLabelText(/^New HTTP endpoint/);
  await user.click(field);
  await user.paste(connection.alertContactPoint?.url ?? '');
  expect(dialog.getByText('This endpoint is already in use here.')).toBeVisible();
  await user.clear(field);
  await user.paste('not an address');
  expect(field).toBeInvalid();
  expect(dialog.getByRole('button', { name: 'Change' })).toBeDisabled();
});

test('delete leads to the list, tells it in a toast, reminds of IRM, and can be undone', async () => {
  const { start, press, address, toasts } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Delete', 'Delete connection');
  expect(dialog.getByText(/Reset the heartbeat there/)).toBeVisible();
  await apply('Delete');
  expect(address()).toBe('/a/irmconnect-setup-app/status');
  expect(toasts).toEqual(['Connection deleted']);
  expect(notice('Connection deleted')).toHaveTextContent(/Reset the heartbeat there/);
  expect(notice('Connection deleted')).toHaveFocus();
  expect(screen.queryByText('Connection not found')).not.toBeInTheDocument();
  expect(await held()).toMatchObject({ connections: [] });
  expect((await held()).reading).toMatchObject({ rules: [], folder: { state: 'absent' } });

  await press('Undo');
  await press('Undo', screen.getByRole('dialog', { name: 'Undo' }));
  expect(notice('Undone')).toHaveFocus();
  expect((await held()).connections[0]).toMatchObject({ id: connection.id, stage: 'complete' });
});

test('a locked connection is paused as a locked one', async () => {
  const { grafana } = await held();
  if (connection.rule) {
    await grafana.writeRule({ ...connection.rule, provenance: 'api' }, connection.rule);
  }
  const { start } = await openDetail(on, connection.id);
  const { apply } = await start('Pause', 'Pause heartbeat');
  await apply('Pause');
  expect(notice('Heartbeat paused')).toBeVisible();
  expect(await rule()).toMatchObject({ isPaused: true, provenance: 'api' });
});

test('a connection made by hand is adopted', async () => {
  const { endpoint } = on.world.newIntegration('By hand');
  const found = endpointOfUrl(endpoint)?.endpoint;
  for (const [name, url] of Object.entries({ 'My IRM': endpoint, 'My beats': found ? heartbeatUrl(found) : '' })) {
    const settings = { url };
    await on.world.call('admin', 'POST', '/api/v1/provisioning/contact-points', { name, type: 'webhook', settings });
  }
  const { start } = await openDetail(on, found ? connectionId(found) : '');
  expect(screen.queryByRole('button', { name: 'Repair' })).not.toBeInTheDocument();
  const { apply } = await start('Adopt', 'Adopt connection');
  await apply('Adopt');
  expect(notice('Connection adopted')).toHaveTextContent(/Delete that rule once heartbeats of the new one arrive/);
  const adopted = (await held()).connections.find(({ alertContactPoint }) => alertContactPoint?.name === 'My IRM');
  expect(adopted).toMatchObject({ stage: 'complete', heartbeatContactPoint: { name: 'My beats' } });
});
