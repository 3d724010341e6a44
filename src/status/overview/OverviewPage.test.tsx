/** @jest-environment jest-fixed-jsdom */
import { stage } from '../testing/stage';
import { screen, within } from '@testing-library/react';
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

test('without a connection the page leads to the setup', async () => {
  await on.openStatus('viewer');
  expect(await screen.findByText('No integration of IRM is connected yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to the setup' })).toHaveAttribute(
    'href',
    '/a/irmconnect-setup-app/setup'
  );
});

test('a viewer sees a beating heart with its figures, counted down by the clock of the server', async () => {
  await on.connect('Production');
  await on.pass(30);
  await on.openStatus('viewer');

  expect(screen.getByRole('heading', { name: '1 up' })).toBeVisible();
  expect(within(card('IRM Production')).getByText('Up')).toBeVisible();
  expect(fact('IRM Production', 'Heartbeat interval')).toBe('10 min');
  expect(fact('IRM Production', 'Time between beats')).toMatch(/^\d+ min.* to /);
  expect(fact('IRM Production', 'Margin')).toMatch(/^\d+ min.* \/ \d beats per interval$/);
  expect(fact('IRM Production', 'Last alert sent')).toBe('None seen');
  expect(fact('IRM Production', 'Last beat')).toMatch(/^\d\d:\d\d:\d\d \/ \d+ s ago$/);
  const left = () => {
    const [, minutes = 0, seconds = 0] =
      /^by \d\d:\d\d:\d\d \/ in (?:(\d+) min)?(?: ?(\d+) s)?$/.exec(fact('IRM Production', 'Next beat expected')) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  const before = left();
  expect(before).toBeGreaterThan(30);
  await on.pass(3);
  expect(left()).toBe(before - 3);
});

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

  expect(screen.getByRole('heading', { name: '1 down, 1 paused, 1 without heartbeat, 1 up' })).toBeVisible();
  expect(cards().map((one) => within(one).getByRole('heading').textContent)).toEqual([
    'IRM Lost',
    'IRM Resting',
    'IRM Bare',
    'IRM Well',
  ]);
  expect(card('IRM Lost')).toHaveTextContent('The last heartbeat was not delivered. The host name cannot be found.');
  expect(
    within(card('IRM Lost')).getByRole('link', { name: 'Check the network between Grafana and IRM' })
  ).toBeVisible();
  expect(within(card('IRM Resting')).getByRole('link', { name: 'Resume heartbeat' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/status/${rest.id}`
  );
  expect(within(card('IRM Bare')).getByRole('link', { name: 'Add heartbeat' })).toHaveAttribute(
    'href',
    expect.stringContaining('/a/irmconnect-setup-app/setup/')
  );
  expect(within(card('IRM Well')).queryByRole('link', { name: /./ })).toHaveTextContent('IRM Well');
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
  expect(within(card('My IRM')).getByRole('link', { name: 'Adopt connection' })).toBeVisible();
});

test('connections are searched and filtered, and the filter is part of the address', async () => {
  await on.connect('Berlin');
  await on.connect('Bern', { withHeartbeat: false });
  await on.connect('Oslo', { withHeartbeat: false });
  const { user } = await on.openStatus('viewer', '/a/irmconnect-setup-app/status?state=none');
  const filter = within(screen.getByRole('group', { name: 'Filter by state' }));
  expect(cards()).toHaveLength(2);
  expect(filter.getByRole('button', { name: 'No heartbeat 2' })).toHaveAttribute('aria-pressed', 'true');

  await user.type(screen.getByRole('textbox', { name: 'Search connections' }), 'ber');
  expect(cards().map((one) => within(one).getByRole('heading').textContent)).toEqual(['IRM Bern']);
  await user.click(filter.getByRole('button', { name: 'No heartbeat 2' }));
  expect(cards()).toHaveLength(2);
  await user.type(screen.getByRole('textbox', { name: 'Search connections' }), 'x');
  expect(screen.getByText('No connection matches.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  expect(cards()).toHaveLength(3);
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
  expect(screen.getByText(/^As of 1\d.s ago$/)).toBeVisible();
  on.world.failWith();
  await on.pass(20);
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();
  expect(screen.queryByText(/^As of/)).not.toBeInTheDocument();
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
  expect(screen.getByText(/^No last deliveries:/)).toBeVisible();
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
