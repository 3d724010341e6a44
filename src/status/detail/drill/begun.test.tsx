/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import type { Integration } from '../../../connection/model';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  await on.world.withIrmApi();
  connection = await on.connect('Production', { interval: 60 });
  await on.connect('Staging', { withHeartbeat: false });
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

/** Somebody saves the rule in the same moment as the next write that is meant: after this page looked, before it writes. */
async function saveInBetween() {
  const { grafana, rule } = await held();
  let isFirst = true;
  on.world.failWith((_, { method, answer }) => {
    if (method === 'GET' || !isFirst || !rule) {
      return undefined;
    }
    isFirst = false;
    return grafana.writeRule({ ...rule, repeatInterval: 60 }, rule).then(answer);
  });
}
const OVERWRITTEN = "Saved over someone else's change of the same moment";

test('a drill whose pause went over what somebody else saved begins, and says so until it is closed', async () => {
  const { press } = await prepare();
  await saveInBetween();
  await press('Pause the heartbeat now', dialog());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText(/IRM should raise its alert between/)).toBeVisible();
  expect(screen.getByText(OVERWRITTEN)).toBeVisible();
  await on.pass(30);
  await press('Resume now');
  await on.pass(60);
  expect(screen.getByText(OVERWRITTEN)).toBeVisible();
  await press('Close');
  expect(screen.queryByText(OVERWRITTEN)).not.toBeInTheDocument();
});

test('a drill whose resume goes over what somebody else saved says so', async () => {
  const { press } = await prepare();
  await press('Pause the heartbeat now', dialog());
  await on.pass(15);
  expect(screen.queryByText(OVERWRITTEN)).not.toBeInTheDocument();
  await saveInBetween();
  await press('Resume now');
  expect((await held()).rule).toMatchObject({ isPaused: false });
  expect(screen.getByText(OVERWRITTEN)).toBeVisible();
  await on.pass(30);
  expect(screen.getByText(OVERWRITTEN)).toBeVisible();
});

/** Grafana's list of contact points lacks those of the connection, as a replica answers that knows of another one alone. */
function loseFromList() {
  on.world.failWith((path, { method, answer }) =>
    method === 'GET' && path === '/api/v1/provisioning/contact-points'
      ? answer().then(async (list) =>
          Response.json(((await list.json()) as Integration[]).filter(({ name }) => !name.includes('Production')))
        )
      : undefined
  );
}

test('a drill whose pause is under way while one look at Grafana lacks the connection begins all the same', async () => {
  const { press } = await prepare();
  const release = on.world.holdBack((method, path) => method === 'POST' && path.includes('/ruler/'));
  await press('Pause the heartbeat now', dialog());
  loseFromList();
  await on.pass(15);
  expect(within(dialog()).getByRole('button', { name: 'In progress...' })).toBeDisabled();
  on.world.failWith();
  release();
  await on.settle();
  await on.pass(2);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText(/IRM should raise its alert between/)).toBeVisible();
});

test('a drill that begins while a look at Grafana lacks the connection is watched once it is there again', async () => {
  const { press } = await prepare();
  loseFromList();
  await press('Pause the heartbeat now', dialog());
  on.world.failWith();
  expect((await held()).rule).toMatchObject({ isPaused: true });
  await on.pass(15);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText(/IRM should raise its alert between/)).toBeVisible();
});

test('what is asked before a drill stays while a look at Grafana lacks the connection', async () => {
  await prepare();
  loseFromList();
  await on.pass(15);
  expect(within(dialog()).getByRole('checkbox')).toBeChecked();
  on.world.failWith();
  await on.pass(15);
  expect(pauseButton()).toBeEnabled();
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
