/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { firingRule } from '../../../tests/support/firingRule';
import { stage } from '../testing/stage';
import { endpointOfUrl } from '../../connection/endpoint/identity';
import { heartbeatUrl } from '../../connection/endpoint/integrationPath';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

const cards = () => within(screen.getByRole('list', { name: 'Connections' })).getAllByRole('listitem');
const card = (name: string) => {
  const found = cards().find((one) => within(one).queryByRole('heading', { name }));
  if (!found) {
    throw new Error(`no card for ${name}`);
  }
  return found;
};
/** What stands under a label of a card, its detail behind a slash. */
const fact = (name: string, label: string) =>
  [...(within(card(name)).getByText(label).parentElement?.querySelectorAll('dd') ?? [])]
    .map((one) => one.textContent?.replaceAll('\u00a0', ' '))
    .join(' / ');

test('without a connection the page says so, and leads an editor into the wizard', async () => {
  const { user, address } = await on.openStatus('editor');
  expect(screen.getByText('No IRM integrations connected yet')).toBeVisible();
  expect(screen.getByText(/paste its URL here, and see a test alert arrive/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Connect integration' }));
  expect(address()).toBe('/a/irmconnect-setup-app/setup/new');
});

test('a viewer is told before any click which role it takes to connect, and no permission by its id', async () => {
  const { user, address } = await on.openStatus('viewer');
  const sentence = 'You need the Editor role to connect integrations.';
  expect(screen.getByText(sentence)).toBeVisible();
  const connect = screen.getByRole('button', { name: 'Connect integration' });
  expect(connect).toHaveAttribute('aria-disabled', 'true');
  await user.click(connect);
  expect(address()).toBe('/a/irmconnect-setup-app/status');
  expect(document.body).not.toHaveTextContent('alert.notifications');
});

test('with connections the button to connect another one stands in the header', async () => {
  await on.connect('Production');
  const { user, address } = await on.openStatus('editor');
  await user.click(screen.getByRole('button', { name: 'Connect integration' }));
  expect(address()).toBe('/a/irmconnect-setup-app/setup/new');
});

test('on Grafana Cloud there is nothing to connect, but a link to the right page', async () => {
  window.sessionStorage.clear();
  const { capabilities } = await on.world.signIn('editor');
  const cloud = { capabilities: { ...capabilities, isCloud: true, namespace: 'stacks-7' } };
  const { user } = await on.openStatus('editor', undefined, cloud);
  expect(screen.getByText('Grafana Cloud connects to IRM by itself')).toBeVisible();
  expect(screen.getByRole('link', { name: /Configure IRM in Grafana Cloud/ })).toHaveAttribute(
    'href',
    expect.stringContaining('grafana-cloud')
  );
  expect(screen.queryByRole('button', { name: 'Connect integration' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'I run this Grafana myself' }));
  await on.settle();
  expect(screen.getByRole('button', { name: 'Connect integration' })).toBeVisible();
  window.sessionStorage.clear();
});

test('an address that leads nowhere says so, and back to the connections', async () => {
  await on.openStatus('viewer', '/a/irmconnect-setup-app/status/0123456789/nothing');
  expect(screen.getByRole('alert')).toHaveTextContent('Page not found');
  expect(screen.getByRole('link', { name: 'Connections' })).toHaveAttribute('href', '/a/irmconnect-setup-app/status');
});

test('a viewer sees a beating heart with its figures, counted down by the clock of the server', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');

  expect(screen.getByRole('heading', { name: /^Heartbeats arrive/ })).toBeVisible();
  expect(within(card('IRM Production')).getByText('Up')).toBeVisible();
  expect(fact('IRM Production', 'Last alert sent')).toBe('None seen');
  const age = () => Number(/^(\d+) s ago$/.exec(fact('IRM Production', 'Last heartbeat'))?.[1]);
  const before = age();
  expect(before).toBeGreaterThan(0);
  expect(within(card('IRM Production')).getByText(/ s ago$/)).toHaveAttribute(
    'title',
    expect.stringMatching(/^2026-11-22 \d\d:\d\d:\d\d$/)
  );
  expect(fact('IRM Production', 'Next heartbeat')).toMatch(/^in [1-4] min$/);
  await on.pass(5);
  expect(age()).toBe(before + 5);
});

test('a heartbeat that arrives is not all: the first line and the card tell whether alerts are routed', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('editor');
  await on.settle();
  const unrouted = 'Heartbeats arrive, but no alert is routed to IRM Production';
  expect(screen.getByRole('heading', { name: unrouted })).toBeVisible();
  expect(document.title).toMatch(/^\(1 not routed\)/);
  expect(fact('IRM Production', 'Alerts routed')).toBe('Not routed');
  expect(card('IRM Production')).toHaveTextContent('No notification policy or alert rule sends alerts');

  const never = { name: 'not in use', time_intervals: [{ times: [] }] };
  expect(await on.world.call('admin', 'POST', '/api/v1/provisioning/mute-timings', never)).toBe(201);
  const muted = { receiver: 'IRM Production', object_matchers: [['a', '=', 'b']], mute_time_intervals: ['not in use'] };
  const withMuted = { receiver: 'empty', routes: [muted] };
  expect(await on.world.call('admin', 'PUT', '/api/v1/provisioning/policies', withMuted)).toBe(202);
  await on.pass(65);
  expect(screen.getByRole('heading', { name: unrouted })).toBeVisible();
  expect(fact('IRM Production', 'Alerts routed')).toBe('Not routed');
  expect(card('IRM Production')).toHaveTextContent('Mute or active timings of its notification policies or');

  const policy = { receiver: 'IRM Production' };
  expect(await on.world.call('admin', 'PUT', '/api/v1/provisioning/policies', policy)).toBe(202);
  await on.pass(65);
  expect(screen.getByRole('heading', { name: 'The heartbeat arrives and alerts are routed' })).toBeVisible();
  expect(fact('IRM Production', 'Alerts routed')).toBe('Default policy');
  expect(document.title).not.toContain('not routed');
});

