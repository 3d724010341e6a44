/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../../status/testing/stage';
import SetupPage from '../SetupPage';
import { stepPath } from '../step/paths';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage();
});
afterEach(() => on.end());

const QUESTION = 'Does Prometheus already send heartbeats to this integration?';

/** An administrator chose where alerts go, and connected so many Alertmanagers outside of Grafana. */
function sendAlertsTo(alertmanagersChoice: 'all' | 'internal' | 'external', numExternalAlertmanagers: number) {
  on.world.failWith((path) =>
    path === '/api/v1/ngalert' ? Response.json({ alertmanagersChoice, numExternalAlertmanagers }) : undefined
  );
}

async function openHeartbeatStep() {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  await on.open(
    'editor',
    <Routes>
      <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
    </Routes>,
    stepPath(id, 'heartbeat')
  );
  await on.settle();
  return id;
}

test('beside an external Alertmanager it asks whether a Watchdog beats there already, and changes nothing of it', async () => {
  sendAlertsTo('all', 1);
  await openHeartbeatStep();
  const note = screen.getByRole('status', { name: QUESTION });
  expect(note).toHaveTextContent('This plugin cannot see that and does not change it.');
  expect(note).toHaveTextContent('use a separate integration');
  // It is a question and no obstacle: nobody but the person can know.
  const add = screen.getByRole('button', { name: 'Add heartbeat' });
  expect(add).toBeEnabled();
  const asked = on.world.asked.length;
  await on.press(add);
  const writes = on.world.asked.slice(asked).filter((call) => /^(POST|PUT|DELETE)/.test(call));
  expect(writes.filter((call) => /alertmanagers|admin_config|ngalert/.test(call))).toEqual([]);
});

test('where all alerts go past the contact points, that is said first', async () => {
  sendAlertsTo('external', 2);
  await openHeartbeatStep();
  expect(screen.getByText('Alerts do not reach the contact points of this Grafana')).toBeVisible();
  expect(screen.getByText(QUESTION)).toBeVisible();
});

test('without an external Alertmanager nothing is asked', async () => {
  sendAlertsTo('internal', 0);
  await openHeartbeatStep();
  expect(screen.queryByText(QUESTION)).not.toBeInTheDocument();
});

test('where nobody can tell, nothing is asked either', async () => {
  on.world.failWith((path) => (path === '/api/v1/ngalert' ? Response.json({}, { status: 500 }) : undefined));
  await openHeartbeatStep();
  expect(screen.queryByText(QUESTION)).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Add heartbeat' })).toBeEnabled();
});
