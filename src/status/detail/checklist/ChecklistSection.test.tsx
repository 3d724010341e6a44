/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import type { HeartbeatRule } from '../../../connection/model';
import type { Connection } from '../../../connection/ownership/connections';
import { check, openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  connection = await on.connect('Production');
  await on.pass(30);
});
afterEach(() => on.end());

/** Somebody else edits the rule in Grafana. */
async function edit(change: Partial<HeartbeatRule>) {
  const { grafana } = await on.world.signIn('admin');
  if (!connection.rule) {
    throw new Error('there is no rule');
  }
  expect(await grafana.writeRule({ ...connection.rule, ...change }, connection.rule)).toMatchObject({ ok: true });
}

/** A time interval of the organisation, on weekdays. */
async function makeInterval(name: string, times: Array<{ start_time: string; end_time: string }>) {
  const body = { name, time_intervals: [{ times, weekdays: ['monday:friday'] }] };
  expect(await on.world.call('admin', 'POST', '/api/v1/provisioning/mute-timings', body)).toBe(201);
}

test('a repeat interval back at 4 h is found, shown before and after, and repaired', async () => {
  await edit({ repeatInterval: 14_400 });
  const { start } = await openDetail(on, connection.id);
  expect(screen.getByText('Misconfigured')).toBeVisible();
  const timing = check(/^A heartbeat every 4.h/);
  expect(timing).toHaveAttribute('open');
  expect(within(timing).getByText(/Up to 4.h.*pass between heartbeats/)).toBeVisible();

  const { dialog, apply } = await start('Repair the connection', 'Repair connection');
  expect(dialog.getByText('4h')).toBeVisible();
  await apply('Repair');
  expect(screen.getByRole('group', { name: 'Connection repaired' })).toHaveFocus();
  expect(screen.queryByText(/^A heartbeat every 4.h/)).not.toBeInTheDocument();
});

test('a mute timing is named with its times', async () => {
  await makeInterval('nights', [{ start_time: '22:00', end_time: '24:00' }]);
  await edit({ muteTimings: ['nights'] });
  await openDetail(on, connection.id);
  expect(check('Mute timing: nights')).toHaveAttribute('open');
  expect(screen.getByRole('button', { name: 'Repair the connection' })).toBeEnabled();
});

test('a rule that is limited by active time intervals says so, with their times, and a repair frees it', async () => {
  await makeInterval('office hours', [{ start_time: '08:00', end_time: '18:00' }]);
  await edit({ activeTimings: ['office hours'] });
  const { start } = await openDetail(on, connection.id);
  expect(screen.getByText('Misconfigured')).toBeVisible();
  expect(screen.getByText('Heartbeats are sent only during the time intervals office hours.')).toBeVisible();
  const item = check('Active only during office hours');
  expect(item).toHaveAttribute('open');
  expect(within(item).getByText(/office hours: .*08:00/)).toBeVisible();

  const { dialog, apply } = await start('Repair the connection', 'Repair connection');
  expect(dialog.getByText('Active time intervals')).toBeVisible();
  await apply('Repair');
  expect(screen.getByRole('group', { name: 'Connection repaired' })).toBeVisible();
  expect(screen.queryByText('Active only during office hours')).not.toBeInTheDocument();
  expect(screen.queryByText(/Heartbeats are sent only during/)).not.toBeInTheDocument();
});

test('a data source that does not answer is said to be the cause, and linked', async () => {
  const { id } = await on.connect('Watched', { dataSourceUid: 'prom' });
  await on.pass(30);
  on.world.breakDataSource('dial tcp 127.0.0.1:19090: connect: connection refused');
  await on.pass(180);
  await openDetail(on, id, 'viewer');
  expect(screen.getByText('Late')).toBeVisible();
  expect(check('Data source does not answer')).toHaveAttribute('open');
  expect(screen.getByRole('link', { name: 'View data source' })).toHaveAttribute(
    'href',
    '/connections/datasources/edit/prom'
  );
});

test('a rule that follows the policies, and one that is gone, are each named with what mends them', async () => {
  await edit({ receiver: '' });
  await openDetail(on, connection.id);
  expect(check('Rule follows the notification policies')).toHaveAttribute('open');
  const { grafana } = await on.world.signIn('admin');
  if (connection.rule) {
    await grafana.deleteRule(connection.rule.uid ?? '');
  }
  await on.pass(12);
  expect(check('Alert rule is missing')).toHaveAttribute('open');
  expect(screen.getByRole('button', { name: 'Repair the connection' })).toBeEnabled();
});

test('alerts that go to external Alertmanagers only are said to never meet a contact point', async () => {
  on.world.failWith((path) =>
    path === '/api/v1/ngalert'
      ? Response.json({ alertmanagersChoice: 'external', numExternalAlertmanagers: 2 })
      : undefined
  );
  await openDetail(on, connection.id);
  expect(check('Alerts go to external Alertmanagers only (2)')).toHaveAttribute('open');
  expect(screen.getByRole('link', { name: /internal Alertmanager/ })).toHaveAttribute('href', '/alerting/admin');
});

test('what may not be read is named with the permission, and nothing is claimed about it', async () => {
  on.world.failWith((path) =>
    path.endsWith('/receivers')
      ? Response.json({ message: 'Permissions needed: alert.notifications:read' }, { status: 403 })
      : undefined
  );
  await openDetail(on, connection.id);
  const item = check('One part cannot be read');
  expect(item).toHaveAttribute('open');
  expect(item).toHaveTextContent('Missing permission: alert.notifications:read');
  expect(screen.queryByText(/^No delivery status/)).not.toBeInTheDocument();
});

test.each([
  [500, 'Internal server error'],
  [401, 'You are signed out'],
])('what could not be read for another reason (%s) sends nobody to ask for a permission', async (status, words) => {
  on.world.failWith((path) =>
    path.endsWith('/receivers') ? Response.json({ message: 'Internal server error' }, { status }) : undefined
  );
  await openDetail(on, connection.id);
  const item = check('One part cannot be read');
  expect(item).toHaveTextContent(words);
  expect(item).toHaveTextContent(/^Unknown: /);
  expect(item).not.toHaveTextContent(/permission/i);
  expect(screen.getByRole('button', { name: 'Refresh' })).toBeVisible();
});

test('rules that could not be read are told of once, and no folder is called missing or hidden', async () => {
  on.world.failWith((path) =>
    path.endsWith('/rules/irm-heartbeats') && path.includes('/ruler/') ? new Response('', { status: 502 }) : undefined
  );
  await openDetail(on, connection.id);
  expect(check('One part cannot be read')).toHaveTextContent('Could not read the heartbeat rules');
  expect(screen.queryByText(/^Alert rule cannot be seen/)).not.toBeInTheDocument();
});

test('after a restart the deliveries are unknown until the next beat', async () => {
  on.world.restartGrafana('graceful');
  await openDetail(on, connection.id);
  expect(check(/^No delivery status/)).toHaveTextContent(/^Unknown: /);
});