test.each(['12.3.0', '12.4.0', '13.2.1'] as const)(
  'on %s a rule that chooses the contact point and is muted at all times routes nothing',
  async (version) => {
    on.end();
    on = stage({ version });
    await on.connect('Production');
    const { call } = on.world;
    const never = { name: 'not in use', time_intervals: [{ times: [] }] };
    expect(await call('admin', 'POST', '/api/v1/provisioning/mute-timings', never)).toBe(201);
    await call('admin', 'POST', '/api/folders', { uid: 'servers', title: 'Servers' });
    const rule = (title: string, more?: object) => {
      const alert = { notification_settings: { receiver: 'IRM Production', ...more } };
      const group = { name: title, interval: '10s', rules: [firingRule(title, { alert })] };
      return call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/servers', group);
    };
    expect(await rule('Quiet', { mute_time_intervals: ['not in use'] })).toBe(202);
    await on.pass(30);
    await on.openStatus('editor');
    await on.settle();
    expect(fact('IRM Production', 'Alerts routed')).toBe('Not routed');
    expect(card('IRM Production')).toHaveTextContent('Mute or active timings of its notification policies or alert');

    expect(await rule('Disk full')).toBe(202);
    await on.pass(65);
    expect(fact('IRM Production', 'Alerts routed')).toBe('1 rule');
  }
);

