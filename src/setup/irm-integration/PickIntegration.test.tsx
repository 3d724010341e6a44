/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns, type Fault } from '../../../tests/support/standIns';
import { readSettings } from '../../grafana/settings';
import { choose } from '../testing/choose';
import { openSetup } from '../testing/openSetup';
import { CHAINS, CREATE } from '../testing/withIrm';

let world: ReturnType<typeof standIns>;
beforeEach(async () => {
  world = standIns();
  await world.withIrmApi();
  window.sessionStorage.clear();
  window.localStorage.clear();
});
afterEach(() => world.stop());

const CHAIN = 'FSANDBOXESC01';

async function open(settings = {}) {
  const services = { ...(await world.signIn('editor')), settings: readSettings(settings, {}) };
  const page = openSetup(services, '/new/integration');
  await page.user.click(await screen.findByRole('radio', { name: 'Use existing' }));
  return { ...page, services };
}

const list = () => screen.findByRole('list', { name: 'Integrations of IRM' });
const titles = async () =>
  within(await list())
    .getAllByRole('heading')
    .map(({ textContent }) => textContent);

test('an integration is chosen, its address comes along masked, and names the contact point', async () => {
  const { endpoint } = world.newIntegration('Zabbix it is not', 'zabbix');
  const token = world.newIntegration('Production').endpoint.split('/').at(-2) ?? '-';
  world.irm.createIntegration({
    name: 'Payments',
    type: 'webhook',
    teamId: 'TSANDBOXPAY01',
    escalationChainId: CHAIN,
    description: 'Cards and the like',
  });
  const { user, address } = await open();
  const rows = within(await list());
  const payments = rows.getByRole('heading', { name: 'Payments' }).closest('li');
  await waitFor(() => expect(payments).toHaveTextContent('Webhook · Payments'));
  expect(payments).toHaveTextContent('Cards and the like');
  await waitFor(() => expect(payments).toHaveTextContent('Escalates with SRE on call'));
  const production = rows.getByRole('heading', { name: 'Production' }).closest('li');
  expect(production).toHaveTextContent('Alertmanager · No team');
  expect(production).toHaveTextContent('No escalation chain');
  expect(screen.getByText(/^1 of another type is not shown/)).toBeVisible();
  expect(document.body).not.toHaveTextContent(endpoint);

  await user.click(rows.getByRole('button', { name: 'Choose Production' }));
  expect(await screen.findByRole('row', { name: /Host irm.example.net/ })).toBeVisible();
  expect(document.body).not.toHaveTextContent(token);
  expect(JSON.stringify([{ ...window.sessionStorage }, { ...window.localStorage }])).not.toContain(token);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(address()).toMatch(/new\/contact-point$/);
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Production');
  expect(screen.getByText('Step 2 of 4')).toBeVisible();
});

test('the focus goes along from the list to what was chosen, back, and to the field for pasting', async () => {
  world.newIntegration('Production');
  const { user } = await open();
  await user.click(within(await list()).getByRole('button', { name: 'Choose Production' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Integration' })).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Choose another integration' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Integration' })).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Paste the endpoint instead' }));
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Integration' })).toHaveFocus());
});

test('a list of 3,040 is read page by page, and can be searched meanwhile', async () => {
  for (let number = 1; number <= 3040; number += 1) {
    world.irm.createIntegration({ name: `Service ${number}`, type: 'alertmanager' });
  }
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  let pages = 0;
  world.failWith((path, { answer }) => (CREATE.test(path) && ++pages > 12 ? gate.then(answer) : undefined));
  const { user } = await open();
  expect(await screen.findByText('1,200 of 3,040 read')).toBeVisible();
  expect(await titles()).toHaveLength(20);
  const search = screen.getByRole('searchbox', { name: 'Search title or type' });
  await user.type(search, '1187');
  expect(await titles()).toEqual(['Service 1187']);
  await user.clear(search);
  await user.type(search, '3039');
  expect(screen.queryByRole('list', { name: 'Integrations of IRM' })).not.toBeInTheDocument();
  release();
  await waitFor(async () => expect(await titles()).toEqual(['Service 3039']));
  expect(screen.getByRole('status')).toHaveTextContent('1 integration');
  expect(pages).toBe(31);
});

