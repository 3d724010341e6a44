/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../../status/testing/stage';
import { rememberReplicas } from '../../ui/reading/rememberedReplicas';
import { openWizard } from '../testing/openWizard';
import { unfold } from '../testing/unfold';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  window.localStorage.clear();
});
afterEach(() => on.end());

/** The value of a figure in the table of what the timing leads to. */
const figure = (name: RegExp) => screen.getByRole('row', { name }).textContent?.replaceAll('\u00a0', ' ');

test('where replicas are known of, the timing is reckoned with them before anything is read anew', async () => {
  rememberReplicas({ proof: 'history', seenAt: Date.now(), count: 2 });
  on = stage({ replicas: 2 });
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'heartbeat');
  await unfold('Advanced');
  expect(
    screen.getByText(/^Calculated for 2 replicas: when the one that sends stops, the next one takes over/)
  ).toBeVisible();
  expect(screen.getByRole('img', { name: /a heartbeat every/ })).toHaveAccessibleName(
    /a heartbeat every 2.min to 2.min.20.s/
  );
  expect(figure(/^Time between heartbeats/)).toMatch(/2 min to 2 min 20 s$/);
  expect(figure(/^Retries in 5 min on failure/)).toMatch(/320$/);
  expect(figure(/^Left of IRM’s 300/)).toMatch(/0$/);
});

test('with one replica nothing is said of others', async () => {
  on = stage();
  const { id } = await on.connect('Production');
  await openWizard(on, id, 'heartbeat');
  await unfold('Advanced');
  expect(screen.queryByText(/replicas/)).not.toBeInTheDocument();
  expect(figure(/^Retries in 5 min on failure/)).toMatch(/300$/);
});
