/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { ALWAYS_TRUE } from '../../tests/support/alwaysTrue';
import { ALERTMANAGERS, holdBackChoice } from '../status/testing/holdBackChoice';
import { stage } from '../status/testing/stage';
import CoveragePage from './CoveragePage';

const COVERAGE = '/a/irmconnect-setup-app/coverage';
const EXTERNAL = 'Alerts do not reach the contact points of this Grafana';

let on: ReturnType<typeof stage>;
beforeEach(async () => {
  on = stage();
  const { alertContactPoint } = await on.connect('Production');
  await on.routeTo(alertContactPoint?.name ?? '');
  await on.world.call('admin', 'POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  const rule = {
    ...{ uid: 'disk', title: 'Disk full', ruleGroup: 'disks', folderUID: 'servers', for: '5m' },
    ...{ condition: 'A', data: [ALWAYS_TRUE], noDataState: 'OK', execErrState: 'OK' },
  };
  expect(await on.world.call('admin', 'POST', '/api/v1/provisioning/alert-rules', rule)).toBe(201);
});
afterEach(() => on.end());

const claim = () => screen.queryByRole('heading', { name: /reach(es)? IRM/ });

test.each([
  ['of no rule', COVERAGE],
  ['not of the one that is opened', `${COVERAGE}?rule=disk`],
])('before it is known which Alertmanagers get alerts, it is said %s that it reaches IRM', async (_, route) => {
  const release = holdBackChoice(on, 'external');
  await on.open('viewer', <CoveragePage />, route);
  await on.pass(2);
  expect(claim()).not.toBeInTheDocument();
  expect(screen.queryByText(/Reaches IRM|reach IRM\.|^Contact point/)).not.toBeInTheDocument();
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();

  await release();
  expect(screen.getByText(EXTERNAL)).toBeVisible();
  expect(screen.queryByRole('status', { name: 'Loading' })).not.toBeInTheDocument();
});

test('once it is known that this Grafana’s own gets them, rules are counted', async () => {
  const release = holdBackChoice(on, 'internal');
  await on.open('viewer', <CoveragePage />, COVERAGE);
  expect(claim()).not.toBeInTheDocument();
  await release();
  expect(claim()).toBeVisible();
});

test.each([
  ['which Alertmanagers get alerts', /\/ngalert$/],
  ['which contact points there are without integrations', /\/receivers$/],
])('where it cannot be known %s, rules are counted, also while it is asked for again', async (_, what) => {
  on.world.failWith((path) => (what.test(path) ? new Response('', { status: 500 }) : undefined));
  await on.open('viewer', <CoveragePage />, COVERAGE);
  expect(claim()).toBeVisible();

  const timesAsked = () => on.world.asked.filter((asked) => what.test(asked)).length;
  const before = timesAsked();
  on.world.failWith((path) => (what.test(path) ? new Promise<Response>(() => {}) : undefined));
  await on.pass(35);
  expect(timesAsked()).toBeGreaterThan(before);
  expect(claim()).toBeVisible();
});

test.each([
  ['alert rules', '/api/prometheus/grafana/api/v1/rules'],
  ['choice of Alertmanagers', ALERTMANAGERS],
  ['notification policies', '/api/v1/provisioning/policies'],
  ['last deliveries', '/api/alertmanager/grafana/config/api/v1/receivers'],
])('where it waits long for the %s, the page says so, and of no rule that it reaches anybody', async (part, slow) => {
  const release = on.world.holdBack((_, path) => path === slow);
  await on.open('viewer', <CoveragePage />, COVERAGE);
  await on.pass(1);
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();

  await on.pass(4);
  expect(screen.getByText(new RegExp(`^Still reading: (.+, )?${part}(, .+)?$`))).toBeVisible();
  expect(claim()).not.toBeInTheDocument();
  expect(screen.queryByRole('rowheader')).not.toBeInTheDocument();

  release();
  await on.settle();
  expect(claim()).toBeVisible();
  expect(screen.queryByText(/^Still reading/)).not.toBeInTheDocument();
});

test.each([
  ['rules', '/api/prometheus/grafana/api/v1/rules'],
  ['policies', '/api/v1/provisioning/policies'],
])('%s that failed can be asked for again while something else is long in coming', async (_, failing) => {
  on.world.failWith((path) =>
    path === failing
      ? new Response('', { status: 500 })
      : path === '/api/alertmanager/grafana/config/api/v1/receivers'
        ? new Promise<Response>(() => {})
        : undefined
  );
  await on.open('viewer', <CoveragePage />, COVERAGE);
  const timesAsked = () => on.world.asked.filter((asked) => asked.endsWith(failing)).length;
  const before = timesAsked();
  await on.press(screen.getByRole('button', { name: 'Try again' }));
  expect(timesAsked()).toBe(before + 1);
});
