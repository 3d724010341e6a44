/** @jest-environment jest-fixed-jsdom */
import { stage } from '../../testing/stage';
import { screen, waitFor, within } from '@testing-library/react';
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
  const { dialog, apply } = await start('Pause', 'Pause the heartbeat');
  expect(dialog.getByText(/raises an alert group 10.min to 12.min after the last beat/)).toBeVisible();
  await apply('Pause');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(notice('The heartbeat is paused')).toHaveFocus();
  expect(screen.getByText('Paused')).toBeVisible();
  expect((await rule())?.isPaused).toBe(true);

  await press('Take it back');
  await press('Take back', screen.getByRole('dialog', { name: 'Take it back' }));
  expect(notice('It is taken back')).toBeVisible();
  expect((await rule())?.isPaused).toBe(false);
});

test('a dialog is left with Escape, and the focus returns to its button', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog } = await start('Pause', 'Pause the heartbeat');
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
  const [first] = screen.getAllByRole('button', { name: 'Resume heartbeat' });
  await press('Resume heartbeat', first?.parentElement ?? document.body);
  const dialog = screen.getByRole('dialog', { name: 'Resume the heartbeat' });
  expect(within(dialog).getByText(/The next beat leaves within/)).toBeVisible();
  await press('Resume', dialog);
  expect(notice('The heartbeat runs again')).toBeVisible();
  expect((await rule())?.isPaused).toBe(false);
});

test('another interval brings its timing along and asks for the same in IRM', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Change interval and timing', 'Change interval and timing');
  expect(dialog.getByRole('button', { name: 'Change' })).toBeDisabled();
  await user.click(dialog.getByRole('combobox', { name: /^Heartbeat interval in IRM/ }));
  await user.keyboard('5 min{ArrowDown}{Enter}');
  await on.settle();
  expect(dialog.getByLabelText('Repeat interval')).toHaveValue('1m');
  await apply('Change');
  expect(notice('Interval and timing are changed')).toHaveTextContent('Set the heartbeat interval in IRM to 5 minutes');
  expect(await rule()).toMatchObject({ repeatInterval: 60, annotations: { irm_heartbeat_interval: '300' } });
});

test('a timing that cannot hold is refused, and one that is no duration, too', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog } = await start('Change interval and timing', 'Change interval and timing');
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
  const { dialog, apply } = await start('Pause', 'Pause the heartbeat');
  const { grafana } = await held();
  if (connection.rule) {
    await grafana.writeRule({ ...connection.rule, repeatInterval: 60 }, connection.rule);
  }
  await apply('Pause');
  expect(dialog.getByText('Somebody else changed it meanwhile')).toBeVisible();
  expect(await rule()).toMatchObject({ repeatInterval: 60, isPaused: false });

  await press('Make a new plan');
  await press('Pause', screen.getByRole('dialog', { name: 'Pause the heartbeat' }));
  expect(notice('The heartbeat is paused')).toBeVisible();
  expect(await rule()).toMatchObject({ repeatInterval: 60, isPaused: true });
});

test('a right that was taken away meanwhile is named, and the dialog stays', async () => {
  const { start } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Pause', 'Pause the heartbeat');
  on.world.failWith((path) =>
    path.includes('/ruler/')
      ? Response.json({ message: 'Permissions needed: alert.rules:write' }, { status: 403 })
      : undefined
  );
  await apply('Pause');
  expect(dialog.getByText('Grafana does not permit this')).toBeVisible();
  expect(dialog.getByText(/alert\.rules:write/)).toBeVisible();
  on.world.failWith();
  await apply('Pause');
  expect(notice('The heartbeat is paused')).toBeVisible();
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
  expect(dialog.getByText(/Scripts, Terraform and the like/)).toBeVisible();
  await apply('Rename');
  expect(notice('The contact points are renamed')).toBeVisible();
  expect(await rule()).toMatchObject({ receiver: 'Beats', title: 'Beats' });
});

test('rotate: the page moves along with the connection, and back again', async () => {
  const { endpoint } = on.world.newIntegration('Fresh');
  const fresh = endpointOfUrl(endpoint)?.endpoint;
  const { start, press, user, address } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Replace endpoint', 'Replace the endpoint');
  const field = dialog.getByLabelText(/^New HTTP endpoint/);
  await user.click(field);
  await user.paste(fresh ? heartbeatUrl(fresh) : '');
  expect(dialog.getByText(/This is the heartbeat address/)).toBeVisible();
  await press('Use the address for alerts');
  expect(dialog.getByText(/Reset its heartbeat in IRM/)).toBeVisible();
  await apply('Replace');

  const newId = fresh ? connectionId(fresh) : '';
  expect(address()).toBe(`/a/irmconnect-setup-app/status/${newId}`);
  expect(notice('The endpoint is replaced')).toHaveTextContent(/Reset its heartbeat in IRM/);
  expect(screen.getByRole('heading', { name: 'Actions' })).toBeVisible();
  expect((await held()).connections.map(({ id }) => id)).toEqual([newId]);

  await press('Take it back');
  await press('Take back', screen.getByRole('dialog', { name: 'Take it back' }));
  expect(address()).toBe(`/a/irmconnect-setup-app/status/${connection.id}`);
  expect((await held()).connections.map(({ id }) => id)).toEqual([connection.id]);
});

test('rotate refuses the endpoint that is in use, and what is none', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { dialog } = await start('Replace endpoint', 'Replace the endpoint');
  const field = dialog.getByLabelText(/^New HTTP endpoint/);
  await user.click(field);
  await user.paste(connection.alertContactPoint?.url ?? '');
  expect(dialog.getByText('This is the endpoint that is in use already.')).toBeVisible();
  await user.clear(field);
  await user.paste('not an address');
  expect(field).toBeInvalid();
  expect(dialog.getByRole('button', { name: 'Replace' })).toBeDisabled();
});

test('remove takes all of it, reminds of IRM, and can be taken back', async () => {
  const { start, press } = await openDetail(on, connection.id);
  const { dialog, apply } = await start('Remove', 'Remove the connection');
  expect(dialog.getByText(/Reset the heartbeat there/)).toBeVisible();
  await apply('Remove');
  expect(notice('The connection is removed')).toHaveTextContent(/Reset the heartbeat there/);
  expect(screen.getByText('This connection is not there')).toBeVisible();
  expect(await held()).toMatchObject({ connections: [] });
  expect((await held()).reading).toMatchObject({ rules: [], folder: { state: 'absent' } });

  await press('Take it back');
  await press('Take back', screen.getByRole('dialog', { name: 'Take it back' }));
  expect(screen.getByRole('heading', { name: 'Actions' })).toBeVisible();
  expect((await held()).connections[0]).toMatchObject({ id: connection.id, stage: 'complete' });
});

test('a locked connection is paused as a locked one', async () => {
  const { grafana } = await held();
  if (connection.rule) {
    await grafana.writeRule({ ...connection.rule, provenance: 'api' }, connection.rule);
  }
  const { start } = await openDetail(on, connection.id);
  const { apply } = await start('Pause', 'Pause the heartbeat');
  await apply('Pause');
  expect(notice('The heartbeat is paused')).toBeVisible();
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
  const { apply } = await start('Adopt', 'Adopt the connection');
  await apply('Adopt');
  expect(notice('The connection is adopted')).toHaveTextContent(/Remove that rule once beats of the new one arrive/);
  const adopted = (await held()).connections.find(({ alertContactPoint }) => alertContactPoint?.name === 'My IRM');
  expect(adopted).toMatchObject({ stage: 'complete', heartbeatContactPoint: { name: 'My beats' } });
});
