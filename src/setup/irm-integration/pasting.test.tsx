/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { openSetup, pasteEndpoint } from '../testing/openSetup';
import { CREATE } from '../testing/withIrm';

const world = standIns();
beforeAll(() => world.withIrmApi());
beforeEach(() => {
  window.sessionStorage.clear();
  world.failWith();
});
afterAll(() => world.stop());

const openStep = async (path = '/new/integration') => openSetup(await world.signIn('editor'), path);

test('pasting is one click away and goes as ever, and so is choosing again', async () => {
  const { endpoint } = world.newIntegration('Pasted');
  const page = await openStep();
  const { user, address } = page;
  await user.click(await screen.findByRole('button', { name: 'Paste the endpoint instead' }));
  await user.click(await screen.findByRole('button', { name: 'Choose from IRM' }));
  expect(await screen.findByRole('button', { name: 'Create integration' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Paste the endpoint instead' }));
  await pasteEndpoint(page, endpoint);
  await user.click(await screen.findByRole('button', { name: 'Create contact point' }));
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  expect(screen.getByText('Step 2 of 4')).toBeVisible();
});

test('an address of the former endpoint step leads to the step that took its place', async () => {
  const { user, address } = await openStep('/new/endpoint');
  await user.click(await screen.findByRole('button', { name: 'Paste the endpoint instead' }));
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
  expect(address()).toMatch(/new\/integration$/);
});

test('when IRM’s API fails, that is told, pasting is open at once, and a retry goes back to choosing', async () => {
  world.failWith((path) => (CREATE.test(path) ? new Response(undefined, { status: 502 }) : undefined));
  const { user, address } = await openStep();
  expect(await screen.findByText('IRM cannot be reached')).toBeVisible();
  expect(screen.getByText('Alerts & IRM → IRM → Integrations')).toBeVisible();
  world.failWith();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Create integration' })).toBeVisible();
  expect(screen.queryByText('IRM cannot be reached')).not.toBeInTheDocument();
  expect(address()).toMatch(/integration$/);
});

test('while the API is down the wizard goes its old way to the end', async () => {
  const { endpoint } = world.newIntegration('By hand');
  world.failWith((path) => (/\/irm\//.test(path) ? new Response(undefined, { status: 504 }) : undefined));
  const page = await openStep();
  const { user, address } = page;
  await screen.findByText('IRM did not answer in time');
  await pasteEndpoint(page, endpoint);
  await user.click(await screen.findByRole('button', { name: 'Create contact point' }));
  await waitFor(() => expect(address()).toMatch(/setup\/[0-9a-f]{10}\/contact-point$/));
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('button', { name: 'Add heartbeat' })).toBeEnabled();
});

test.each([
  ['admin', true],
  ['editor', false],
] as const)('without the API all is as ever, and %s is told once what it would add', async (login, mayConfigure) => {
  const { irm: _, ...person } = await world.signIn(login);
  openSetup(person, '/new/integration');
  const hint = await screen.findByText(/With IRM's API set up/);
  expect(hint).toBeVisible();
  const link = screen.queryByRole('link', { name: 'Set it up' });
  if (mayConfigure) {
    expect(link).toHaveAttribute('href', '/plugins/irmconnect-setup-app');
  } else {
    expect(link).not.toBeInTheDocument();
    expect(hint).toHaveTextContent(/An Admin can set it up\.$/);
  }
  expect(screen.queryByRole('button', { name: 'Choose from IRM' })).not.toBeInTheDocument();
});

test('a connection that exists shows what IRM says of its integration', async () => {
  const { endpoint } = world.newIntegration('Known one', 'webhook');
  const point = { uid: 'known', name: 'Known', type: 'webhook', settings: { url: endpoint } };
  await world.call('admin', 'POST', '/api/v1/provisioning/contact-points', point);
  const { user } = await openStep();
  await user.click(await screen.findByRole('radio', { name: 'Use existing' }));
  await user.click(await screen.findByRole('link', { name: 'Open the connection Known' }));
  await user.click(await screen.findByRole('button', { name: /^Integration/ }));
  expect(await screen.findByRole('heading', { name: 'Known one' })).toBeVisible();
  expect(await screen.findByText('Nobody will be paged')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Set both templates' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByRole('heading', { name: 'Contact point' })).toBeVisible();
});
