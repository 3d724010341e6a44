/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, waitFor } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { connectionsOf } from '../../connection/ownership/connections';
import { readGrafana } from '../../connection/reading/readGrafana';
import { integration } from '../../connection/testing/fixtures';
import { openSetup } from '../testing/openSetup';
import { unfold } from '../testing/unfold';

const world = standIns();
let path: string;
let endpoint: string;
let integrations = 0;

beforeEach(async () => {
  window.sessionStorage.clear();
  ({ endpoint } = world.newIntegration(`Production ${integrations++}`));
  const { grafana } = await world.signIn('editor');
  const name = `Alerts ${endpoint.slice(-6, -1)}`;
  await grafana.createIntegration(integration({ uid: '', name, url: endpoint }));
  const read = await readGrafana(grafana);
  const connection = read.ok
    ? connectionsOf(read.value).find((candidate) => endpointUrl(candidate.endpoint) === endpoint)
    : undefined;
  path = `/${connection?.id}/heartbeat`;
});
afterEach(() => world.failWith());
afterAll(() => world.stop());

test('an editor reads what the timing means, adds the heartbeat and follows the first one', async () => {
  const { user, address } = openSetup(await world.signIn('editor'), path);
  expect(
    await screen.findByText(/^A heartbeat every 2.min\. You are paged 10 to 12.min after an outage\./)
  ).toBeVisible();
  await user.click(await screen.findByRole('combobox', { name: /Heartbeat interval in IRM/ }));
  await user.keyboard('5 min{ArrowDown}{Enter}');
  expect(screen.getByText(/^A heartbeat every 1.min\. You are paged 5 to 7.min after an outage\./)).toBeVisible();
  expect(screen.getByText(/^IRM starts monitoring with the first heartbeat/)).toBeVisible();
  expect(screen.queryByLabelText('Repeat interval')).not.toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(await screen.findByRole('heading', { name: 'Verify' })).toHaveFocus();
  expect(address()).toMatch(/\/verify$/);
  expect(await screen.findByText('Waiting for the first evaluation')).toBeVisible();

  await world.clock.advance(20_000);
  expect(await screen.findByText('Heartbeat delivered', undefined, { timeout: 5000 })).toBeVisible();
  expect(screen.getByText('The rule is firing')).toBeVisible();
  expect(screen.getByText('5 minutes')).toBeVisible();
});

test('the presets say what they are for, and what is not as proposed is open at once', async () => {
  const first = openSetup(await world.signIn('editor'), path);
  await screen.findByRole('button', { name: 'Add heartbeat' });
  await unfold('Advanced');
  expect(screen.getByRole('radio', { name: /Balanced \(recommended\)/ })).toBeVisible();
  await first.user.click(screen.getByRole('radio', { name: /Fast retry \(docs default\)/ }));
  expect(screen.getByText('Holds, but can block alerts')).toBeVisible();
});

test('a timing that cannot hold is refused with the reason', async () => {
  const { user } = openSetup(await world.signIn('editor'), path);
  await unfold('Advanced');
  const repeat = await screen.findByLabelText('Repeat interval');
  await user.clear(repeat);
  await user.type(repeat, '10m');
  expect(screen.getByText('Cannot hold')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Add heartbeat' })).toBeDisabled();

  await user.clear(repeat);
  await user.type(repeat, 'soon');
  expect(await screen.findByText('Enter a duration such as 30s or 1m30s.')).toBeVisible();
});

test('the alert endpoint is refused as heartbeat endpoint', async () => {
  const { user } = openSetup(await world.signIn('editor'), path);
  await unfold('Advanced');
  const address = await screen.findByLabelText(/^Heartbeat endpoint/);
  await user.click(address);
  await user.paste(endpoint);
  expect(await screen.findByText(/This is the HTTP endpoint for alerts/)).toBeVisible();
});

test('data sources that cannot be listed are an error with a way to try again, not none at all', async () => {
  world.failWith((asked) =>
    asked === '/api/datasources' ? Response.json({ message: 'database is locked' }, { status: 500 }) : undefined
  );
  const { user } = openSetup(await world.signIn('editor'), path);
  await unfold('Advanced');
  await user.click(await screen.findByLabelText(/^Alerting and a data source/));
  expect(await screen.findByText(/Too many writes at once/)).toBeVisible();
  expect(screen.queryByText(/There is no Prometheus data source/)).not.toBeInTheDocument();

  world.failWith();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/Too many writes at once/)).not.toBeInTheDocument());
  await user.click(screen.getByRole('combobox', { name: /^Data source/ }));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByRole('combobox', { name: /^Data source/ })).not.toHaveValue('');
});

test("another integration's heartbeat endpoint is refused, and the right one is a click away", async () => {
  const other = world.newIntegration('Staging').endpoint;
  const { user } = openSetup(await world.signIn('editor'), path);
  await unfold('Advanced');
  const address = await screen.findByLabelText(/^Heartbeat endpoint/);
  await user.click(address);
  await user.paste(`${other}heartbeat/`);
  expect(await screen.findByText(/This is not the heartbeat endpoint of this integration/)).toBeVisible();
  expect(address).toBeInvalid();
  await user.click(screen.getByRole('button', { name: 'Use the heartbeat endpoint of this integration' }));
  expect(screen.queryByText(/This is not the heartbeat endpoint/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show token' }));
  expect(address).toHaveValue(`${endpoint}heartbeat/`);
});

test('a viewer sees everything, can change nothing and is told what is missing', async () => {
  openSetup(await world.signIn('viewer'), path);
  expect(await screen.findByText('alert.rules:create')).toBeInTheDocument();
  await unfold('Advanced');
  expect(screen.getByRole('button', { name: 'Add heartbeat' })).toBeDisabled();
  expect(screen.getByLabelText('Repeat interval')).toBeDisabled();
  expect(screen.getByLabelText(/^Heartbeat endpoint/)).toBeDisabled();
  expect(screen.queryByRole('button', { name: /Show token|Copy URL/ })).not.toBeInTheDocument();
});
