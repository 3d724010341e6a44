/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../testing/stage';
import { CompactStatus } from './CompactStatus';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** Five for the reading, two for where alerts are routed. */
const FIRST = 7;

const LOST = 'https://gone.example.net/integrations/v1/alertmanager/T0ken/';

test('all together: the answer in one sentence, and of what is wrong the worst with its reason', async () => {
  await on.connect('Well');
  await on.connect('Lost', { url: LOST });
  await on.pass(30);
  await on.open('viewer', <CompactStatus />);
  expect(screen.getByText('IRM Lost is down: nobody would be paged')).toBeVisible();
  expect(screen.getByText('1 other heartbeat arrives.', { exact: false })).toBeVisible();
  expect(screen.getByRole('link', { name: 'IRM Lost' })).toBeVisible();
  expect(screen.getByText(/Host name not found/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'IRM Well' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'IRM connections' })).toBeVisible();
});

test('a heartbeat alone is not all: alerts have to be routed to the connection, too', async () => {
  await on.connect('Well');
  await on.pass(30);
  const { unmount } = await on.open('viewer', <CompactStatus />);
  await on.settle();
  expect(screen.getByText('Heartbeats arrive, but no alert is routed to IRM Well')).toBeVisible();
  expect(screen.getByText('Not routed')).toBeVisible();
  unmount();
  await on.routeTo('IRM Well');
  await on.open('viewer', <CompactStatus />);
  await on.settle();
  expect(screen.getByText('The heartbeat arrives and alerts are routed')).toBeVisible();
  expect(screen.getByText(/^Last heartbeat delivered \d+.s ago$/)).toBeVisible();
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
  expect(on.world.asked.slice(before)).toHaveLength(FIRST);
  await on.pass(10);
  expect(on.world.asked.slice(before)).toHaveLength(FIRST + 5);
});

test('when Grafana cannot be read it says so, first without anything, later with the time', async () => {
  await on.connect('Well');
  await on.pass(30);
  on.world.failWith(() => Response.json({ message: 'no' }, { status: 500 }));
  await on.open('viewer', <CompactStatus />);
  expect(screen.getByText('Unexpected answer from Grafana')).toBeVisible();
  // There it says what to do.
  expect(screen.getByRole('link', { name: 'IRM connections' })).toBeVisible();
  on.world.failWith();
  await on.pass(65);
  expect(screen.getByText('Heartbeats arrive, but no alert is routed to IRM Well')).toBeVisible();
  on.world.failWith(() => Response.json({ message: 'no' }, { status: 500 }));
  await on.pass(35);
  expect(screen.getByText(/^No update from Grafana since \d\d:\d\d:\d\d$/)).toBeVisible();
  expect(screen.getByText(/^IRM pages at .* unless a heartbeat arrives\.$/)).toBeVisible();
  expect(screen.queryByText('Up')).not.toBeInTheDocument();
});

test('without alerting on the server it says that, and asks nothing', async () => {
  on.end();
  on = stage({ env: { GF_UNIFIED_ALERTING_ENABLED: 'false' } });
  await on.open('viewer', <CompactStatus />);
  expect(screen.getByText('Grafana Alerting is disabled on this server')).toBeVisible();
  expect(on.world.asked).toEqual([]);
});