test('the worst come first, each with its reason and what to do', async () => {
  const { grafana } = await on.world.signIn('admin');
  await on.connect('Well');
  const rest = await on.connect('Resting');
  await on.connect('Bare', { withHeartbeat: false });
  await on.connect('Lost', { url: 'https://gone.example.net/integrations/v1/alertmanager/T0ken/' });
  if (rest.rule) {
    await grafana.writeRule({ ...rest.rule, isPaused: true }, rest.rule);
  }
  await on.pass(60);
  await on.openStatus('viewer');

  expect(screen.getByRole('heading', { name: 'IRM Lost is down: nobody would be paged' })).toBeVisible();
  expect(document.title).toMatch(/^\(1 down\)/);
  expect(cards().map((one) => within(one).getByRole('heading').textContent)).toEqual([
    'IRM Lost',
    'IRM Resting',
    'IRM Bare',
    'IRM Well',
  ]);
  expect(card('IRM Lost')).toHaveTextContent('The last heartbeat was not delivered. Host name not found.');
  expect(
    within(card('IRM Lost')).getByRole('link', { name: 'Check the network between Grafana and IRM' })
  ).toBeVisible();
  expect(within(card('IRM Resting')).getByRole('link', { name: 'Resume the heartbeat' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/status/${rest.id}`
  );
  expect(within(card('IRM Bare')).getByRole('link', { name: 'Continue setup' })).toHaveAttribute(
    'href',
    expect.stringContaining('/a/irmconnect-setup-app/setup/')
  );
  // Nothing is wrong with its heartbeat, but no alerts are routed to it.
  expect(
    within(card('IRM Well'))
      .getAllByRole('link')
      .map(({ textContent }) => textContent)
  ).toEqual(['IRM Well', 'Route alerts']);
});

test('connections made by hand are found and can be adopted', async () => {
  const { endpoint } = on.world.newIntegration('By hand');
  const beats = heartbeatUrl(endpointOfUrl(endpoint)?.endpoint ?? { base: '', type: '', token: '' });
  for (const [name, url] of Object.entries({ 'My IRM': endpoint, 'My beats': beats })) {
    const settings = { url };
    await on.world.call('admin', 'POST', '/api/v1/provisioning/contact-points', { name, type: 'webhook', settings });
  }
  await on.openStatus('editor');
  expect(within(card('My IRM')).getByText('Made by hand')).toBeVisible();
  expect(within(card('My IRM')).getByRole('link', { name: 'Adopt the connection' })).toBeVisible();
});

test('an error keeps the last state on screen, marks its age, and goes away by itself', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');
  on.world.failWith(() => {
    throw new TypeError('fetch failed');
  });
  await on.pass(15);
  expect(screen.getByText('Grafana cannot be reached')).toBeVisible();
  expect(within(card('IRM Production')).getByText('Up')).toBeVisible();
  expect(screen.getByText(/^Updated 1\d.s ago$/)).toBeVisible();
  await on.pass(20);
  expect(screen.getByRole('heading', { name: /^No update from Grafana since \d\d:\d\d:\d\d$/ })).toBeVisible();
  // Heartbeats may arrive meanwhile, so nothing is counted down.
  const next = within(card('IRM Production')).getByText(/^IRM pages/);
  expect(next).toHaveTextContent(/^IRM pages at \d\d:\d\d:\d\d unless a heartbeat arrives$/);
  on.world.failWith();
  await on.pass(65);
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();
  expect(screen.getByText(/^Updated (\d|10).s ago$/)).toBeVisible();
});

test.each([
  ['signed out', () => Response.json({ message: 'Unauthorized' }, { status: 401 })],
  ['without the right any longer', () => Response.json({ message: 'Permissions needed' }, { status: 403 })],
  ['before a sign-in page', () => new Response('<!doctype html><title>Sign in</title>')],
])('whoever is %s is not told that Grafana is silent, nor that heartbeats stopped', async (_, answer) => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');
  on.world.failWith(answer);
  await on.pass(35);
  expect(screen.getByRole('heading', { name: /^No update from Grafana since/ })).toBeVisible();
  expect(document.body).not.toHaveTextContent(/has not answered|resume/);
});

test('a part that cannot be read is named beside the rest', async () => {
  await on.connect('Production');
  await on.pass(30);
  on.world.failWith((path) =>
    path.includes('/ruler/') || path.includes('/api/folders/')
      ? Response.json({ message: 'Permissions needed: alert.rules:read' }, { status: 403 })
      : undefined
  );
  await on.openStatus('viewer');
  expect(within(card('IRM Production')).getByText('Unknown')).toBeVisible();
  on.world.failWith((path) => (path.endsWith('/receivers') ? Response.json({}, { status: 500 }) : undefined));
  await on.pass(12);
  expect(screen.getByText('Not everything could be read')).toBeVisible();
  expect(screen.getByText(/^Could not read the last deliveries\./)).toBeVisible();
  expect(within(card('IRM Production')).queryByText('None seen')).not.toBeInTheDocument();
});

test('rules whose contact points were removed are named', async () => {
  const { grafana } = await on.world.signIn('admin');
  const { rule } = await on.connect('Production');
  await on.connect('Other');
  if (rule) {
    await grafana.writeRule({ ...rule, receiver: '' }, rule);
  }
  const found = await grafana.listIntegrations();
  for (const { uid, name } of found.ok ? found.value.value : []) {
    if (name.startsWith('IRM Production')) {
      await grafana.deleteIntegration(uid);
    }
  }
  await on.openStatus('viewer');
  expect(screen.getByText('Heartbeat rules without a contact point')).toBeVisible();
  expect(screen.getByRole('link', { name: rule?.title })).toBeVisible();
});