test('300 integrations are shown 20 at a time', async () => {
  for (let number = 1; number <= 300; number += 1) {
    world.irm.createIntegration({ name: `Service ${String(number).padStart(3, '0')}`, type: 'alertmanager' });
  }
  const { user } = await open();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('300 integrations'));
  expect((await titles()).at(-1)).toBe('Service 020');
  await user.click(screen.getByRole('button', { name: '15' }));
  expect(await titles()).toEqual(Array.from({ length: 20 }, (_, index) => `Service ${281 + index}`));
  await user.type(screen.getByRole('searchbox'), '05');
  expect((await titles())[0]).toBe('Service 005');
});

test('beyond 5,000 the exact title finds an integration', async () => {
  for (let number = 1; number <= 5001; number += 1) {
    world.irm.createIntegration({ name: `Service ${number}`, type: 'alertmanager' });
  }
  const { user } = await open();
  expect(await screen.findByText(/Only 5,000 of 5,001 were read/, undefined, { timeout: 15_000 })).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'Service 5001');
  expect(screen.queryByRole('list')).not.toHaveTextContent('Service 5001');
  await user.click(screen.getByRole('button', { name: 'Look for "Service 5001" in all of IRM' }));
  await user.click(await screen.findByRole('button', { name: 'Choose Service 5001' }));
  expect(await screen.findByRole('button', { name: 'Next' })).toBeEnabled();
});

test('type and team narrow the list', async () => {
  world.irm.createIntegration({ name: 'A', type: 'webhook', teamId: 'TSANDBOXSRE01' });
  world.irm.createIntegration({ name: 'B', type: 'alertmanager', teamId: 'TSANDBOXSRE01' });
  world.irm.createIntegration({ name: 'C', type: 'alertmanager' });
  const { user } = await open();
  await list();
  await choose(user, 'Type', 'Alertmanager');
  expect(await titles()).toEqual(['B', 'C']);
  await choose(user, 'Team', 'No team');
  expect(await titles()).toEqual(['C']);
  await choose(user, 'Team', 'SRE');
  expect(await titles()).toEqual(['B']);
});

test('what Grafana feeds already leads to its connection, however its address is written there', async () => {
  const { endpoint } = world.newIntegration('Fed');
  const twin = world.newIntegration('Fed over http');
  const path = '/api/v1/provisioning/contact-points';
  const urls = { fed: endpoint, twin: twin.endpoint.replace('https:', 'http:') };
  for (const [uid, url] of Object.entries(urls)) {
    expect(
      await world.call('admin', 'POST', path, { uid, name: `Point ${uid}`, type: 'webhook', settings: { url } })
    ).toBe(202);
  }
  const { user, address } = await open();
  const rows = within(await list());
  expect(rows.getAllByText('Already connected here')).toHaveLength(2);
  expect(rows.queryByRole('button', { name: /^Choose/ })).not.toBeInTheDocument();
  expect(rows.getByRole('link', { name: 'Open the connection Point twin' })).toBeVisible();
  await user.click(rows.getByRole('link', { name: 'Open the connection Point fed' }));
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\//));
});

test('the list can be used with the keyboard alone', async () => {
  world.newIntegration('First');
  const { user } = await open();
  await list();
  const button = screen.getByRole('button', { name: 'Choose First' });
  for (let presses = 0; presses < 10 && document.activeElement !== button; presses += 1) {
    await user.tab();
  }
  expect(button).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: 'Next' })).toBeEnabled();
});

test('an integration that pages nobody is told, and a chain is set from here', async () => {
  world.newIntegration('Silent');
  const { user, services } = await open();
  await user.click(await screen.findByRole('button', { name: 'Choose Silent' }));
  expect(await screen.findByText('Nobody will be paged')).toBeVisible();
  await choose(user, 'Escalation chain', 'SRE on call');
  await user.click(screen.getByRole('button', { name: 'Set the chain' }));
  await waitFor(() => expect(screen.queryByText('Nobody will be paged')).not.toBeInTheDocument());
  expect(screen.getByRole('heading', { name: 'Silent' })).toHaveFocus();
  const made = await services.irm?.listIntegrations({ name: 'Silent' });
  expect(made?.ok && made.value.items[0]?.escalationChainId).toBe(CHAIN);
});

