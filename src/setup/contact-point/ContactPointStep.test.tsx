/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { integration } from '../../connection/testing/fixtures';
import { connectionId, endpointOfUrl } from '../../connection/endpoint/identity';
import { held } from '../testing/held';
import { openContactPoint, openSetup } from '../testing/openSetup';
import { unfold } from '../testing/unfold';

const CONTACT_POINTS = '/api/v1/provisioning/contact-points';
const CREATE = `POST ${CONTACT_POINTS}`;

let world: ReturnType<typeof standIns>;
let endpoint: string;
beforeEach(() => {
  window.sessionStorage.clear();
  world = standIns();
  ({ endpoint } = world.newIntegration('Production'));
});
afterEach(() => world.stop());

const open = async () => openContactPoint(await world.signIn('editor'), endpoint);

test('what will be created is one click away before anything is done, its token masked', async () => {
  await open();
  await unfold('What will be created');
  const plan = screen.getByRole('list', { name: 'Changes' });
  expect(plan).toHaveTextContent('Create');
  expect(plan).toHaveTextContent('Grafana IRM');
  expect(plan).not.toHaveTextContent(endpoint.split('/').at(-2) ?? '-');
  expect(world.asked).not.toContain(CREATE);
});

test('a taken name is avoided in the proposal, and refused before Grafana adds to the other contact point', async () => {
  const settings = { addresses: 'ada@example.net' };
  await world.call('admin', 'POST', CONTACT_POINTS, { name: 'Grafana IRM', type: 'email', settings });
  const { user, name, create } = await open();
  expect(name).toHaveValue('Grafana IRM 2');
  await user.clear(name);
  expect(screen.getByRole('alert')).toHaveTextContent('needs a name');
  await user.type(name, 'Grafana IRM');
  expect(screen.getByRole('alert')).toHaveTextContent(/silently add this integration/);
  expect(name).toBeInvalid();
  expect(create()).toBeDisabled();
  expect(world.asked).not.toContain(CREATE);
});

test('settings and the lock are made as asked for', async () => {
  const { user, create } = await open();
  expect(screen.queryByRole('spinbutton')).not.toBeInTheDocument();
  await unfold('Advanced');
  const maxAlerts = screen.getByRole('spinbutton', { name: /Max alerts/ });
  await user.clear(maxAlerts);
  expect(screen.getByRole('alert')).toHaveTextContent('whole number');
  await user.type(maxAlerts, '20');
  const resolved = screen.getByRole('switch', { name: /resolved/ });
  expect(resolved).toBeChecked();
  await user.click(resolved);
  await user.click(screen.getByRole('radio', { name: /Lock \(provisioned\)/ }));
  await user.click(create());
  await screen.findByText('Contact point created');
  expect(await held(world, endpoint)).toEqual([
    expect.objectContaining({ maxAlerts: 20, disableResolveMessage: true, provenance: 'api' }),
  ]);
});

test('a failure keeps what was filled in and says what is not there; applying again finishes it', async () => {
  const { user, name, create } = await open();
  await user.clear(name);
  await user.type(name, 'Night shift');
  world.failWith((path, { method }) =>
    method === 'POST' && path === CONTACT_POINTS
      ? Response.json({ message: 'database is locked' }, { status: 500 })
      : undefined
  );
  await user.click(create());
  expect(await screen.findByText('Not done yet')).toBeVisible();
  expect(name).toHaveValue('Night shift');
  expect(await held(world, endpoint)).toEqual([]);

  world.failWith();
  await user.click(create());
  expect(await screen.findByText('Contact point created')).toBeVisible();
  expect(screen.queryByText('Not done yet')).not.toBeInTheDocument();
  expect((await held(world, endpoint)).map((one) => one.name)).toEqual(['Night shift']);
});

test('a run whose answer and refresh got lost goes on from what Grafana holds', async () => {
  const { user, address, create } = await open();
  let isDown = false;
  world.failWith(async (path, { method, answer }) => {
    const given = await (isDown ? undefined : answer());
    isDown ||= method === 'POST' && path === CONTACT_POINTS;
    if (isDown || !given) {
      throw new TypeError('fetch failed');
    }
    return given;
  });
  await user.click(create());
  expect((await screen.findAllByText('Grafana cannot be reached')).length).toBeGreaterThan(0);
  expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Grafana IRM');

  world.failWith();
  expect(await held(world, endpoint)).toHaveLength(1);
  await user.click(create());
  await waitFor(() => expect(address()).toMatch(/[0-9a-f]{10}\/contact-point$/));
  expect(screen.queryByRole('button', { name: 'Create contact point' })).not.toBeInTheDocument();
  expect(world.asked.filter((one) => one === CREATE)).toHaveLength(1);
});

test('a contact point made by hand is taken over: its name stays, changes are shown before and after', async () => {
  const { grafana } = await world.signIn('admin');
  await grafana.createIntegration(integration({ uid: '', name: 'Pager', url: endpoint, maxAlerts: 3 }));
  const [byHand] = await held(world, endpoint);
  const endpointHeld = endpointOfUrl(endpoint)?.endpoint;
  const page = openSetup(
    await world.signIn('editor'),
    `/${endpointHeld ? connectionId(endpointHeld) : ''}/contact-point`
  );
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  // Not as proposed: open by itself.
  const maxAlerts = screen.getByRole('spinbutton', { name: /Max alerts/ });
  await page.user.clear(maxAlerts);
  await page.user.type(maxAlerts, '50');
  await unfold('Changes');
  const plan = screen.getByRole('list', { name: 'Changes' });
  expect(within(plan).getByText('Change')).toBeVisible();
  expect(within(plan).getByText('3').tagName).toBe('DEL');
  expect(within(plan).getByText(/50/)).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Save changes' }));
  await screen.findByText('Changes saved');
  expect(await held(world, endpoint)).toEqual([{ ...byHand, maxAlerts: 50 }]);
});

test('an endpoint that takes no message is told of before anything is created, and can be changed', async () => {
  endpoint = 'https://gone.example.net/integrations/v1/alertmanager/S3cretT0ken/';
  const { user, address, create } = await open();
  await user.click(create());
  expect(await screen.findByRole('button', { name: 'Change endpoint' })).toBeVisible();
  expect(world.asked).not.toContain(CREATE);
  expect(screen.getByRole('button', { name: /Contact point +\(to do\)/ })).toBeVisible();
  expect(document.body).not.toHaveTextContent('S3cretT0ken');
  await user.click(screen.getByRole('button', { name: 'Change endpoint' }));
  expect(address()).toMatch(/new\/integration$/);
  expect(await screen.findByRole('textbox', { name: /HTTP endpoint/ })).toBeVisible();
});
