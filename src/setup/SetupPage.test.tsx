/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns } from '../../tests/support/standIns';
import { valueOf } from '../../tests/support/valueOf';
import { connectionId, endpointOfUrl } from '../connection/endpoint/identity';
import { integration } from '../connection/testing/fixtures';
import { openContactPoint, openSetup, pasteEndpoint } from './testing/openSetup';

let world: ReturnType<typeof standIns>;
beforeEach(() => {
  window.sessionStorage.clear();
  world = standIns();
});
afterEach(() => world.stop());

/** A contact point that sends to an integration; answers its endpoint and the part of an address that names it. */
async function connected() {
  const { endpoint } = world.newIntegration('Production');
  const { grafana } = await world.signIn('admin');
  await valueOf(grafana.createIntegration(integration({ uid: '', name: 'Grafana IRM', url: endpoint })));
  const read = endpointOfUrl(endpoint);
  return { endpoint, id: read ? connectionId(read.endpoint) : '' };
}

test('an editor connects an integration, its test alert proves it, and it can be come back to', async () => {
  const { endpoint } = world.newIntegration('Production Grafana');
  const [editor, admin] = [await world.signIn('editor'), await world.signIn('admin')];
  const { user, address, reopen } = openSetup(editor, '/new/integration');

  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  expect(within(screen.getByRole('table')).getByText('irm.example.net')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Next' }));

  expect(await screen.findByRole('heading', { name: 'Contact point' })).toHaveFocus();
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('Grafana IRM');
  await user.click(screen.getByRole('button', { name: 'Create contact point' }));
  expect(await screen.findByText('Contact point created')).toBeVisible();
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  await waitFor(() => expect(screen.getByText('Contact point created').closest('[role=status]')).toHaveFocus());
  expect(await world.alertGroups()).toHaveLength(1);
  const found = await editor.grafana.listIntegrations();
  expect(found.ok && found.value.value.filter(({ url }) => url !== '')).toEqual([
    expect.objectContaining({ name: 'Grafana IRM', url: endpoint, disableResolveMessage: false, provenance: 'none' }),
  ]);
  await user.click(screen.getByRole('button', { name: 'I see it' }));
  expect(screen.getByText('Alerts arrive')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toHaveFocus();

  const later = reopen({ services: admin });
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toBeVisible();
  await later.user.click(screen.getByRole('button', { name: /Integration +\(done\)/ }));
  expect(within(await screen.findByRole('table')).getByText('alertmanager')).toBeVisible();
  expect(document.body).not.toHaveTextContent(endpoint.split('/').at(-2) ?? '-');
});

test('without a step in its address the wizard goes on where it is not done: nobody knows of a test any more', async () => {
  const { id } = await connected();
  const { address } = openSetup(await world.signIn('editor'), `/${id}`);
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
  expect(address()).toMatch(/contact-point$/);
});

test('an address that is already connected is not connected a second time', async () => {
  const { endpoint } = await connected();
  const { user } = openSetup(await world.signIn('editor'), '/new/integration');
  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  expect(screen.getByText('This endpoint is already connected')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Continue this connection' }));
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
});

test('a viewer is told what is missing before filling in anything', async () => {
  openSetup(await world.signIn('viewer'), '/new/integration');
  expect(await screen.findByText('You need the Editor role to connect')).toBeVisible();
  expect(screen.getByText('alert.notifications:write')).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'View connections' })).toHaveAttribute(
    'href',
    '/a/irmconnect-setup-app/status'
  );
});

test('a viewer reads the steps of a connection that is there', async () => {
  const { id } = await connected();
  openSetup(await world.signIn('viewer'), `/${id}/contact-point`);
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  expect(screen.getAllByText('View only').length).toBeGreaterThan(0);
});

test('after a reload the endpoint is asked for again, and nothing of it was kept', async () => {
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
  await pasteEndpoint({ user }, endpoint);
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('Grafana IRM');
});

test('the next connection begins with an empty field', async () => {
  const { endpoint } = world.newIntegration('First of two');
  const { user, address, create } = await openContactPoint(await world.signIn('editor'), endpoint);
  await user.click(create());
  expect(await screen.findByText('Contact point created')).toBeVisible();
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  await user.click(await screen.findByRole('button', { name: /^Verify/ }));
  await user.click(await screen.findByRole('link', { name: 'Connect another' }));
  await waitFor(() => expect(address()).toMatch(/new\/integration$/));
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toHaveValue('');
  expect(screen.queryByText('This endpoint is already connected')).not.toBeInTheDocument();
});

test('a connection that somebody deleted meanwhile is explained', async () => {
  openSetup(await world.signIn('editor'), '/0123456789/heartbeat');
  expect(await screen.findByText('Connection not found')).toBeVisible();
  expect(screen.getByRole('link', { name: 'View connections' })).toBeVisible();
});

test('on Grafana Cloud there is no wizard, but a link to the right page', async () => {
  const editor = await world.signIn('editor');
  const capabilities = { ...editor.capabilities, isCloud: true, namespace: 'stacks-1' };
  openSetup({ ...editor, capabilities }, '/new/integration');
  expect(await screen.findByText('Grafana Cloud connects to IRM by itself')).toBeVisible();
  expect(screen.getByRole('link', { name: /Configure IRM in Grafana Cloud/ })).toHaveAttribute(
    'href',
    expect.stringContaining('grafana-cloud')
  );
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

test('a Grafana of one’s own whose namespace looks like the Cloud’s is no dead end, and is asked about once', async () => {
  const editor = await world.signIn('editor');
  const capabilities = { ...editor.capabilities, isCloud: true, namespace: 'stacks-7' };
  const services = { ...editor, capabilities };
  const { user, unmount } = openSetup(services, '/new/integration');
  expect(
    await screen.findByText(/^Do you run this Grafana yourself\? Its namespace or address only looks like/)
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I run this Grafana myself' }));
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();

  unmount();
  openSetup(services, '/new/integration');
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
  expect(screen.queryByText('Grafana Cloud connects to IRM by itself')).not.toBeInTheDocument();
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
  expect(await screen.findByRole('heading', { name: 'Integration' })).toBeVisible();
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();

  world.failWith(() => {
    throw new DOMException('signal timed out', 'TimeoutError');
  });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  window.dispatchEvent(new Event('focus'));
  expect(await screen.findByText('Grafana took too long to answer')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Integration' })).toBeVisible();
});
