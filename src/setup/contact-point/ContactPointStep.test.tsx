/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import type { Integration } from '../../connection/model';
import { integration } from '../../connection/testing/fixtures';
import { connectionId } from '../../connection/endpoint/identity';
import { readEndpoint } from '../../connection/endpoint/readEndpoint';
import { openSetup } from '../testing/openSetup';

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

async function open() {
  const page = openSetup(await world.signIn('editor'), '/new/endpoint');
  await page.user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await page.user.paste(endpoint);
  await page.user.click(screen.getByRole('button', { name: 'Next' }));
  const name = await screen.findByRole('textbox', { name: /Name/ });
  return { ...page, name };
}

const create = () => screen.getByRole('button', { name: 'Create contact point' });

function idOf(url: string): string {
  const read = readEndpoint(url);
  return read.ok ? connectionId(read.endpoint) : '';
}

/** What Grafana holds of the endpoint, as an administrator sees it. */
async function held(): Promise<Integration[]> {
  const { grafana } = await world.signIn('admin');
  const found = await grafana.listIntegrations();
  return found.ok ? found.value.value.filter(({ url }) => url === endpoint) : [];
}

test('the plan is shown before anything is done, its token masked', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'What will be created' }));
  const plan = screen.getByRole('list', { name: 'Changes' });
  expect(plan).toHaveTextContent('Create');
  expect(plan).toHaveTextContent('Grafana IRM');
  expect(plan).not.toHaveTextContent(endpoint.split('/').at(-2) ?? '-');
  expect(world.asked).not.toContain(CREATE);
});

test('a taken name is avoided in the proposal, and refused before Grafana adds to the other contact point', async () => {
  const settings = { addresses: 'ada@example.net' };
  await world.call('admin', 'POST', CONTACT_POINTS, { name: 'Grafana IRM', type: 'email', settings });
  const { user, name } = await open();
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
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Advanced' }));
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
  expect(await held()).toEqual([
    expect.objectContaining({ maxAlerts: 20, disableResolveMessage: true, provenance: 'api' }),
  ]);
});

test('a failure keeps what was filled in and says what is not there; applying again finishes it', async () => {
  const { user, name } = await open();
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
  expect(await held()).toEqual([]);

  world.failWith();
  await user.click(create());
  expect(await screen.findByText('Contact point created')).toBeVisible();
  expect(screen.queryByText('Not done yet')).not.toBeInTheDocument();
  expect((await held()).map((one) => one.name)).toEqual(['Night shift']);
});

test('a run whose answer and refresh got lost goes on from what Grafana holds', async () => {
  const { user, address } = await open();
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
  expect(await held()).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(address()).toMatch(/[0-9a-f]{10}\/contact-point$/));
  expect(screen.queryByRole('button', { name: 'Create contact point' })).not.toBeInTheDocument();
  expect(world.asked.filter((one) => one === CREATE)).toHaveLength(1);
});

test('a contact point made by hand is taken over: its name stays, changes are shown before and after', async () => {
  const { grafana } = await world.signIn('admin');
  await grafana.createIntegration(integration({ uid: '', name: 'Pager', url: endpoint, maxAlerts: 3 }));
  const [byHand] = await held();
  const page = openSetup(await world.signIn('editor'), `/${idOf(endpoint)}/contact-point`);
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  // What is not as proposed is open by itself.
  const maxAlerts = screen.getByRole('spinbutton', { name: /Max alerts/ });
  await page.user.clear(maxAlerts);
  await page.user.type(maxAlerts, '50');
  await page.user.click(screen.getByRole('button', { name: 'Changes' }));
  const plan = screen.getByRole('list', { name: 'Changes' });
  expect(within(plan).getByText('Change')).toBeVisible();
  expect(within(plan).getByText('3').tagName).toBe('DEL');
  expect(within(plan).getByText(/50/)).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Save changes' }));
  await screen.findByText('Changes saved');
  expect(await held()).toEqual([{ ...byHand, maxAlerts: 50 }]);
});

test('an endpoint that a test alert does not reach is not saved; it is changed, or created all the same', async () => {
  const right = endpoint;
  endpoint = endpoint.replace(/[^/]+\/$/, 'wrongkeywrongkeywrongkey1/');
  const { user, address } = await open();
  await user.click(create());
  expect(await screen.findByText(/\(403\)/)).toBeVisible();
  expect(screen.getByRole('status')).toHaveFocus();
  expect(await held()).toEqual([]);
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
}, 20_000);

test('whoever creates it all the same can go on, and the step stays open until a test gets through', async () => {
  endpoint = endpoint.replace(/[^/]+\/$/, 'wrongkeywrongkeywrongkey1/');
  const { user, address } = await open();
  await user.click(create());
  await user.click(await screen.findByRole('button', { name: 'Create anyway' }));
  expect(await screen.findByText('Contact point created')).toBeVisible();
  expect(await held()).toHaveLength(1);
  expect(screen.getByRole('button', { name: /Contact point +\(to do\)/ })).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Change endpoint' })).toHaveAttribute(
    'href',
    expect.stringMatching(/\/status\/[0-9a-f]{10}$/)
  );
  await user.click(screen.getByRole('button', { name: 'Continue anyway' }));
  expect(await screen.findByRole('heading', { name: 'Heartbeat' })).toHaveFocus();
  expect(address()).toMatch(/heartbeat$/);
});

test('a failed save after the test needs no second test, and one press sends one alert', async () => {
  const { user } = await open();
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
  const { user, address, unmount } = await open();
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
