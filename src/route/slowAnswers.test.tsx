/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { firingRule } from '../../tests/support/firingRule';
import { ALERTMANAGERS, holdBackChoice } from '../status/testing/holdBackChoice';
import { stage } from '../status/testing/stage';
import RoutePage from './RoutePage';

const COUNTING = 'Counting rules and alerts...';

let on: ReturnType<typeof stage>;
let route = '';
beforeEach(async () => {
  window.sessionStorage.clear();
  on = stage();
  const { id } = await on.connect('Production');
  route = `/a/irmconnect-setup-app/route?connection=${id}`;
  await on.world.call('admin', 'POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  const group = { name: 'disks', interval: '10s', rules: [firingRule('Disk full')] };
  expect(await on.world.call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group)).toBe(202);
});
afterEach(() => on.end());

async function openAndChooseAll() {
  await on.open('editor', <RoutePage />, route);
  await on.settle();
  await on.press(screen.getByRole('radio', { name: /^All alerts/ }));
}

const count = () => screen.queryByText(/rule will reach /);

test('before it is known which Alertmanagers get alerts, none is said to reach the connection', async () => {
  const release = holdBackChoice(on, 'external');
  await openAndChooseAll();
  await on.pass(2);
  expect(screen.getByText(/^The default policy sends to /)).toBeVisible();
  expect(count()).not.toBeInTheDocument();
  expect(screen.getByText(COUNTING)).toBeVisible();

  await release();
  expect(screen.getByText('Alerts do not reach the contact points of this Grafana')).toBeVisible();
  expect(count()).not.toBeInTheDocument();
  expect(screen.queryByText(COUNTING)).not.toBeInTheDocument();
});

test('once it is known that this Grafana’s own gets them, they are counted', async () => {
  const release = holdBackChoice(on, 'internal');
  await openAndChooseAll();
  expect(count()).not.toBeInTheDocument();
  await release();
  expect(count()).toBeVisible();
  expect(screen.queryByText(COUNTING)).not.toBeInTheDocument();
});

test('where it cannot be known, they are counted, also while it is asked for again', async () => {
  on.world.failWith((path) => (path === ALERTMANAGERS ? new Response('', { status: 500 }) : undefined));
  await openAndChooseAll();
  expect(count()).toBeVisible();

  const timesAsked = () => on.world.asked.filter((asked) => asked.endsWith(ALERTMANAGERS)).length;
  const before = timesAsked();
  on.world.failWith((path) => (path === ALERTMANAGERS ? new Promise<Response>(() => {}) : undefined));
  await on.pass(35);
  expect(timesAsked()).toBeGreaterThan(before);
  expect(count()).toBeVisible();
});
