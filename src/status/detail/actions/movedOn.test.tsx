/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { stage } from '../../testing/stage';
import { connectionId, endpointOfUrl } from '../../../connection/endpoint/identity';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { connectionPath, connectionsPath } from '../../../ui/pagePaths';
import { openDetail } from '../testing/openDetail';

let on: ReturnType<typeof stage>;
let connection: Connection;
let fresh: string;
let newPath: string;
beforeEach(async () => {
  on = stage();
  connection = await on.connect('Production');
  fresh = on.world.newIntegration('Fresh').endpoint;
  const endpoint = endpointOfUrl(fresh)?.endpoint;
  newPath = endpoint ? connectionPath(connectionId(endpoint)) : '';
  await on.pass(30);
});
afterEach(() => on.end());

const LOST = () => new Response('', { status: 504 });
const dialog = () => screen.getByRole('dialog');
const group = (name: string) => screen.getByRole('group', { name });
const PARTLY = 'Done, but something remains';

async function held() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return read.ok ? connectionsOf(read.value) : [];
}

/** Opens the dialog and pastes the new endpoint. */
async function paste() {
  const view = await openDetail(on, connection.id, 'admin');
  const opened = await view.start('Change endpoint', 'Change endpoint');
  await view.user.click(opened.dialog.getByLabelText(/^New HTTP endpoint/));
  await view.user.paste(fresh);
  return { ...view, ...opened };
}

/** It is carried out whole; what is read of the rules right after shows none, so that it is told as failed. */
async function changeUnseen() {
  const view = await paste();
  let unseen = 0;
  on.world.failWith((path, { method }) => {
    if (method !== 'GET') {
      unseen = path.includes('/ruler/') ? 3 : unseen;
      return undefined;
    }
    return path.includes('/ruler/') && unseen > 0 ? (unseen--, Response.json({})) : undefined;
  });
  await view.apply('Change');
  on.world.failWith();
  expect(within(dialog()).getByText('Changed by someone else')).toBeVisible();
  return view;
}

/** The rule cannot be written; all contact points send to the new endpoint by then. */
async function changeWithoutRule() {
  const view = await paste();
  on.world.failWith((path, { method }) =>
    method !== 'GET' && path.includes('/ruler/') ? Response.json({ message: 'conflict' }, { status: 409 }) : undefined
  );
  await view.apply('Change');
  await on.pass(12);
  on.world.failWith();
  return view;
}

test.each(['Make a new plan', 'Cancel', 'Close'])(
  'an endpoint that was changed, and told as not, is followed to its page by "%s"',
  async (name) => {
    const { press, address, toasts } = await changeUnseen();
    await on.pass(15);
    await press(name, dialog());
    await on.pass(1);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(address()).toBe(newPath);
    expect(screen.getByRole('heading', { name: 'Checks' })).toBeVisible();
    expect(group('Endpoint changed')).toHaveTextContent(/Reset its heartbeat in IRM/);
    expect(group('Endpoint changed')).toHaveFocus();
    expect(toasts).toEqual(['Endpoint changed']);

    await press('Undo');
    await press('Undo', screen.getByRole('dialog', { name: 'Undo' }));
    expect(address()).toBe(connectionPath(connection.id));
    expect(await held()).toMatchObject([{ id: connection.id, stage: 'complete' }]);
  }
);

test('a change whose last answer was lost is followed once Grafana can be read again', async () => {
  const { press, apply, address, toasts } = await paste();
  let isLost = false;
  on.world.failWith((path, { method, answer }) => {
    if (method === 'GET') {
      return isLost ? LOST() : undefined;
    }
    isLost = path.includes('/ruler/');
    return isLost ? answer().then(LOST) : undefined;
  });
  await apply('Change');
  expect(within(dialog()).getByText('May have been done')).toBeVisible();
  await press('Cancel', dialog());
  expect(address()).toBe(connectionPath(connection.id));
  expect(toasts).toEqual([]);
  on.world.failWith();
  await on.pass(60);
  expect(address()).toBe(newPath);
  expect(group('Endpoint changed')).toHaveFocus();
  expect(toasts).toEqual(['Endpoint changed']);
});

