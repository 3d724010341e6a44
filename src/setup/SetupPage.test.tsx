/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns } from '../../tests/support/standIns';
import { connectionsOf } from '../connection/ownership/connections';
import { readGrafana } from '../connection/reading/readGrafana';
import { stepPath } from './step/paths';
import { openSetup } from './testing/openSetup';

const world = standIns();

beforeEach(() => window.sessionStorage.clear());
afterEach(() => world.failWith());
afterAll(() => world.stop());

test('an editor connects a new integration, sees the test alert in IRM and can come back to it', async () => {
  const { endpoint } = world.newIntegration('Production Grafana');
  const [editor, admin] = [await world.signIn('editor'), await world.signIn('admin')];
  const { user, address, reopen } = openSetup(editor, '/new/integration');

  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  expect(within(screen.getByRole('table')).getByText('irm.example.net')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Next' }));

  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('Grafana IRM');
  await user.click(screen.getByRole('button', { name: 'Create contact point' }));
  expect(await screen.findByText('Contact point created')).toBeVisible();
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  const found = await editor.grafana.listIntegrations();
  expect(found.ok && found.value.value.filter(({ url }) => url !== '')).toEqual([
    expect.objectContaining({
      name: 'Grafana IRM',
      url: endpoint,
      disableResolveMessage: false,
      provenance: 'none',
    }),
  ]);
  expect(screen.getByText('Test alert sent and accepted')).toBeVisible();
  expect(await world.alertGroups()).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'I see it' }));
  expect(screen.getByText('Alerts arrive')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toHaveFocus();

  const later = reopen({ services: admin });
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toBeVisible();
  await later.user.click(screen.getByRole('button', { name: /Integration +\(done\)/ }));
  expect(within(await screen.findByRole('table')).getByText('alertmanager')).toBeVisible();
  expect(document.body).not.toHaveTextContent(endpoint.split('/').at(-2) ?? '-');
}, 20_000);

const path = (address: string) => address.replace(/.*\/setup/, '');

/** The connection of the first test, at a step. */
async function connected(step: string): Promise<string> {
  const { grafana } = await world.signIn('editor');
  const read = await readGrafana(grafana);
  const [connection] = read.ok ? connectionsOf(read.value) : [];
  return path(stepPath(connection?.id ?? '', 'heartbeat')).replace('heartbeat', step);
}

test('whoever has the address of a step that is gone gets to the one in its place, and the list is elsewhere', async () => {
  const editor = await world.signIn('editor');
  const { address, unmount } = openSetup(editor, await connected('proof'));
  expect(await screen.findByRole('heading', { name: 'Verify' })).toBeVisible();
  expect(address()).toMatch(/\/verify$/);
  unmount();
  expect(openSetup(editor).address()).toBe('/a/irmconnect-setup-app/status');
});

test('an endpoint that is already connected is not connected a second time', async () => {
  const editor = await world.signIn('editor');
  const points = await editor.grafana.listIntegrations();
  const url = points.ok ? (points.value.value.find((one) => one.type === 'webhook')?.url ?? '') : '';
  const { user, address } = openSetup(editor, '/new/integration');
  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(url);
  expect(await screen.findByText('This endpoint is already connected')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Continue this connection' }));
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
  expect(address()).toMatch(/[0-9a-f]{10}\/contact-point$/);
});

test('a viewer is stopped before the first step, reads what is there, and ids stand under the details only', async () => {
  const viewer = await world.signIn('viewer');
  const { unmount } = openSetup(viewer, '/new/integration');
  expect(await screen.findByText('You need the Editor role to connect')).toBeVisible();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByText('alert.notifications:write').closest('details')).not.toHaveAttribute('open');
  expect(screen.getByRole('link', { name: 'View connections' })).toHaveAttribute(
    'href',
    '/a/irmconnect-setup-app/status'
  );
  unmount();

  openSetup(viewer, await connected('contact-point'));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  expect(screen.queryByRole('button', { name: /Send test alert|Save changes/ })).not.toBeInTheDocument();
});

test('after a reload the endpoint is asked for again', async () => {
  const editor = await world.signIn('editor');
  const { endpoint } = world.newIntegration('Staging');
  const first = openSetup(editor, '/new/integration');
  await first.user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await first.user.paste(endpoint);
  expect(JSON.stringify({ ...window.sessionStorage })).not.toContain(endpoint.split('/').at(-2));
  first.unmount();

  const { user, address } = openSetup(editor, '/new/contact-point');
  expect(await screen.findByText('Paste the endpoint again')).toBeVisible();
  expect(address()).toMatch(/new\/integration$/);
  await user.click(screen.getByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('Grafana IRM 2');
});

test('a connection that somebody removed meanwhile is explained', async () => {
  openSetup(await world.signIn('editor'), '/0123456789/heartbeat');
  expect(await screen.findByText('Connection not found')).toBeVisible();
  expect(screen.getByRole('link', { name: 'View connections' })).toBeVisible();
});

test('on Grafana Cloud there is no wizard, but a link to the right page', async () => {
  const editor = await world.signIn('editor');
  const capabilities = { ...editor.capabilities, isCloud: true, namespace: 'stacks-1' };
  openSetup({ ...editor, capabilities }, '/new/integration');
  expect(screen.getByText('Grafana Cloud connects to IRM by itself')).toBeVisible();
  expect(screen.getByRole('link', { name: /Configure IRM in Grafana Cloud/ })).toHaveAttribute(
    'href',
    expect.stringContaining('grafana-cloud')
  );
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('a Grafana of one’s own whose namespace looks like the Cloud’s is no dead end, and is asked about once', async () => {
  window.sessionStorage.clear();
  const editor = await world.signIn('editor');
  const capabilities = { ...editor.capabilities, isCloud: true, namespace: 'stacks-7' };
  const services = { ...editor, capabilities };
  const { user, unmount } = openSetup(services, '/new/integration');
  expect(screen.getByText(/^Do you run this Grafana yourself/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I run this Grafana myself' }));
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();

  unmount();
  openSetup(services, '/new/integration');
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
  expect(screen.queryByText('Grafana Cloud connects to IRM by itself')).not.toBeInTheDocument();
  window.sessionStorage.clear();
});

test('Grafana out of reach is a sentence with a retry, and later trouble leaves the page as it was', async () => {
  world.failWith(() => {
    throw new TypeError('fetch failed');
  });
  const { user } = openSetup(await world.signIn('editor'), '/new/integration');
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  expect(await screen.findByText('Grafana cannot be reached')).toBeVisible();

  world.failWith();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();

  world.failWith(() => {
    throw new DOMException('signal timed out', 'TimeoutError');
  });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  window.dispatchEvent(new Event('focus'));
  expect(await screen.findByText('Grafana took too long to answer')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
});