test.each<[string, Fault]>([
  ['does not list its chains', (path) => (CHAINS.test(path) ? new Response('', { status: 501 }) : undefined)],
  [
    'does not let the token set one',
    (path, { method }) =>
      method === 'PUT' && /integrations/.test(path)
        ? Response.json({ detail: 'You do not have permission to perform this action.' }, { status: 403 })
        : undefined,
  ],
])('where IRM %s, the way to the integration is shown', async (what, fault) => {
  world.newIntegration('Silent');
  world.failWith(fault);
  const { user } = await open({ irmUrl: 'https://acme.grafana.net' });
  await user.click(await screen.findByRole('button', { name: 'Choose Silent' }));
  if (what.includes('token')) {
    await choose(user, 'Escalation chain', 'SRE on call');
    await user.click(screen.getByRole('button', { name: 'Set the chain' }));
    expect(await screen.findByText('The IRM token lacks a permission')).toBeVisible();
    expect(screen.getByText('An Admin can see which one on the configuration page.')).toBeVisible();
  }
  expect(await screen.findByRole('link', { name: /Open the integration in IRM/ })).toHaveAttribute(
    'href',
    expect.stringMatching(/acme.grafana.net\/a\/grafana-irm-app\/integrations\/C/)
  );
  expect(screen.getByRole('button', { name: 'Next' })).toBeEnabled();
});

test('unset templates of a webhook are set with one press; those of somebody are shown and left alone', async () => {
  world.irm.createIntegration({ name: 'Unset', type: 'webhook', escalationChainId: CHAIN });
  world.irm.createIntegration({
    name: 'Own',
    type: 'webhook',
    escalationChainId: CHAIN,
    templates: { groupingKey: '{{ payload.host }}' },
  });
  const { user, services } = await open();
  await user.click(await screen.findByRole('button', { name: 'Choose Own' }));
  expect(await screen.findByText('This integration has templates of its own')).toBeVisible();
  expect(screen.getByText('{{ payload.host }}')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Set both templates' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Choose another integration' }));

  await user.click(await screen.findByRole('button', { name: 'Choose Unset' }));
  expect(await screen.findByText('Alert groups of this integration stay open forever')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Set both templates' }));
  await waitFor(() => expect(screen.queryByText(/stay open forever/)).not.toBeInTheDocument());
  expect(screen.getByRole('heading', { name: 'Unset' })).toHaveFocus();
  const unset = await services.irm?.listIntegrations({ name: 'Unset' });
  expect(unset?.ok && unset.value.items[0]?.templates.groupingKey).toBe('{{ payload.groupKey or payload.alert_uid }}');
});

test('after a reload the choice is there, and its address is read again from IRM', async () => {
  const { endpoint } = world.newIntegration('Kept');
  const page = await open();
  await page.user.click(await screen.findByRole('button', { name: 'Choose Kept' }));
  await page.user.click(await screen.findByRole('button', { name: 'Next' }));
  await screen.findByRole('button', { name: 'Create contact point' });
  page.unmount();

  const { user, address } = openSetup(await world.signIn('editor'), '/new/contact-point');
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Kept');
  await user.click(screen.getByRole('button', { name: 'Create contact point' }));
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  const found = await page.services.grafana.listIntegrations();
  expect(found.ok && found.value.value.map(({ url }) => url)).toContain(endpoint);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByText(/IRM's default is 10 minutes: nothing to do there\.$/)).toBeVisible();
});

test('a choice that was deleted in IRM meanwhile is told after a reload, and another can be made', async () => {
  window.sessionStorage.setItem(
    'irmconnect.draft::default',
    JSON.stringify({
      ...{ origin: 'existing', type: 'alertmanager', title: '', description: '', team: '', integrationIsThere: false },
      integrationId: 'CGONE',
      integrationName: 'Gone',
    })
  );
  const { user } = openSetup(await world.signIn('editor'), '/new/contact-point');
  expect(await screen.findByText('No longer in IRM')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Choose another integration' }));
  expect(await screen.findByRole('radio', { name: 'Use existing' })).toBeChecked();
});
