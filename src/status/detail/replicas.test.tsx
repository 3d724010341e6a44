/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../testing/stage';
import { readSettings } from '../../grafana/settings';
import { connectionPath } from '../../ui/pagePaths';
import { StatusPage } from '../StatusPage';
import { openDetail } from './testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => window.localStorage.clear());
afterEach(() => on.end());

/** What the head of the page says. */
const verdict = () => screen.getAllByRole('status')[0];
const picture = () => screen.getByRole('slider', { name: 'Deliveries over time' });

test('on a replica that does not send nothing is missed, no deadline runs out, and the reason is another replica', async () => {
  on = stage({ replicas: 2 });
  on.world.route(0);
  const { id } = await on.connect('Production', { interval: 60 });
  await on.pass(120);
  on.world.route(1);
  await openDetail(on, id);
  for (let turn = 0; turn < 20; turn += 1) {
    expect(verdict()).toHaveTextContent('Unknown');
    expect(verdict()).toHaveTextContent(/Another replica of this Grafana sends/);
    await on.pass(10);
  }
  expect(document.body).not.toHaveTextContent(/IRM pages|IRM has paged|overdue/);
  expect(picture().querySelectorAll('[data-slot="missed"]')).toHaveLength(0);
  expect(screen.getByText(/This Grafana has several replicas/)).toBeVisible();
});

test('through a load balancer that takes turns it is up, and the history has each change once', async () => {
  on = stage({ replicas: 2 });
  const { id } = await on.connect('Production', { interval: 60 });
  await on.pass(120);
  const { press } = await openDetail(on, id);
  for (let turn = 0; turn < 12; turn += 1) {
    expect(verdict()).toHaveTextContent('Up');
    await on.pass(10);
  }
  await press('Delivery log and rule states');
  const changes = await screen.findByRole('list', { name: 'Changes of the rule state' });
  expect(within(changes).getAllByRole('listitem')).toHaveLength(1);
});

test('an administrator who knows it has said so: nothing has to be proven first', async () => {
  on = stage({ replicas: 2 });
  on.world.route(0);
  const { id } = await on.connect('Production', { interval: 60 });
  await on.pass(120);
  on.world.route(1);
  const page = (
    <Routes>
      <Route path="/a/irmconnect-setup-app/status/*" element={<StatusPage />} />
    </Routes>
  );
  await on.open('viewer', page, connectionPath(id), { settings: readSettings({ replicas: '2+' }, {}) });
  expect(verdict()).toHaveTextContent(/Another replica of this Grafana/);
});

test('replicas that do not gossip are named as what sends everything twice', async () => {
  on = stage({ replicas: 2, gossip: false });
  const { id } = await on.connect('Production', { interval: 300 });
  await on.pass(120);
  await openDetail(on, id);
  await on.pass(300);
  const alert = screen.getByRole('alert');
  expect(within(alert).getByText('Every alert is sent more than once')).toBeVisible();
  expect(alert).toHaveTextContent(/ha_peers/);
});

test('a page whose Grafana is gone does not go on saying up', async () => {
  on = stage();
  const { id } = await on.connect('Production', { interval: 60 });
  await on.pass(60);
  await openDetail(on, id);
  expect(verdict()).toHaveTextContent('Up');
  on.world.failWith(() => new Response('Bad Gateway', { status: 502 }));
  await on.pass(35);
  expect(verdict()).toHaveTextContent('Unknown');
  expect(verdict()).toHaveTextContent(/No update from Grafana since/);
  await on.setHidden(true);
  await on.setHidden(false);
  expect(verdict()).toHaveTextContent('Unknown');
  on.world.failWith();
  await on.pass(65);
  expect(verdict()).toHaveTextContent('Up');
});

test("where IRM's API is set up its side decides, whichever replica answers", async () => {
  on = stage({ replicas: 2 });
  on.world.route(0);
  const { id } = await on.connect('Production', { interval: 60 });
  await on.world.withIrmApi();
  await on.pass(120);
  on.world.route(1);
  await openDetail(on, id, 'editor');
  await on.pass(5);
  expect(verdict()).toHaveTextContent('Unknown');
  expect(verdict()).toHaveTextContent(/and IRM misses none/);

  // Once a beat was seen, IRM is known to watch for the next.
  on.world.route(0);
  await on.pass(10);
  on.world.route(1);
  await on.pass(60);
  expect(verdict()).toHaveTextContent('Up');
  expect(verdict()).toHaveTextContent(/and IRM misses none/);
});
