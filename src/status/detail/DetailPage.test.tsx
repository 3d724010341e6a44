/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { config } from '@grafana/runtime';
import { render, screen, within } from '@testing-library/react';
import { connectionPath } from '../../ui/pagePaths';
import { stage } from '../testing/stage';
import { check, openDetail } from './testing/openDetail';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

const picture = () => screen.getByRole('slider', { name: 'Deliveries over time' });
const told = () => picture().getAttribute('aria-valuetext')?.replaceAll('\u00a0', ' ');
const slots = (state: string) => picture().querySelectorAll(`[data-slot="${state}"]`).length;

const LOST = 'https://gone.example.net/integrations/v1/alertmanager/S3cretT0ken/';

test('a beating heart: state, times, what was delivered; what is in order is folded', async () => {
  const { id } = await on.connect('Production');
  await on.routeTo('IRM Production');
  // Grafana forgets what it delivered when policies are saved, and remembers again with the next heartbeat.
  await on.pass(200);
  const { showPassed, press } = await openDetail(on, id, 'viewer');

  expect(screen.getByText('Up')).toBeVisible();
  expect(screen.getByText('The last heartbeat was delivered on time.')).toBeVisible();
  expect(screen.getByText(/^\d\d:\d\d:\d\d \(.+ ago\), answered in \d+ ms$/)).toBeVisible();
  expect(screen.getByText(/^at \d\d:\d\d:\d\d, unless a heartbeat arrives$/)).toBeVisible();
  expect(told()).toMatch(/^(One|\d) heartbeats? seen, last at .*, IRM pages at .* unless one arrives\.$/);
  expect(screen.queryByRole('list', { name: 'Checks that did not pass' })).not.toBeInTheDocument();
  await showPassed();
  expect(check(/^Last heartbeat delivered at/)).not.toHaveAttribute('open');
  expect(screen.getByText(/^A heartbeat every 2.min\. You are paged 10 to 12.min after an outage\./)).toBeVisible();
  await press('Timing settings');
  expect(await screen.findByRole('table', { name: 'Resulting timing' })).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'Repeat interval' }).closest('tr')).toHaveTextContent('2m');
});

test('each further heartbeat that is seen stays in the picture, and in the log', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  const { press } = await openDetail(on, id, 'viewer');
  const before = slots('delivered');
  await on.pass(250);
  expect(slots('delivered')).toBeGreaterThan(before);
  expect(slots('missed')).toBe(0);
  expect(told()).toMatch(/^3 heartbeats seen/);
  await press('Delivery log and rule states');
  const log = await screen.findByRole('table', { name: 'Deliveries seen' });
  expect(within(log).getAllByRole('row')[1]).toHaveTextContent(/Delivered3$/);
});

test('the arrow keys lead through the picture, and tell what was seen when', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  const { user } = await openDetail(on, id, 'viewer');
  picture().focus();
  await user.keyboard('{ArrowLeft}');
  expect(told()).toMatch(/^\d\d:\d\d:\d\d to \d\d:\d\d:\d\d: Delivered$/);
  await user.keyboard('{Home}');
  expect(told()).toMatch(/: Not seen$/);
});

