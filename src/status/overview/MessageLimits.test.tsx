/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { stage } from '../testing/stage';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

async function beatEvery(seconds: number, ...names: string[]) {
  const { grafana } = await on.world.signIn('admin');
  for (const name of names) {
    const { rule } = await on.connect(name);
    if (rule) {
      await grafana.writeRule({ ...rule, repeatInterval: seconds }, rule);
    }
  }
}

test('the list says nothing of limits while heartbeats use less than half of them', async () => {
  await beatEvery(2, 'One', 'Two');
  await on.openStatus('viewer');
  expect(screen.queryByText(/messages that IRM accepts/)).not.toBeInTheDocument();
});

test('the list warns where heartbeats use half of what IRM accepts, and says when they use it up', async () => {
  await beatEvery(2, 'One', 'Two', 'Three');
  await on.openStatus('viewer');
  expect(screen.getByText('Heartbeats use 450 of the 900 messages that IRM accepts in 5 minutes')).toBeVisible();
  expect(screen.getByText(/This is what 3 heartbeats send to/)).toBeVisible();
});

test('a limit that is used up is told as what it does: alerts are refused', async () => {
  await beatEvery(1, 'One', 'Two', 'Three');
  await on.openStatus('viewer');
  expect(
    screen.getByText('Heartbeats use all 900 messages that IRM accepts in 5 minutes: alerts are refused')
  ).toBeVisible();
});
