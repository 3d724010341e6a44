/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { openWizard } from '../testing/openWizard';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
});
afterEach(() => on.end());

const waiting = () => screen.queryByText('Waiting for the first heartbeat');
const delivered = () => screen.queryByText('Heartbeat delivered');

test('through a load balancer that takes turns the beat is found soon, and stays delivered', async () => {
  on = stage({ replicas: 2 });
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'verify');
  await on.pass(40);
  expect(delivered()).toBeVisible();
  for (let turn = 0; turn < 12; turn += 1) {
    await on.pass(10);
    expect(delivered()).toBeVisible();
  }
});

test('at a replica that does not send the search ends in the truth and in where to look', async () => {
  on = stage({ replicas: 2 });
  on.world.route(0);
  const { id } = await on.connect('Production');
  on.world.route(1);
  await openWizard(on, id, 'verify');
  expect(waiting()).toBeVisible();
  await on.pass(90);
  expect(screen.getByText('Another replica sends the heartbeats')).toBeVisible();
  expect(screen.getByText('Look for the first heartbeat in IRM')).toBeVisible();
  expect(screen.getByText(/the Heartbeat column is green once the first heartbeat has arrived/)).toBeVisible();
  expect(screen.queryByText('No heartbeat was seen in time')).not.toBeInTheDocument();
  const before = on.world.asked.length;
  await on.pass(30);
  // Three readings, and once where alerts are routed.
  expect(on.world.asked.length - before).toBeLessThanOrEqual(3 * 9 + 2);

  on.world.route(0);
  await on.pass(10);
  expect(delivered()).toBeVisible();
  expect(screen.getByText(/at the latest$/)).toBeVisible();
  on.world.route(1);
  await on.pass(300);
  expect(delivered()).toBeVisible();
  expect(screen.getByText('Only the replica that sends knows')).toBeVisible();
});

test('the browser remembers that there are several, so that the next page does not wait to learn it', async () => {
  on = stage({ replicas: 2 });
  on.world.route(0);
  const { id } = await on.connect('Production');
  await on.pass(60);
  on.world.route(1);
  const { reopen } = await openWizard(on, id, 'verify');
  await on.pass(60);
  const before = on.world.asked.length;
  reopen();
  await on.settle();
  expect(on.world.asked.slice(before)).not.toContain('GET /api/v1/rules/history');
  expect(JSON.parse(window.localStorage.getItem('irmconnect-setup-app.replicas:') ?? '{}')).toMatchObject({
    evidence: { proof: 'history', count: 2 },
  });
});

test("IRM's silence before a first beat is no proof of one: the wizard still says where to look", async () => {
  on = stage({ replicas: 2 });
  await on.world.withIrmApi();
  on.world.route(0);
  const { id } = await on.connect('Production', { url: on.world.newIntegration('Production').endpoint });
  on.world.route(1);
  await openWizard(on, id, 'verify');
  await on.pass(90);
  expect(on.world.asked.filter((one) => /irm.*alert_groups/.test(one)).length).toBeGreaterThan(0);
  expect(screen.getByText('Another replica sends the heartbeats')).toBeVisible();
  expect(screen.getByText('Look for the first heartbeat in IRM')).toBeVisible();
});
