/** @jest-environment jest-fixed-jsdom */
import { stage } from '../testing/stage';
import { screen, within } from '@testing-library/react';
import { check, openDetail } from './testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

const line = (element: HTMLElement) => element.querySelector('summary')?.textContent?.replaceAll('\u00a0', ' ');
const pictures = () =>
  screen.getAllByRole('img').flatMap((one) => one.getAttribute('aria-label')?.replaceAll('\u00a0', ' ') ?? []);

test('a beating heart: state, times, timeline, history, checklist and timing', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  await openDetail(on, id, 'viewer');

  expect(screen.getByText('Up')).toBeVisible();
  expect(screen.getByText('The last heartbeat was delivered on time.')).toBeVisible();
  expect(screen.getByText('Since')).toBeVisible();
  expect(pictures()[0]).toMatch(/^Timeline of beats\. Expected every 2 min 2 s\. Seen, last at .* IRM waits until/);
  expect(pictures()[1]).toMatch(/^States of the rule in the last 24 hours: Alerting \(beats leave\) from/);
  expect(screen.getByText(/^No problem found, one cannot be told, \d+ in order$/)).toBeVisible();
  expect(screen.getByRole('table', { name: 'What this timing leads to' })).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'Repeat interval' }).closest('tr')).toHaveTextContent('2m');
});

test('each further beat that is seen stays in the picture', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  const { container } = await openDetail(on, id, 'viewer');
  const seen = () => container.querySelectorAll('[data-beat="seen"]').length;
  expect(seen()).toBe(1);
  await on.pass(250);
  expect(seen()).toBe(3);
  expect(container.querySelectorAll('[data-beat="missed"]')).toHaveLength(0);
}, 20_000);

test('beats that do not come are crossed, and the failure is told in words without the token', async () => {
  const { id } = await on.connect('Lost', {
    url: 'https://gone.example.net/integrations/v1/alertmanager/S3cretT0ken/',
  });
  await on.pass(60);
  await openDetail(on, id, 'viewer');

  expect(screen.getByText('Down')).toBeVisible();
  const delivery = check('Was the last beat delivered?');
  expect(delivery).toHaveAttribute('open');
  expect(line(delivery)).toMatch(/^Problem: .*No, at .*: The host name cannot be found$/);
  expect(within(delivery).getByText(/Grafana's machine cannot look this name up/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('S3cretT0ken');
});

test('a viewer is told which permissions are missing, before any click', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  await openDetail(on, id, 'viewer');
  expect(screen.getByText('You can look, but not change this')).toBeVisible();
  expect(screen.getByText('alert.rules:write')).toBeVisible();
  for (const name of ['Send test notification', 'Pause', 'Rename', 'Remove', 'Replace endpoint']) {
    expect(screen.getByRole('button', { name })).toBeDisabled();
  }
});

test('what is looked at here only is read here only, and the reading of the overview stays as cheap as it is', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  on.world.asked.splice(0);
  await openDetail(on, id, 'viewer');
  expect(on.world.asked.filter((one) => one.includes('/rules/history'))).toHaveLength(1);
  expect(on.world.asked.filter((one) => one.includes('/ngalert'))).toHaveLength(1);
  expect(on.world.asked.filter((one) => /silence|mute-timings/.test(one))).toEqual([]);
  on.world.asked.splice(0);
  await on.pass(20);
  expect(on.world.asked.length).toBeLessThanOrEqual(10);
});

test('a connection that is gone meanwhile says so, with a way back', async () => {
  const { id, alertContactPoint, heartbeatContactPoint, rule } = await on.connect('Production');
  await on.pass(30);
  const { user, address } = await openDetail(on, id);
  const { grafana } = await on.world.signIn('admin');
  if (rule) {
    await grafana.deleteRule(rule.uid ?? '');
  }
  for (const one of [alertContactPoint, heartbeatContactPoint]) {
    await grafana.deleteIntegration(one?.uid ?? '');
  }
  await on.pass(12);
  expect(screen.getByText('This connection is not there')).toBeVisible();
  expect(
    screen.getByText(
      'Its contact points may have been removed, or their endpoint replaced, which gives a connection another address.'
    )
  ).toBeVisible();
  expect(
    screen.getByText(
      'If somebody sent you this link, it may lead to another organization: switch to it at the top of the page, or ask for a link that ends in ?orgId= and its number.'
    )
  ).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'All connections' }));
  expect(address()).toBe('/a/irmconnect-setup-app/status');
});

test('a failed refresh keeps the last state on screen and tells its age', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  await openDetail(on, id);
  on.world.failWith(() => {
    throw new TypeError('fetch failed');
  });
  await on.pass(15);
  expect(screen.getByText(/^Not up to date: read \d+.s ago$/)).toBeVisible();
  expect(screen.getByText('Up')).toBeVisible();
  on.world.failWith();
  await on.pass(20);
  expect(screen.queryByText(/^Not up to date/)).not.toBeInTheDocument();
});

test('an attempt that failed is crossed in the lane of what was seen', async () => {
  const { id } = await on.connect('Lost', {
    url: 'https://gone.example.net/integrations/v1/alertmanager/S3cretT0ken/',
  });
  await on.pass(60);
  const { container } = await openDetail(on, id, 'viewer');
  expect(container.querySelectorAll('[data-beat="failed"]')).toHaveLength(1);
  expect(pictures()[0]).toMatch(/Seen, last try failed at/);
});
