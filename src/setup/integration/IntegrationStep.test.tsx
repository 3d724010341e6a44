/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
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

test('the clicks in IRM are spelled out above the one field they lead to', async () => {
  await open();
  expect(await screen.findByText('Alerts & IRM → IRM → Integrations')).toBeVisible();
  expect(screen.getByText('New integration').closest('li')).toHaveTextContent('then Alertmanager');
  expect(screen.getAllByRole('textbox')).toEqual([screen.getByRole('textbox', { name: /HTTP endpoint/ })]);
  expect(screen.queryByRole('link', { name: /Open IRM/ })).not.toBeInTheDocument();
  expect(within(screen.getByRole('navigation', { name: 'Setup steps' })).getAllByRole('listitem')).toHaveLength(4);
});

test('the way through OnCall is one click away', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('radio', { name: 'OnCall' }));
  expect(screen.getByText('Alerts & IRM → OnCall → Integrations')).toBeVisible();
  expect(screen.queryByText('Alerts & IRM → IRM → Integrations')).not.toBeInTheDocument();
});

test('a webhook comes with the lines that mend it, ready to copy', async () => {
  const { user, copied } = await open();
  await user.click(await screen.findByRole('textbox', { name: /HTTP endpoint/ }));
  await user.paste('https://irm.example.net/integrations/v1/webhook/LUL6EatRGTbhTAKmYmWzYpgZZ/');
  expect(await screen.findByText(/alert groups stay open forever/)).toBeVisible();
  expect(screen.getByText("{{ payload.status == 'resolved' or payload.state == 'ok' }}")).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy grouping template' }));
  expect(copied()).toBe('{{ payload.groupKey or payload.alert_uid }}');
});

test('IRM is linked when the configuration knows where it is', async () => {
  await open({ irmUrl: 'https://me.grafana.net' });
  expect(await screen.findByRole('link', { name: /Open IRM/ })).toHaveAttribute('href', 'https://me.grafana.net');
});
