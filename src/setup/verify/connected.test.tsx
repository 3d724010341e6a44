/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { openWizard } from '../testing/openWizard';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  on = stage();
});
afterEach(() => on.end());

test('the first heartbeat makes it connected, every step done, and alerts to route the one next thing', async () => {
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'verify');
  expect(screen.queryByText(/^Connected/)).not.toBeInTheDocument();
  expect(screen.getByText('No test alert was accepted yet')).toBeVisible();
  await on.pass(30);
  expect(screen.getByText('Connected.')).toBeVisible();
  expect(screen.getByRole('button', { name: /Verify +\(done\)/ })).toBeVisible();
  expect(screen.getByText('No alerts routed yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Route alerts' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/route?connection=${id}`
  );
  expect(screen.getByRole('link', { name: 'View connection' })).toHaveAttribute(
    'href',
    `/a/irmconnect-setup-app/status/${id}`
  );
});

test('whoever adds the heartbeat is told how soon the first one came', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  await openWizard(on, id, 'heartbeat');
  await on.press(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(screen.getByRole('heading', { name: 'Verify' })).toHaveFocus();
  await on.pass(30);
  expect(screen.getByText(/^Connected\. First heartbeat after \d+\Ws\.$/)).toBeVisible();
});

test('so is whoever has a browser so slow that the first one came before there was anything to watch', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  const { unmount } = await openWizard(on, id, 'heartbeat');
  await on.press(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(screen.getByRole('heading', { name: 'Verify' })).toHaveFocus();
  unmount();
  await on.pass(30);
  await openWizard(on, id, 'verify');
  expect(screen.getByText(/^Connected\. First heartbeat after \d+\Ws\.$/)).toBeVisible();
});

test('whoever comes back long after the first heartbeat is not told that it took so long', async () => {
  const { id } = await on.connect('Production', { withHeartbeat: false });
  const { unmount } = await openWizard(on, id, 'heartbeat');
  await on.press(screen.getByRole('button', { name: 'Add heartbeat' }));
  expect(screen.getByRole('heading', { name: 'Verify' })).toHaveFocus();
  unmount();
  await on.pass(300);
  await openWizard(on, id, 'verify');
  await on.pass(15);
  expect(screen.getByText('Connected.')).toBeVisible();
});
