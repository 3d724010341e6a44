/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { buttonToGoOn } from '../../../../tests/support/buttonToGoOn';
import { stage } from '../../testing/stage';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { maskUrl } from '../../../connection/endpoint/mask';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  connection = await on.connect('Production');
  await on.pass(30);
});
afterEach(() => on.end());

async function held() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  return { grafana, connections: connectionsOf(read.value) };
}
const rule = async () => (await held()).connections[0]?.rule;

const refused = (status: number, message: string) => () => Response.json({ message }, { status });
const BUSY = refused(500, 'database is locked');

/** Writes are answered in the place of Grafana; of those that are meant, if not all are. */
const failWrites = (answer: () => Response, isMeant: (method: string, path: string) => boolean = () => true) =>
  on.world.failWith((path, { method }) => (method !== 'GET' && isMeant(method, path) ? answer() : undefined));

const dialog = () => screen.getByRole('dialog');
const button = (name: string) => within(dialog()).queryByRole('button', { name });

/** Pauses or deletes, and opens the way back. */
async function undo(action: 'Pause' | 'Delete', title: string) {
  const page = await openDetail(on, connection.id);
  await (await page.start(action, title)).apply(action);
  await page.press('Undo');
  await screen.findByRole('dialog', { name: 'Undo' });
  return page;
}

test('an undo that broke off is finished by its own button, and is not undone itself', async () => {
  const { press } = await undo('Pause', 'Pause heartbeat');
  // It was carried out, and nobody could tell.
  let wrote = false;
  on.world.failWith((_, { method, answer }) => {
    if (method === 'GET') {
      return wrote ? new Response('', { status: 504 }) : undefined;
    }
    wrote = true;
    return answer().then(() => new Response('', { status: 504 }));
  });
  await press('Undo', dialog());
  on.world.failWith();
  expect(within(dialog()).getByText('May have been done')).toBeVisible();
  expect(button('Undo what was done')).not.toBeInTheDocument();
  expect(within(dialog()).getByText(/^Press "Undo" again to finish/)).toBeVisible();
  await press('Undo', dialog());
  expect(screen.getByRole('group', { name: 'Undone' })).toBeVisible();
  expect(await rule()).toMatchObject({ isPaused: false });
});

test('an undo that something kept out goes on with the same button', async () => {
  const { press } = await undo('Delete', 'Delete connection');
  failWrites(refused(409, 'conflict'), (_, path) => path.includes('/ruler/'));
  await press('Undo', dialog());
  await on.pass(12);
  on.world.failWith();
  expect(within(dialog()).getByText('Changed by someone else')).toBeVisible();
  expect(within(dialog()).queryByText(/Review the new changes/)).not.toBeInTheDocument();
  expect(button('Undo')).toBeEnabled();
  await press('Undo', dialog());
  expect((await held()).connections).toMatchObject([{ id: connection.id, stage: 'complete' }]);
  expect(screen.getByRole('group', { name: 'Undone' })).toBeVisible();
});

test('an undo that what somebody else changed is in the way of says what to do instead', async () => {
  const { press } = await undo('Pause', 'Pause heartbeat');
  const { grafana } = await held();
  const paused = await rule();
  if (paused) {
    await grafana.writeRule({ ...paused, repeatInterval: 60 }, paused);
  }
  await press('Undo', dialog());
  expect(within(dialog()).getByText('Changed by someone else')).toBeVisible();
  expect(within(dialog()).getByText(/cannot be undone here/)).toBeVisible();
  expect(within(dialog()).queryByText(/Review the new changes/)).not.toBeInTheDocument();
  expect(await rule()).toMatchObject({ isPaused: true, repeatInterval: 60 });
});

test('a way back that broke off is gone on with, and the way there is not offered as the way back', async () => {
  const page = await openDetail(on, connection.id);
  const { apply } = await page.start('Delete', 'Delete connection');
  const alerts = `/${connection.alertContactPoint?.uid}`;
  failWrites(BUSY, (method, path) => method === 'DELETE' && path.endsWith(alerts));
  await apply('Delete');
  failWrites(BUSY, (_, path) => path.includes('/ruler/'));
  await page.press('Undo what was done', dialog());
  await on.pass(12);
  expect((await held()).connections[0]?.rule).toBeUndefined();
  expect(buttonToGoOn()).toBe(button('Undo what was done'));
  on.world.failWith();
  await page.press('Undo what was done', dialog());
  expect(screen.getByRole('group', { name: 'Undone' })).toBeVisible();
  expect((await held()).connections).toMatchObject([{ id: connection.id, stage: 'complete' }]);
});

