/** @jest-environment jest-fixed-jsdom */
import { screen, waitFor, within } from '@testing-library/react';
import { endpointUrl } from '../../connection/endpoint/integrationPath';
import { contactPoint, endpoint } from '../../connection/testing/fixtures';
import { grafanaError, memoryGrafana, type MemoryState } from '../../connection/testing/memoryGrafana';
import { openSetup } from '../testing/openSetup';

beforeEach(() => window.sessionStorage.clear());

async function open(state: Partial<MemoryState> = {}) {
  const grafana = memoryGrafana(state);
  const page = openSetup({ grafana: grafana.port }, '/new/endpoint');
  await page.user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await page.user.paste(endpointUrl(endpoint));
  await page.user.click(screen.getByRole('button', { name: 'Next' }));
  const name = await screen.findByRole('textbox', { name: /Name/ });
  return { ...page, grafana, name };
}

const create = () => screen.getByRole('button', { name: 'Create contact point' });

test('the plan is shown before anything is done, its token masked', async () => {
  const { grafana } = await open();
  const plan = screen.getByRole('list', { name: 'Plan' });
  expect(plan).toHaveTextContent('Create');
  expect(plan).toHaveTextContent('Grafana IRM');
  expect(plan).not.toHaveTextContent(endpoint.token);
  expect(grafana.calls).not.toContain('createContactPoint');
});

test('a taken name is avoided in the proposal, and refused before Grafana adds to the other contact point', async () => {
  const { user, name, grafana } = await open({ otherNames: ['Grafana IRM'] });
  expect(name).toHaveValue('Grafana IRM 2');
  await user.clear(name);
  expect(screen.getByRole('alert')).toHaveTextContent('needs a name');
  await user.type(name, 'Grafana IRM');
  expect(screen.getByRole('alert')).toHaveTextContent(/silently add this integration/);
  expect(name).toBeInvalid();
  expect(create()).toBeDisabled();
  expect(grafana.calls).not.toContain('createContactPoint');
});

test('settings and the lock are made as asked for', async () => {
  const { user, grafana } = await open();
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
  expect(grafana.state.contactPoints).toEqual([
    expect.objectContaining({ maxAlerts: 20, disableResolveMessage: true, locked: true }),
  ]);
});

test('a failure keeps what was filled in and says what is not there; applying again finishes it', async () => {
  const { user, grafana, name } = await open();
  await user.clear(name);
  await user.type(name, 'Night shift');
  grafana.trouble = (call) =>
    call === 'createContactPoint' ? { kind: 'refused', error: grafanaError('unexpected', { status: 500 }) } : undefined;
  await user.click(create());
  expect(await screen.findByText('Not done yet')).toBeVisible();
  expect(name).toHaveValue('Night shift');
  expect(grafana.state.contactPoints).toEqual([]);

  grafana.trouble = () => undefined;
  await user.click(create());
  expect(await screen.findByText('Done. Grafana holds the contact point as planned.')).toBeVisible();
  expect(screen.queryByText('Not done yet')).not.toBeInTheDocument();
  expect(grafana.state.contactPoints.map((one) => one.name)).toEqual(['Night shift']);
});

test('a run whose answer and refresh got lost goes on from what Grafana holds', async () => {
  const { user, grafana, address } = await open();
  let isDown = true;
  grafana.trouble = () =>
    isDown && grafana.calls.includes('createContactPoint')
      ? { kind: 'lost', error: grafanaError('unreachable') }
      : undefined;
  await user.click(create());
  expect((await screen.findAllByText('Grafana cannot be reached')).length).toBeGreaterThan(0);
  expect(screen.getByRole('textbox', { name: /Name/ })).toHaveValue('Grafana IRM');
  expect(grafana.state.contactPoints).toHaveLength(1);

  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(address()).toMatch(/[0-9a-f]{10}\/contact-point$/));
  expect(screen.queryByRole('button', { name: 'Create contact point' })).not.toBeInTheDocument();
  expect(grafana.calls.filter((call) => call === 'createContactPoint')).toHaveLength(1);
});

test('a contact point made by hand is taken over: its name stays, changes are shown before and after', async () => {
  const byHand = contactPoint({ name: 'Pager', url: endpointUrl(endpoint), maxAlerts: 3 });
  const grafana = memoryGrafana({ contactPoints: [byHand] });
  const page = openSetup({ grafana: grafana.port });
  await page.user.click(await screen.findByRole('link', { name: 'Continue Pager' }));
  await page.user.click(await screen.findByRole('button', { name: /Contact point +\(done\)/ }));
  expect(await screen.findByRole('textbox', { name: /Name/ })).toBeDisabled();
  const maxAlerts = screen.getByRole('spinbutton', { name: /Max alerts/ });
  await page.user.clear(maxAlerts);
  await page.user.type(maxAlerts, '50');
  const plan = screen.getByRole('list', { name: 'Plan' });
  expect(within(plan).getByText('Change')).toBeVisible();
  expect(within(plan).getByText('3').tagName).toBe('DEL');
  expect(within(plan).getByText(/50/)).toBeVisible();
  await page.user.click(screen.getByRole('button', { name: 'Apply changes' }));
  await screen.findByText('Done. Grafana holds the contact point as planned.');
  expect(grafana.state.contactPoints).toEqual([{ ...byHand, maxAlerts: 50 }]);
});
