/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../status/testing/stage';
import { openWizard } from './testing/openWizard';

const RULES = /\/api\/v1\/rules\/irm-heartbeats/;
const DELIVERIES = /\/config\/api\/v1\/receivers$/;
const STATES = /\/api\/prometheus\/grafana\/api\/v1\/rules/;
const USES = /\/apis\/.*\/receivers|\/policies|\/routingtrees/;

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  on = stage();
});
afterEach(() => on.end());

/** From now on Grafana answers requests to these paths with an error. */
const fail = (path: RegExp, status = 500) =>
  on.world.failWith((asked) => (path.test(asked) ? Response.json({ message: 'no' }, { status }) : undefined));

const step = (name: string) => within(screen.getByRole('navigation')).getByRole('button', { name: new RegExp(name) });

test('a heartbeat whose rule could not be read is neither to do nor missing, and is read again at a click', async () => {
  const { id } = await on.connect('Production');
  await on.pass(40);
  fail(RULES);
  await openWizard(on, id, 'verify');
  expect(step('Heartbeat')).toHaveAccessibleName(/\(could not be read\)/);
  expect(step('Verify')).toHaveAccessibleName(/\(could not be read\)/);
  expect(step('Contact point')).toHaveAccessibleName(/\(done\)/);
  expect(screen.getByText('The rule of the heartbeat could not be read')).toBeVisible();
  expect(screen.queryByText('No heartbeat yet')).not.toBeInTheDocument();
  expect(screen.queryByText('Connected.')).not.toBeInTheDocument();
  on.world.failWith();
  await on.press(screen.getByRole('button', { name: 'Try again' }));
  expect(step('Heartbeat')).toHaveAccessibleName(/\(done\)/);
  expect(step('Verify')).toHaveAccessibleName(/\(done\)/);
  expect(screen.getByText('Connected.')).toBeVisible();
  expect(screen.queryByText('Not everything could be read')).not.toBeInTheDocument();
});

test('deliveries that could not be read say nothing of a test, nor of the first heartbeat', async () => {
  const { id } = await on.connect('Production');
  await on.pass(40);
  fail(DELIVERIES);
  await openWizard(on, id, 'verify');
  expect(step('Contact point')).toHaveAccessibleName(/\(could not be read\)/);
  expect(step('Heartbeat')).toHaveAccessibleName(/\(done\)/);
  expect(step('Verify')).toHaveAccessibleName(/\(could not be read\)/);
  expect(screen.getByText('Not known whether a test alert was accepted')).toBeVisible();
  expect(screen.getByText('The last heartbeat could not be read')).toBeVisible();
  expect(screen.queryByText('No test alert was accepted yet')).not.toBeInTheDocument();
  expect(screen.queryByText('Waiting for the first heartbeat')).not.toBeInTheDocument();
  await on.pass(180);
  expect(screen.queryByText('No heartbeat was seen in time')).not.toBeInTheDocument();
});

test('states of rules that could not be read do not wait for a first evaluation', async () => {
  const { id } = await on.connect('Production');
  await on.pass(40);
  fail(STATES);
  await openWizard(on, id, 'verify');
  expect(screen.getByText('The state of the rule could not be read')).toBeVisible();
  expect(screen.queryByText('Waiting for the first evaluation')).not.toBeInTheDocument();
  expect(screen.getByText('Heartbeat delivered')).toBeVisible();
});

test('where alerts are routed is not open where it could not be read', async () => {
  const { id } = await on.connect('Production');
  await on.routeTo('IRM Production');
  await on.pass(40);
  fail(USES);
  await openWizard(on, id, 'verify');
  await on.settle();
  expect(screen.getByText('Not known whether alerts are routed')).toBeVisible();
  expect(screen.queryByText(/^Next, route alerts/)).not.toBeInTheDocument();
  expect(screen.getByText('Connected.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'View connection' })).toBeVisible();
});

test('a contact point is not called untested because deliveries could not be read', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  fail(DELIVERIES);
  await openWizard(on, id, 'contact-point');
  expect(screen.getByText(/^Whether a test alert arrived could not be read\./)).toBeVisible();
  expect(screen.queryByText(/^No test alert sent yet/)).not.toBeInTheDocument();
});

test('what may not be read takes a permission, so that reading again is not offered', async () => {
  const { id } = await on.connect('Production');
  await on.pass(40);
  fail(DELIVERIES, 403);
  await openWizard(on, id, 'verify');
  expect(screen.getByText('Not everything could be read')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
});
