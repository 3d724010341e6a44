/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  await on.world.withIrmApi();
  connection = await on.connect('Production', { interval: 60 });
  await on.pass(30);
});
afterEach(() => on.end());

async function held() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return { grafana, rule: read.ok ? connectionsOf(read.value)[0]?.rule : undefined };
}

const dialog = () => screen.getByRole('dialog', { name: 'Fire drill' });
const pauseButton = () => within(dialog()).getByRole('button', { name: 'Pause the heartbeat now' });

/** Goes through both questions, up to the button that pauses. */
async function prepare() {
  const view = await openDetail(on, connection.id);
  await view.choose('Fire drill');
  await view.press('Continue', dialog());
  await on.press(within(dialog()).getByRole('checkbox', { name: /Whoever is on call knows/ }));
  return view;
}

test('a drill whose pause nobody confirmed, and which the next look shows, has begun', async () => {
  const { press } = await prepare();
  let isLost = false;
  on.world.failWith((path, { method, answer }) => {
    if (method === 'GET') {
      return isLost && path.includes('/ruler/') ? new Response('', { status: 504 }) : undefined;
    }
    isLost = true;
    return answer().then(() => new Response('', { status: 504 }));
  });
  await press('Pause the heartbeat now', dialog());
  expect(within(dialog()).getByText('May have been done')).toBeVisible();
  expect(pauseButton()).toBeEnabled();
  on.world.failWith();
  await on.pass(15);
  expect((await held()).rule).toMatchObject({ isPaused: true });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText(/IRM should raise its alert between/)).toBeVisible();
});

test('whoever asks for a drill is told that somebody else has paused the heartbeat meanwhile', async () => {
  await prepare();
  const { grafana, rule } = await held();
  if (rule) {
    await grafana.writeRule({ ...rule, isPaused: true }, rule);
  }
  await on.pass(15);
  expect(pauseButton()).toBeDisabled();
  expect(within(dialog()).getByText('The heartbeat is paused. Resume it first.')).toBeVisible();
});