test('heartbeats that fail are red, and the failure is told first and in words, without the token', async () => {
  const { id } = await on.connect('Lost', { url: LOST });
  await on.pass(60);
  await openDetail(on, id, 'viewer');

  expect(screen.getByText('Down')).toBeVisible();
  expect(slots('failed')).toBe(1);
  const [first] = within(screen.getByRole('list', { name: 'Checks that did not pass' })).getAllByRole('listitem');
  expect(first).toHaveTextContent(/^Problem: Last heartbeat failed at .*: Host name not found/);
  const delivery = check(/^Last heartbeat failed/);
  expect(delivery).toHaveAttribute('open');
  expect(within(delivery).getByText(/Grafana's machine cannot resolve this name/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('S3cretT0ken');
});

test('a heartbeat that arrives is half of it: alerts that go nowhere are told beside it', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  await openDetail(on, id);
  expect(screen.getByText('Up')).toBeVisible();
  expect(screen.getByText('Not routed')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Route alerts' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/a\/irmconnect-setup-app\/route\?connection=[0-9a-f]{10}$/)
  );
  expect(check(/^No notification policy or alert rule sends alerts here/)).toHaveAttribute('open');

  await on.routeTo('IRM Production');
  await on.pass(70);
  expect(screen.queryByText('Not routed')).not.toBeInTheDocument();
  expect(screen.getByText('Routed by the default policy')).toBeVisible();
});

test('an outage is copied as a briefing, without the token unless that is asked for', async () => {
  const { id } = await on.connect('Lost', { url: LOST });
  await on.pass(60);
  const { press, copied } = await openDetail(on, id, 'viewer');
  await press('Copy briefing');
  const text = copied() ?? '';
  // The browser's own time zone has no name in Grafana, but a distance from UTC.
  expect(text).toMatch(/^Outage briefing: IRM Lost\nAs of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d \(.*Z\)\n/);
  expect(text).toMatch(/- State: Down\. /);
  expect(text).toMatch(/\nFound\n- Last heartbeat failed at .*: Host name not found\n/);
  expect(text).toMatch(/\nRuled out\n(- .*\n)*- Rule is running\n/);
  expect(text).not.toMatch(/Everything can be read|Not provisioned/);
  expect(text).toContain('curl -sS -i -m 15 -X POST "$IRM_HEARTBEAT_URL"');
  expect(text).not.toContain('S3cretT0ken');
  await press('Copy with URL');
  expect(copied()).toContain(`curl -sS -i -m 15 -X POST '${LOST}heartbeat/'`);
});

test('the page that a briefing names opens for others in this organization, without a sign-in that the address holds', async () => {
  const { id } = await on.connect('Lost', { url: LOST });
  await on.pass(60);
  const { press, copied } = await openDetail(on, id, 'viewer');
  const { user } = config.bootData;
  const { orgId } = user;
  const page = `/grafana/a/irmconnect-setup-app/status/${id}`;
  window.history.replaceState({}, '', `${page}?auth_token=eyJhbGci.eyJzdWIi.S1gn&kiosk&orgId=1#checks`);
  user.orgId = 3;
  try {
    await press('Copy briefing');
    expect(copied()).toContain(`\nIn Grafana\n${window.location.origin}${page}?orgId=3\n`);
    user.orgId = 0;
    await press('Copy with URL');
    expect(copied()).toContain(`\nIn Grafana\n${window.location.origin}${page}\n`);
  } finally {
    user.orgId = orgId;
    window.history.replaceState({}, '', '/');
  }
});

test('after a reload of a failing heartbeat the last one, and when IRM paged, still stand', async () => {
  const irm = on.world.irm.createIntegration({ name: 'Production', type: 'alertmanager' });
  const url = `https://irm.example.net/integrations/v1/alertmanager/${irm.token}/`;
  const { id } = await on.connect('Production', { url, interval: 60 });
  await on.pass(60);
  const view = await openDetail(on, id);
  await on.pass(240);
  irm.fault = { kind: 'status', status: 500 };
  await on.pass(200);
  view.reopen();
  await on.settle();
  await screen.findByRole('heading', { name: 'Checks' });
  expect(screen.getByText('Down')).toBeVisible();
  expect(screen.getByText('Last heartbeat')).toBeVisible();
  expect(screen.getByText('IRM has paged')).toBeVisible();
  expect(slots('delivered')).toBeGreaterThan(0);
  expect(slots('failed')).toBeGreaterThan(0);
});

test('a heartbeat that is well has no briefing', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  await openDetail(on, id);
  expect(screen.queryByRole('button', { name: 'Copy briefing' })).not.toBeInTheDocument();
});

test('labels and annotations that somebody edited are a note, not a problem', async () => {
  const { id, rule } = await on.connect('Production');
  const { grafana } = await on.world.signIn('admin');
  if (rule) {
    const { severity: _, ...labels } = rule.labels;
    await grafana.writeRule({ ...rule, labels }, rule);
  }
  await on.pass(60);
  await openDetail(on, id);
  expect(screen.getByText('Up')).toBeVisible();
  expect(check('Rule was edited')).toHaveTextContent(/^Note: /);
  expect(check('Rule was edited')).not.toHaveAttribute('open');
});

test('a rule from before Grafana showed it as the plugin’s gets a note, and a repair from the menu', async () => {
  const { id, rule } = await on.connect('Production');
  const { grafana } = await on.world.signIn('admin');
  if (rule) {
    const { __grafana_origin: _, ...labels } = rule.labels;
    await grafana.writeRule({ ...rule, labels }, rule);
  }
  await on.pass(60);
  const { start } = await openDetail(on, id);
  expect(screen.getByText('Up')).toBeVisible();
  expect(check('Rule can be edited in Grafana Alerting')).toHaveTextContent(/^Note: /);
  const { apply } = await start('Repair', 'Repair connection');
  await apply('Repair');
  expect(screen.queryByText('Rule can be edited in Grafana Alerting')).not.toBeInTheDocument();
});