test('a change that left the rule behind is followed, not called done, and finished from its page', async () => {
  const { press, address, toasts } = await changeWithoutRule();
  await press('Cancel', dialog());
  await on.pass(1);
  expect(address()).toBe(newPath);
  expect(toasts).toEqual([PARTLY]);
  expect(group(PARTLY)).toHaveFocus();
  expect(group(PARTLY)).toHaveTextContent(/Not done yetAlert rule: IRM Production heartbeat/);
  expect(group(PARTLY)).toHaveTextContent(/Reset its heartbeat in IRM/);
  expect(within(group(PARTLY)).queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();

  await press('Repair the connection', group(PARTLY));
  await press('Repair', screen.getByRole('dialog', { name: 'Repair connection' }));
  expect(group('Connection repaired')).toBeVisible();
  expect(screen.queryByRole('group', { name: PARTLY })).not.toBeInTheDocument();
  expect(await held()).toMatchObject([{ rule: { labels: { irm_connection: newPath.split('/').at(-1) } } }]);
});

test('of a rule that the page does not see either, nobody says whether it was changed until it shows', async () => {
  const { press, address, toasts } = await changeUnseen();
  await press('Cancel', dialog());
  await on.pass(1);
  expect(address()).toBe(newPath);
  expect(group(PARTLY)).toHaveTextContent(/May have been doneAlert rule: IRM Production heartbeat/);
  expect(within(group(PARTLY)).queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();

  await on.pass(15);
  expect(group('Endpoint changed')).toHaveTextContent(/Reset its heartbeat in IRM/);
  expect(group('Endpoint changed')).not.toHaveTextContent(/May have been done|Repair/);
  expect(within(group('Endpoint changed')).getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(toasts).toEqual([PARTLY]);

  // What happens to its objects from then on is no part of it.
  const { grafana } = await on.world.signIn('admin');
  const [{ rule } = {}] = await held();
  if (rule) {
    await grafana.writeRule({ ...rule, isPaused: true }, rule);
  }
  await on.pass(15);
  expect(group('Endpoint changed')).not.toHaveTextContent(/Not done yet/);
});

test('of a rule that cannot be read nobody says whether it was changed', async () => {
  const { press, address } = await changeWithoutRule();
  on.world.failWith((path) => (path.includes('/ruler/') ? new Response('', { status: 502 }) : undefined));
  await on.pass(15);
  await press('Cancel', dialog());
  await on.pass(1);
  expect(address()).toBe(newPath);
  expect(group(PARTLY)).toHaveTextContent(/May have been doneAlert rule: IRM Production heartbeat/);
});

test('a stop after all contact points were moved leads to their new page, with what remains', async () => {
  const { press, apply, address, toasts } = await paste();
  let writes = 0;
  const release = on.world.holdBack((method) => method === 'PUT' && ++writes === 2);
  await apply('Change');
  await press('Stop', dialog());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(address()).toBe(connectionPath(connection.id));
  release();
  await on.settle();
  await on.pass(2);
  expect(address()).toBe(newPath);
  expect(toasts).toEqual([PARTLY]);
  expect(group(PARTLY)).toHaveTextContent(/Not done yetAlert rule: IRM Production heartbeat/);
  expect(screen.queryByText('Connection not found')).not.toBeInTheDocument();
});

test('a stop after the first contact point says on the old page what remains there, and how to go on', async () => {
  const { press, apply, address, toasts, user } = await paste();
  const release = on.world.holdBack((method) => method === 'PUT');
  await apply('Change');
  await press('Stop', dialog());
  expect(screen.queryByRole('group', { name: PARTLY })).not.toBeInTheDocument();
  release();
  await on.settle();
  await on.pass(2);
  expect(address()).toBe(connectionPath(connection.id));
  expect(toasts).toEqual([PARTLY]);
  expect(group(PARTLY)).toHaveTextContent(/Contact point for the heartbeat: IRM Production heartbeat/);
  // It still beats for the old integration.
  expect(group(PARTLY)).not.toHaveTextContent(/Reset its heartbeat in IRM/);

  await press('Change endpoint', group(PARTLY));
  await user.click(screen.getByLabelText(/^New HTTP endpoint/));
  await user.paste(fresh);
  await press('Change', dialog());
  expect(address()).toBe(newPath);
  expect(group('Endpoint changed')).toBeVisible();
  expect(await held()).toMatchObject([{ stage: 'complete' }]);
});

test('a change of which nothing was done says nothing once its dialog is closed', async () => {
  const { press, apply, address, toasts } = await paste();
  on.world.failWith((_, { method }) =>
    method === 'GET' ? undefined : Response.json({ message: 'conflict' }, { status: 409 })
  );
  await apply('Change');
  await on.pass(12);
  on.world.failWith();
  await press('Cancel', dialog());
  await on.pass(15);
  expect(address()).toBe(connectionPath(connection.id));
  expect(toasts).toEqual([]);
});

test('a way back that is stopped half way is not called a change that remains to be done', async () => {
  const { press, address, toasts } = await changeWithoutRule();
  const release = on.world.holdBack((method) => method === 'PUT');
  await press('Undo what was done', dialog());
  await press('Stop', dialog());
  release();
  await on.settle();
  await on.pass(2);
  expect(address()).toBe(connectionPath(connection.id));
  expect(toasts).toEqual([]);
});

test('the way back to the old endpoint that was carried out, and told as failed, is followed, too', async () => {
  const { press, apply, address, toasts } = await paste();
  await apply('Change');
  await press('Undo');
  let writes = 0;
  on.world.failWith((_, { method, answer }) => {
    if (method === 'GET') {
      return writes === 3 ? LOST() : undefined;
    }
    writes += 1;
    return writes === 3 ? answer().then(LOST) : undefined;
  });
  await press('Undo', dialog());
  expect(within(dialog()).getByText('May have been done')).toBeVisible();
  on.world.failWith();
  await on.pass(60);
  await press('Cancel', dialog());
  await on.pass(1);
  expect(address()).toBe(connectionPath(connection.id));
  expect(group('Undone')).toHaveFocus();
  expect(toasts).toEqual(['Endpoint changed', 'Undone']);
});

test('a deletion that was carried out, and told as not, is told once its dialog is closed', async () => {
  const { press, start, address, toasts } = await openDetail(on, connection.id);
  const { apply } = await start('Delete', 'Delete connection');
  let isLost = false;
  on.world.failWith((path, { method, answer }) => {
    if (method === 'DELETE' && path.endsWith(`/${connection.alertContactPoint?.uid}`)) {
      isLost = true;
      return answer().then(LOST);
    }
    return isLost && !path.includes('/ruler/') ? LOST() : undefined;
  });
  await apply('Delete');
  expect(within(dialog()).getByText('May have been done')).toBeVisible();
  on.world.failWith();
  await on.pass(60);
  await press('Cancel', dialog());
  await on.pass(1);
  expect(address()).toBe(connectionsPath());
  expect(group('Connection deleted')).toHaveTextContent(/Reset the heartbeat there/);
  expect(group('Connection deleted')).toHaveFocus();
  expect(toasts).toEqual(['Connection deleted']);
});

test('a connection that somebody else deleted while a plan for it failed is said to be gone', async () => {
  const { press, start, toasts } = await openDetail(on, connection.id);
  const { apply } = await start('Pause', 'Pause heartbeat');
  on.world.failWith((_, { method }) => (method === 'GET' ? undefined : new Response('', { status: 500 })));
  await apply('Pause');
  on.world.failWith();
  const { grafana } = await on.world.signIn('admin');
  if (connection.rule?.uid !== undefined) {
    await grafana.deleteRule(connection.rule.uid);
  }
  for (const one of [connection.heartbeatContactPoint, connection.alertContactPoint]) {
    await grafana.deleteIntegration(one?.uid ?? '');
  }
  await on.pass(60);
  await press('Cancel', dialog());
  await on.pass(1);
  expect(group('Connection not found')).toHaveFocus();
  expect(toasts).toEqual([]);
});
