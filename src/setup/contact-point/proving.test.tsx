/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { integration } from '../../connection/testing/fixtures';
import { connectionId } from '../../connection/endpoint/identity';
import { readEndpoint } from '../../connection/endpoint/readEndpoint';
import { held } from '../testing/held';
import { openContactPoint, openSetup } from '../testing/openSetup';

const CONTACT_POINTS = '/api/v1/provisioning/contact-points';

let world: ReturnType<typeof standIns>;
let endpoint: string;
beforeEach(() => {
  window.sessionStorage.clear();
  world = standIns();
  ({ endpoint } = world.newIntegration('Production'));
});
afterEach(() => world.stop());

const open = async () => openContactPoint(await world.signIn('editor'), endpoint);

function idOf(url: string): string {
  const read = readEndpoint(url);
  return read.ok ? connectionId(read.endpoint) : '';
}

test('an endpoint that a test alert does not reach is not saved; it is changed, or created all the same', async () => {
  const right = endpoint;
  endpoint = endpoint.replace(/[^/]+\/$/, 'wrongkeywrongkeywrongkey1/');
  const { user, address, create } = await open();
  await user.click(create());
  expect(await screen.findByText(/\(403\)/)).toBeVisible();
  expect(screen.getByRole('status')).toHaveFocus();
  expect(await held(world, endpoint)).toEqual([]);
  expect(screen.getByRole('button', { name: /Contact point +\(to do\)/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Next' })).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Change endpoint' }));
  expect(address()).toMatch(/new\/integration$/);
  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.keyboard('{Delete}');
  await user.paste(right);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(await screen.findByRole('button', { name: 'Create contact point' }));
  expect(await screen.findByText('Contact point created')).toBeVisible();
  expect(await screen.findByRole('button', { name: /Contact point +\(done\)/ })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Next' })).toBeEnabled();
});

test('whoever creates it all the same can go on, and the step stays open until a test gets through', async () => {
  endpoint = endpoint.replace(/[^/]+\/$/, 'wrongkeywrongkeywrongkey1/');
  const { user, address, create } = await open();
  await user.click(create());
  await user.click(await screen.findByRole('button', { name: 'Create anyway' }));
  expect(await screen.findByText('Contact point created')).toBeVisible();
  expect(await held(world, endpoint)).toHaveLength(1);
  expect(screen.getByRole('button', { name: /Contact point +\(to do\)/ })).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Change endpoint' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/status\/[0-9a-f]{10}\?action=rotate$/)
  );
  await user.click(screen.getByRole('button', { name: 'Continue anyway' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toHaveFocus();
  expect(address()).toMatch(/heartbeat$/);
  expect(screen.getByRole('button', { name: /Contact point +\(to do\)/ })).toBeVisible();
});

test('a failed save after the test needs no second test, and one press sends one alert', async () => {
  const { user, create } = await open();
  world.failWith((path, { method }) =>
    method === 'POST' && path === CONTACT_POINTS
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  await user.click(create());
  await screen.findByText("Grafana's database is busy");
  world.failWith();
  await user.click(create());
  await screen.findByText('Contact point created');
  expect(await world.alertGroups()).toHaveLength(1);
});

test('what was proven is known again after a reload', async () => {
  const { user, address, unmount, create } = await open();
  await user.click(create());
  await screen.findByText('Contact point created');
  await screen.findByRole('button', { name: /Contact point +\(done\)/ });
  const path = address().replace(/.*\/setup/, '');
  unmount();
  openSetup(await world.signIn('editor'), path);
  expect(await screen.findByRole('button', { name: 'Next' })).toBeEnabled();
  expect(await screen.findByRole('button', { name: /Contact point +\(done\)/ })).toBeVisible();
});

test('a contact point that nobody tested is tested by the primary button, which then leads on', async () => {
  const { grafana } = await world.signIn('admin');
  await grafana.createIntegration(integration({ uid: '', name: 'Pager', url: endpoint }));
  const { user, address } = openSetup(await world.signIn('editor'), `/${idOf(endpoint)}`);
  const send = await screen.findByRole('button', { name: 'Send test alert' });
  expect(address()).toMatch(/contact-point$/);
  expect(send).toHaveAttribute('type', 'submit');
  await user.click(send);
  expect(await screen.findByText('Test alert sent and accepted')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toHaveFocus();
  expect(address()).toMatch(/heartbeat$/);
});