test('a viewer is told which permissions are missing, before any click', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  const { openMenu } = await openDetail(on, id, 'viewer');
  expect(screen.getByText('View only')).toBeVisible();
  expect(screen.getByText('alert.rules:write')).toBeInTheDocument();
  for (const name of ['Send test alert', 'Send heartbeat', 'Pause']) {
    expect(screen.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
  }
  const menu = await openMenu();
  for (const name of ['Rename', 'Change endpoint', 'Delete']) {
    expect(within(menu).getByRole('menuitem', { name: new RegExp(`^${name}`) })).toBeDisabled();
  }
});

const PROTECTED_URL = /Grafana protects the URL of this contact point\./;

test('whoever may not change the endpoint alone is told so beside that action, and nowhere else', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  const { openMenu } = await openDetail(on, id);
  for (const text of ['Limited permissions', 'View only', PROTECTED_URL]) {
    expect(screen.queryByText(text)).not.toBeInTheDocument();
  }
  expect(screen.getByRole('button', { name: 'Pause' })).toBeEnabled();
  const menu = await openMenu();
  expect(within(menu).getByRole('menuitem', { name: /^Rename/ })).toBeEnabled();
  const change = within(menu).getByRole('menuitem', { name: /^Change endpoint/ });
  expect(change).toBeDisabled();
  expect(change).toHaveAccessibleName(PROTECTED_URL);
});

test('whoever may not change the endpoint where that is what has to be done is told so at once', async () => {
  const { id } = await on.connect('Production', {
    url: 'https://irm.example.net/elsewhere/integrations/v1/alertmanager/T0ken/',
  });
  await on.pass(30);
  await openDetail(on, id);
  expect(screen.getByRole('button', { name: 'Change endpoint' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText('Limited permissions')).toBeVisible();
  expect(screen.getByText(PROTECTED_URL)).toBeVisible();
});

test('whoever lacks more than that is told before the click', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  const more = { granted: (action: string) => action !== 'alert.rules:write' };
  await openDetail(on, id, 'editor', more);
  expect(screen.getByText('Limited permissions')).toBeVisible();
  expect(screen.getByText('alert.rules:write')).toBeInTheDocument();
});

test('what is looked at here only is read here only, and the reading of the overview stays as cheap as it is', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  on.world.asked.splice(0);
  await openDetail(on, id, 'viewer');
  expect(on.world.asked.filter((one) => one.includes('/rules/history'))).toEqual([]);
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
  screen.getByRole('button', { name: 'Pause' }).focus();
  const { grafana } = await on.world.signIn('admin');
  if (rule) {
    await grafana.deleteRule(rule.uid ?? '');
  }
  for (const one of [alertContactPoint, heartbeatContactPoint]) {
    await grafana.deleteIntegration(one?.uid ?? '');
  }
  await on.pass(12);
  expect(screen.getByText('Connection not found')).toBeVisible();
  expect(screen.getByRole('group', { name: 'Connection not found' })).toHaveFocus();
  expect(screen.getByText(/A link from somebody else may lead to another organization/)).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Connections' }));
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
  expect(screen.getByText(/^Not updated for \d+.s$/)).toBeVisible();
  expect(screen.getByText('Up')).toBeVisible();
  on.world.failWith();
  await on.pass(20);
  expect(screen.queryByText(/^Not updated/)).not.toBeInTheDocument();
});

test('a reading that could not be renewed is no state: nothing is green, and nothing is counted down', async () => {
  const { id } = await on.connect('Production');
  await on.pass(60);
  await openDetail(on, id);
  expect(screen.getByText('Up')).toBeVisible();
  on.world.failWith(() => new Response('Bad Gateway', { status: 502 }));
  await on.pass(35);
  expect(screen.queryByText('Up')).not.toBeInTheDocument();
  expect(screen.getByText('Unknown')).toBeVisible();
  expect(screen.getByText(/^No update from Grafana since .*\d\d:\d\d.*\.$/)).toBeVisible();
  expect(screen.getByText(/^at \d\d:\d\d:\d\d, unless a heartbeat arrives$/)).toBeVisible();
});

test('a connection that is not found takes the focus from nobody who works elsewhere', async () => {
  const { unmount } = render(<button>Search Grafana</button>);
  const search = screen.getByRole('button', { name: 'Search Grafana' });
  search.focus();
  await on.openStatus('editor', connectionPath('0123456789'));
  expect(screen.getByText('Connection not found')).toBeVisible();
  expect(search).toHaveFocus();
  unmount();
});
