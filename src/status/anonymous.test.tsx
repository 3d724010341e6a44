/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from './testing/stage';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage({ env: { GF_AUTH_ANONYMOUS_ENABLED: 'true' } });
});
afterEach(() => on.end());

test('somebody without an account sees the heartbeats of a Grafana that lets everybody look, and is offered no change', async () => {
  const { id } = await on.connect('Production');
  await on.pass(30);
  await on.openStatus('anonymous', `/a/irmconnect-setup-app/status/${id}`);
  await on.pass(20);
  expect(screen.getAllByText('Up')[0]).toBeVisible();
  expect(screen.queryByText('You are signed out')).not.toBeInTheDocument();
  for (const name of ['Pause', 'Send heartbeat', 'Send test alert']) {
    expect(screen.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
  }
});
