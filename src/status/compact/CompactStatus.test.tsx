/** @jest-environment jest-fixed-jsdom */
import { stage } from '../testing/stage';
import { screen } from '@testing-library/react';
import { CompactStatus } from './CompactStatus';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

const LOST = 'https://gone.example.net/integrations/v1/alertmanager/T0ken/';

test('all together: how many are in which state, and the worst with its reason', async () => {
  await on.connect('Well');
  await on.connect('Lost', { url: LOST });
  await on.pass(30);
  await on.open('viewer', <CompactStatus />);
  expect(screen.getByText('Heartbeats to IRM: 1 down, 1 up')).toBeVisible();
  expect(screen.getByRole('link', { name: 'IRM Lost' })).toBeVisible();
  expect(screen.getByText(/Host name not found/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'IRM Well' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Heartbeat status' })).toBeVisible();
});

test('one connection, or that there is no such one', async () => {
  const { id } = await on.connect('Well');
  await on.connect('Lost', { url: LOST });
  await on.pass(30);
  const { unmount } = await on.open('viewer', <CompactStatus connectionId={id} />);
  expect(screen.getByRole('link', { name: 'IRM Well' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/status/${id}`
  );
  expect(screen.getByText('Up')).toBeVisible();
  unmount();
  await on.open('viewer', <CompactStatus connectionId="0000000000" />);
  expect(screen.getByText('There is no such connection any longer.')).toBeVisible();
});

test('several on one page share one reading, which they repeat more seldom than the page of the plugin', async () => {
  await on.connect('Well');
  await on.pass(30);
  const before = on.world.asked.length;
  await on.open(
    'viewer',
    <>
      <CompactStatus />
      <CompactStatus />
    </>
  );
  await on.pass(25);
  expect(on.world.asked.slice(before)).toHaveLength(5);
  await on.pass(10);
  expect(on.world.asked.slice(before)).toHaveLength(10);
});

test('when Grafana cannot be read it says so, first without anything, later beside what it knew', async () => {
  await on.connect('Well');
  await on.pass(30);
  on.world.failWith(() => Response.json({ message: 'no' }, { status: 500 }));
  await on.open('viewer', <CompactStatus />);
  expect(screen.getByText('Unexpected answer from Grafana')).toBeVisible();
  on.world.failWith();
  await on.pass(65);
  expect(screen.getByText('Heartbeats to IRM: 1 up')).toBeVisible();
  on.world.failWith(() => Response.json({ message: 'no' }, { status: 500 }));
  await on.pass(35);
  expect(screen.getByText('Heartbeats to IRM: 1 up')).toBeVisible();
  expect(screen.getByText('This is not up to date: the last refresh failed.')).toBeVisible();
});

test('without alerting on the server it says that, and asks nothing', async () => {
  on.end();
  on = stage({ env: { GF_UNIFIED_ALERTING_ENABLED: 'false' } });
  await on.open('viewer', <CompactStatus />);
  expect(screen.getByText('Grafana Alerting is disabled on this server')).toBeVisible();
  expect(on.world.asked).toEqual([]);
});
