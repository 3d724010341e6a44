/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import type { Integration } from '../../connection/model';
import { integration } from '../../connection/testing/fixtures';
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

/** What Grafana holds of the endpoint, as an administrator sees it. */
async function held(): Promise<Integration[]> {
  const { grafana } = await world.signIn('admin');
  const found = await grafana.listIntegrations();
  return found.ok ? found.value.value.filter(({ url }) => url === endpoint) : [];
}

test('the plan is shown before anything is done, its token masked', async () => {
  await open();
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
  const maxAlerts = screen.getByRole('spinbutton', { name: /Max alerts/ });
  await user.clear(maxAlerts);
  expect(screen.getByRole('alert')).toHaveTextContent('whole number');
  await user.type(maxAlerts, '20');
  const resolved = screen.getByRole('switch', { name: /resolved/ });
  expect(resolved).toBeChecked();
  await user.click(resolved);
  await user.click(screen.getByRole('radio', { name: /Locked as provisioned/ }));
  await user.click(create());
  await screen.findByText('Done. Grafana holds the contact point as planned.');
  expect(await held()).toEqual([
    expect.objectContaining({ maxAlerts: 20, disableResolveMessage: true, provenance: 'api' }),
  ]);
});

test('a failure keeps what was filled in and says what is not there; applying again finishes it', async () => {
  const { user, name } = await open();
  await user.clear(name);
  await user.type(name, 'Night shift');
  world.failWith((_, { method }) =>
    method === 'POST' ? Response.json({ message: 'database is locked' }, { status: 500 }) : undefined
  );
  await user.click(create());
  expect(await screen.findByText('Not done yet')).toBeVisible();
  expect(name).toHaveValue('Night shift');
  expect(await held()).toEqual([]);

  world.failWith();
  await user.click(create());
  expect(await screen.findByText('Done. Grafana holds the contact point as planned.')).toBeVisible();
  expect(screen.queryByText('Not done yet')).not.toBeInTheDocument();
  expect((await held()).map((one) => one.name)).toEqual(['Night shift']);
});

test('a run whose answer and refresh got lost goes on from what Grafana holds', async () => {
  const { user, address } = await open();
  let isDown = false;
  world.failWith(async (_, { method, answer }) => {
    const given = await (isDown ? undefined : answer());
    isDown ||= method === 'POST';
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
  const page = openSetup(await world.signIn('editor'));
  await page.user.click(await screen.findByRole('link', { name: 'Continue Pager' }));
  await page.user.click(await screen.findByRole('button', { name: /Contact point +\(done\)/ }));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  const maxAlerts = screen.getByRole('spinbutton', { name: /Max alerts/ });
  await page.user.clear(maxAlerts);
  await page.user.type(maxAlerts, '50');
  const plan = screen.getByRole('list', { name: 'Changes' });
  expect(within(plan).getByText('Change')).toBeVisible();
  expect(within(plan).getByText('3').tagName).toBe('DEL');
  expect(within(plan).getByText(/50/)).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Apply changes' }));
  await screen.findByText('Done. Grafana holds the contact point as planned.');
  expect(await held()).toEqual([{ ...byHand, maxAlerts: 50 }]);
});
