/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns } from '../../tests/support/standIns';
import { openSetup } from './testing/openSetup';

const world = standIns();

beforeEach(() => window.sessionStorage.clear());
afterEach(() => world.failWith());
afterAll(() => world.stop());

test('an editor connects a new integration, sees the test alert in IRM and can come back to it', async () => {
  const { endpoint } = world.newIntegration('Production Grafana');
  const [editor, admin] = [await world.signIn('editor'), await world.signIn('admin')];
  const { user, address, reopen } = openSetup(editor);

  expect(await screen.findByText('No integration of IRM is connected yet')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Connect an integration' }));
  expect(address()).toBe('/a/irmconnect-setup-app/setup/new/integration');
  await user.type(screen.getByRole('textbox', { name: /Title/ }), 'Production Grafana');
  await user.click(screen.getByRole('button', { name: 'I have created it' }));

  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  expect(within(screen.getByRole('table')).getByText('irm.example.net')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Next' }));

  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Production Grafana');
  await user.click(screen.getByRole('button', { name: 'Create contact point' }));
  expect(await screen.findByText('Done. Grafana holds the contact point as planned.')).toBeVisible();
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  const found = await editor.grafana.listIntegrations();
  expect(found.ok && found.value.value.filter(({ url }) => url !== '')).toEqual([
    expect.objectContaining({
      name: 'IRM Production Grafana',
      url: endpoint,
      disableResolveMessage: false,
      provenance: 'none',
    }),
  ]);

  await user.click(screen.getByRole('button', { name: 'Send test alert' }));
  expect(await screen.findByText('Test alert sent and accepted')).toBeVisible();
  expect(await world.alertGroups()).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'I see it' }));
  expect(screen.getByText('Alerts arrive')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toHaveFocus();

  const later = reopen({ services: admin });
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toBeVisible();
  await later.user.click(screen.getByRole('button', { name: /HTTP endpoint +\(done\)/ }));
  expect(within(await screen.findByRole('table')).getByText('alertmanager')).toBeVisible();
  expect(document.body).not.toHaveTextContent(endpoint.split('/').at(-2) ?? '-');
}, 20_000);

test('the list of connections shows how far each got and goes on there', async () => {
  const { user, address } = openSetup(await world.signIn('editor'));
  const list = await screen.findByRole('list', { name: 'Connections' });
  expect(list).toHaveTextContent('IRM Production Grafana');
  expect(list).toHaveTextContent('Contact point, no heartbeat');
  await user.click(screen.getByRole('link', { name: 'Continue IRM Production Grafana' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toBeVisible();
  expect(address()).toMatch(/heartbeat$/);
});

test('an address that is already connected is not connected a second time', async () => {
  const editor = await world.signIn('editor');
  const points = await editor.grafana.listIntegrations();
  const url = points.ok ? (points.value.value.find((one) => one.type === 'webhook')?.url ?? '') : '';
  const { user } = openSetup(editor, '/new/endpoint');
  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(url);
  expect(screen.getByText('This endpoint is connected already')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Continue this connection' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toBeVisible();
});

test('a viewer reads everything, and the missing permission is named before any click', async () => {
  const viewer = await world.signIn('viewer');
  const { user } = openSetup(viewer);
  expect(await screen.findByRole('button', { name: 'Connect an integration' })).toBeDisabled();
  expect(screen.getByText('alert.notifications:write')).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: /Continue/ }));
  await user.click(await screen.findByRole('button', { name: /Contact point +\(done\)/ }));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Send test alert' })).toBeDisabled();
  expect(screen.getAllByText('View only').length).toBeGreaterThan(0);
});

test('after a reload the draft is there and the endpoint is asked for again', async () => {
  const editor = await world.signIn('editor');
  const { endpoint } = world.newIntegration('Staging');
  const first = openSetup(editor, '/new/integration');
  await first.user.type(await screen.findByRole('textbox', { name: /Title/ }), 'Staging');
  await first.user.click(screen.getByRole('button', { name: 'I have created it' }));
  await first.user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await first.user.paste(endpoint);
  expect(JSON.stringify({ ...window.sessionStorage })).not.toContain(endpoint.split('/').at(-2));
  first.unmount();

  const { user, address } = openSetup(editor, '/new/contact-point');
  expect(await screen.findByText('Please paste the endpoint again')).toBeVisible();
  expect(address()).toMatch(/new\/endpoint$/);
  await user.click(screen.getByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste(endpoint);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toHaveValue('IRM Staging');
});

test('a connection that somebody removed meanwhile is explained', async () => {
  openSetup(await world.signIn('editor'), '/0123456789/heartbeat');
  expect(await screen.findByText('This connection is not in Grafana any longer')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Show connections' })).toBeVisible();
});

test('on Grafana Cloud there is no wizard, but a link to the right page', async () => {
  const editor = await world.signIn('editor');
  const capabilities = { ...editor.capabilities, isCloud: true, namespace: 'stacks-1' };
  openSetup({ ...editor, capabilities });
  expect(screen.getByText('Grafana Cloud connects to IRM by itself')).toBeVisible();
  expect(screen.getByRole('link', { name: /Configure IRM in Grafana Cloud/ })).toHaveAttribute(
    'href',
    expect.stringContaining('grafana-cloud')
  );
  expect(screen.queryByRole('button', { name: 'Connect an integration' })).not.toBeInTheDocument();
});

test('a Grafana of one’s own whose namespace looks like the Cloud’s is no dead end, and is asked about once', async () => {
  window.sessionStorage.clear();
  const editor = await world.signIn('editor');
  const capabilities = { ...editor.capabilities, isCloud: true, namespace: 'stacks-7' };
  const services = { ...editor, capabilities };
  const { user, unmount } = openSetup(services);
  expect(screen.getByText(/^If you run this Grafana yourself, it only looks like Grafana Cloud/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I run this Grafana myself' }));
  expect(await screen.findByRole('button', { name: 'Connect an integration' })).toBeVisible();

  unmount();
  openSetup(services);
  expect(await screen.findByRole('button', { name: 'Connect an integration' })).toBeVisible();
  expect(screen.queryByText('Grafana Cloud connects to IRM by itself')).not.toBeInTheDocument();
  window.sessionStorage.clear();
});

test('Grafana out of reach is a sentence with a retry, and later trouble leaves the page as it was', async () => {
  world.failWith(() => {
    throw new TypeError('fetch failed');
  });
  const { user } = openSetup(await world.signIn('editor'));
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  expect(await screen.findByText('Grafana cannot be reached')).toBeVisible();

  world.failWith();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'IRM Production Grafana' })).toBeVisible();
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();

  world.failWith(() => {
    throw new DOMException('signal timed out', 'TimeoutError');
  });
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  window.dispatchEvent(new Event('focus'));
  expect(await screen.findByText('Grafana took too long to answer')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'IRM Production Grafana' })).toBeVisible();
});
