/** @jest-environment jest-fixed-jsdom */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { openSetup } from '../testing/openSetup';

const CONNECT = 'Connect an integration';
const NOT_HERE = 'Grafana Alerting is not running in this organization';

let on: ReturnType<typeof stage>;
afterEach(() => on.end());

async function openStart(login: 'admin' | 'editor' = 'editor') {
  openSetup(await on.world.signIn(login));
  await on.settle();
}

test('where the server has no alerting, both pages say so before anything else, and what to change', async () => {
  on = stage({ env: { GF_UNIFIED_ALERTING_ENABLED: 'false' } });
  await openStart();
  expect(screen.getByText('Grafana Alerting is disabled on this server')).toBeVisible();
  expect(screen.getByText(/has to set enabled = true in the \[unified_alerting\] section/)).toBeVisible();
  expect(screen.queryByRole('button', { name: CONNECT })).not.toBeInTheDocument();

  await on.openStatus('viewer');
  expect(screen.getAllByText('Grafana Alerting is disabled on this server')).toHaveLength(2);
  expect(on.world.asked).toEqual([]);
});

test('where alerting is off for the organization, the way to have it is named, not “try again”', async () => {
  on = stage({ env: { GF_UNIFIED_ALERTING_DISABLED_ORGS: '1' } });
  await openStart();
  await on.pass(120);
  expect(screen.getByText(NOT_HERE)).toBeVisible();
  expect(screen.getByText(/has to remove this organization from disabled_orgs/)).toBeVisible();
  expect(screen.queryByRole('button', { name: CONNECT })).not.toBeInTheDocument();
  expect(screen.queryByText('Grafana cannot be reached')).not.toBeInTheDocument();
});

test('an organization that was made a moment ago is waited for', async () => {
  on = stage({ isNewOrganisation: true });
  await openStart();
  expect(screen.getByText(NOT_HERE)).toBeVisible();
  expect(screen.getByText(/In a new organization it starts within a minute/)).toBeVisible();
  await on.pass(130);
  expect(screen.getByRole('button', { name: CONNECT })).toBeEnabled();
  expect(screen.queryByText(NOT_HERE)).not.toBeInTheDocument();
});

test('where alerts go to external Alertmanagers only, that is said before the first step', async () => {
  on = stage();
  on.world.failWith((path) =>
    path === '/api/v1/ngalert'
      ? Response.json({ alertmanagersChoice: 'external', numExternalAlertmanagers: 1 })
      : undefined
  );
  await openStart();
  await on.settle();
  expect(screen.getByText('Alerts of this Grafana do not reach its contact points')).toBeVisible();
  expect(screen.getByText(/neither alerts nor beats will leave through it/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Alertmanager settings' })).toHaveAttribute('href', '/alerting/admin');
  expect(screen.getByRole('button', { name: CONNECT })).toBeEnabled();
});