test('a new plan is made of what Grafana holds once it can be read again', async () => {
  const { start, press } = await openDetail(on, connection.id);
  const { apply } = await start('Pause', 'Pause heartbeat');
  const { grafana } = await held();
  if (connection.rule) {
    await grafana.writeRule({ ...connection.rule, repeatInterval: 60 }, connection.rule);
  }
  on.world.failWith((path) => (path.includes('/ruler/') ? undefined : new Response('', { status: 502 })));
  await apply('Pause');
  expect(within(dialog()).getByText('Changed by someone else')).toBeVisible();

  await press('Make a new plan', dialog());
  expect(within(dialog()).getByText('Grafana cannot be reached')).toBeVisible();
  on.world.failWith();
  await on.pass(1);
  await press('Make a new plan', dialog());
  await press('Pause', dialog());
  expect(screen.getByRole('group', { name: 'Heartbeat paused' })).toBeVisible();
  expect(await rule()).toMatchObject({ repeatInterval: 60, isPaused: true });
});

test('whoever saved over what somebody else saved in the same moment is told so', async () => {
  const { start, press } = await openDetail(on, connection.id);
  const { apply } = await start('Pause', 'Pause heartbeat');
  const { grafana } = await held();
  const before = await rule();
  let isFirst = true;
  on.world.failWith((_, { method, answer }) => {
    if (method === 'GET' || !isFirst || !before) {
      return undefined;
    }
    isFirst = false;
    return grafana.writeRule({ ...before, repeatInterval: 60 }, before).then(answer);
  });
  await apply('Pause');
  expect(await rule()).toMatchObject({ isPaused: true, repeatInterval: before?.repeatInterval });
  expect(within(dialog()).getByText("Saved over someone else's change of the same moment")).toBeVisible();
  expect(within(dialog()).queryByText(/Nothing was overwritten/)).not.toBeInTheDocument();
  expect(within(dialog()).getByText('May have been done')).toBeVisible();
  await on.pass(1);
  await press('Make a new plan', dialog());
  expect(within(dialog()).getByText('There is nothing to change.')).toBeVisible();
});

const refuseFirstWrite = () => {
  let isFirst = true;
  on.world.failWith((_, { method }) => {
    const isRefused = method !== 'GET' && isFirst;
    isFirst = isFirst && !isRefused;
    return isRefused ? Response.json({ message: 'not found' }, { status: 404 }) : undefined;
  });
};

test('a new plan keeps the names that were typed, and takes up those that others changed meanwhile', async () => {
  const { start, press, user } = await openDetail(on, connection.id, 'admin');
  const { apply } = await start('Rename', 'Rename');
  const field = () => screen.getByLabelText('Contact point for the heartbeat');
  await user.clear(field());
  await user.type(field(), 'Beats');
  const { grafana } = await held();
  const alerts = connection.alertContactPoint;
  if (alerts) {
    await grafana.updateIntegration({ ...alerts, name: 'Alerts' }, alerts);
  }
  const before = await rule();
  if (before) {
    await grafana.writeRule({ ...before, repeatInterval: 60 }, before);
  }
  await apply('Rename');
  await on.pass(1);
  await press('Make a new plan', dialog());
  expect(field()).toHaveValue('Beats');
  expect(screen.getByLabelText('Contact point for alerts')).toHaveValue('Alerts');
  expect(dialog()).toContainElement(document.activeElement as HTMLElement);
  await press('Rename', dialog());
  expect((await held()).connections).toMatchObject([
    { alertContactPoint: { name: 'Alerts' }, heartbeatContactPoint: { name: 'Beats' } },
  ]);
});

test('a new plan keeps the endpoint that was pasted', async () => {
  const { endpoint } = on.world.newIntegration('Fresh');
  const { start, press, user } = await openDetail(on, connection.id, 'admin');
  const { apply } = await start('Change endpoint', 'Change endpoint');
  await user.click(screen.getByLabelText(/^New HTTP endpoint/));
  await user.paste(endpoint);
  refuseFirstWrite();
  await apply('Change');
  await on.pass(15);
  await press('Make a new plan', dialog());
  expect(screen.getByLabelText(/^New HTTP endpoint/)).toHaveValue(maskUrl(endpoint));
  await press('Change', dialog());
  expect(screen.getByRole('group', { name: 'Endpoint changed' })).toBeVisible();
});

test('what was typed into a dialog that was cancelled is not there when it is opened again', async () => {
  const { start, press, user } = await openDetail(on, connection.id, 'admin');
  await start('Rename', 'Rename');
  await user.type(screen.getByLabelText('Contact point for the heartbeat'), ' too');
  await press('Cancel', dialog());
  await on.pass(1);
  await start('Rename', 'Rename');
  expect(screen.getByLabelText('Contact point for the heartbeat')).toHaveValue('IRM Production heartbeat');
});
