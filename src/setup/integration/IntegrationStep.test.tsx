/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { standIns } from '../../../tests/support/standIns';
import { readSettings } from '../../grafana/settings';
import { openSetup } from '../testing/openSetup';

const world = standIns();
afterAll(() => world.stop());
beforeEach(() => window.sessionStorage.clear());

async function open(jsonData = {}) {
  const settings = readSettings(jsonData, {});
  const page = openSetup({ ...(await world.signIn('editor')), settings }, '/new/integration');
  await screen.findByRole('heading', { name: 'Integration' });
  return page;
}

test('Alertmanager is proposed with its reason; Webhook comes with the lines that mend it', async () => {
  const { user, copied } = await open();
  expect(screen.getByRole('radio', { name: /Alertmanager/ })).toBeChecked();
  expect(screen.getByText(/resolves by itself/)).toBeVisible();
  expect(screen.queryByText('{{ payload.groupKey or payload.alert_uid }}')).not.toBeInTheDocument();

  await user.click(screen.getByRole('radio', { name: /Webhook/ }));
  expect(screen.getByText(/alert groups stay open for ever/)).toBeVisible();
  expect(screen.getByText("{{ payload.status == 'resolved' or payload.state == 'ok' }}")).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy grouping template' }));
  expect(copied()).toBe('{{ payload.groupKey or payload.alert_uid }}');
  expect(screen.getByText(/New integration/).closest('li')).toHaveTextContent('choose Webhook');
});

test('texts for IRM are carried over by copying, and the clicks there are spelled out', async () => {
  const { user, copied } = await open();
  await user.type(screen.getByRole('textbox', { name: /Title/ }), 'Prod & "more"');
  await user.type(screen.getByRole('textbox', { name: /Team/ }), 'Platform');
  await user.click(screen.getByRole('button', { name: 'Copy title' }));
  expect(copied()).toBe('Prod & "more"');
  await user.click(screen.getByRole('button', { name: 'Copy team' }));
  expect(copied()).toBe('Platform');
  expect(screen.getByText('Alerts & IRM → IRM → Integrations')).toBeVisible();
  expect(screen.queryByRole('link', { name: /Open IRM/ })).not.toBeInTheDocument();
});

test('a description that IRM would refuse is refused here', async () => {
  const { user, address } = await open();
  await user.type(screen.getByRole('textbox', { name: /Title/ }), 'Production');
  await user.click(screen.getByRole('textbox', { name: /Description/ }));
  await user.paste('x'.repeat(251));
  expect(await screen.findByRole('alert')).toHaveTextContent('IRM takes up to 250 characters');
  await user.click(screen.getByRole('button', { name: 'I have created it' }));
  expect(address()).toMatch(/integration$/);
});

test('a new integration needs a title, an existing one does not', async () => {
  const { user, address } = await open();
  await user.click(screen.getByRole('button', { name: 'I have created it' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('IRM needs a title');
  await user.click(screen.getByRole('radio', { name: 'Use existing' }));
  expect(screen.queryByRole('textbox', { name: /Title/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'I have opened it' }));
  expect(await screen.findByRole('heading', { name: 'HTTP endpoint' })).toHaveFocus();
  expect(address()).toMatch(/new\/integration$/);
});

test('IRM is linked when the configuration knows where it is', async () => {
  await open({ irmUrl: 'https://me.grafana.net' });
  expect(screen.getByRole('link', { name: /Open IRM/ })).toHaveAttribute('href', 'https://me.grafana.net');
});
