/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from './testing/stage';

const CONNECT = 'Connect integration';
const NOT_HERE = 'Grafana Alerting is not running in this organization';

let on: ReturnType<typeof stage>;
afterEach(() => on.end());

test('where the server has no alerting, the page says so before anything else, and what to change', async () => {
  on = stage({ env: { GF_UNIFIED_ALERTING_ENABLED: 'false' } });
  await on.openStatus('editor');
  expect(screen.getByText('Grafana Alerting is disabled on this server')).toBeVisible();
  expect(screen.getByText(/has to set enabled = true in the \[unified_alerting\] section/)).toBeVisible();
  expect(on.world.asked).toEqual([]);
});

test('where alerting is off for the organization, the way to have it is named, not “try again”', async () => {
  on = stage({ env: { GF_UNIFIED_ALERTING_DISABLED_ORGS: '1' } });
  await on.openStatus('editor');
  await on.pass(120);
  expect(screen.getByText(NOT_HERE)).toBeVisible();
  expect(screen.getByText(/has to remove this organization from disabled_orgs/)).toBeVisible();
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();
});

test('an organization that was made a moment ago is waited for', async () => {
  on = stage({ isNewOrganisation: true });
  await on.openStatus('editor');
  expect(screen.getByText(NOT_HERE)).toBeVisible();
  expect(screen.getByText(/In a new organization it starts within a minute/)).toBeVisible();
  await on.pass(130);
  expect(screen.getByRole('button', { name: CONNECT })).toBeEnabled();
  expect(screen.queryByText(NOT_HERE)).not.toBeInTheDocument();
});

test('where alerts go to external Alertmanagers only, that is said before anything is connected', async () => {
  on = stage();
  on.world.failWith((path) =>
    path === '/api/v1/ngalert'
      ? Response.json({ alertmanagersChoice: 'external', numExternalAlertmanagers: 1 })
      : undefined
  );
  await on.openStatus('editor');
  await on.settle();
  expect(screen.getByText('Alerts do not reach the contact points of this Grafana')).toBeVisible();
  expect(screen.getByText(/neither alerts nor heartbeats leave through its contact points/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Alertmanager settings' })).toHaveAttribute('href', '/alerting/admin');
  expect(screen.getByRole('button', { name: CONNECT })).toBeEnabled();
});
