/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen, within } from '@testing-library/react';
import { buttonToGoOn } from '../../../tests/support/buttonToGoOn';
import { stage } from '../testing/stage';

const NOTICE = 'An empty folder is left';

let on: ReturnType<typeof stage>;
beforeEach(async () => {
  on = stage();
  const folder = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
  expect(await on.world.call('admin', 'POST', '/api/folders', folder)).toBe(200);
});
afterEach(() => on.end());

const folderThere = async () => (await on.world.call('admin', 'GET', '/api/folders/irm-heartbeats')) === 200;

async function open(login: 'editor' | 'viewer' = 'editor') {
  const view = await on.openStatus(login);
  const start = async () => {
    await on.press(screen.getByRole('button', { name: 'Delete folder' }));
    return screen.getByRole('dialog', { name: 'Delete empty folder' });
  };
  return { ...view, start };
}

test('a folder that was left behind is offered for removal, and goes', async () => {
  const { start, toasts } = await open();
  expect(screen.getByText(NOTICE)).toBeVisible();
  const dialog = await start();
  expect(within(dialog).getByRole('list', { name: 'Changes' })).toHaveTextContent('DeleteFolderIRM heartbeats');
  await on.press(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
  expect(toasts).toEqual(['Folder deleted']);
  expect(await screen.findByRole('group', { name: 'Folder deleted' })).toHaveFocus();
  expect(await folderThere()).toBe(false);

  await on.press(screen.getByRole('button', { name: 'Undo' }));
  await on.press(within(screen.getByRole('dialog', { name: 'Undo' })).getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('group', { name: 'Undone' })).toHaveFocus();
  expect(await folderThere()).toBe(true);
});

const isDeletion = (method: string) => method === 'DELETE';

test('a deletion that cannot be looked at is told and gone on with, though the folder is no longer there', async () => {
  const { start, toasts } = await open();
  const dialog = await start();
  let toFail = 0;
  on.world.failWith((path, { method }) => {
    toFail = isDeletion(method) ? 1 : toFail;
    return path.endsWith('/contact-points') && toFail-- > 0 ? new Response('', { status: 504 }) : undefined;
  });
  await on.press(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(within(dialog).getByText('May have been done')).toBeVisible();
  expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
  expect(toasts).toEqual([]);
  on.world.failWith();
  await on.press(buttonToGoOn());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(await screen.findByRole('group', { name: 'Folder deleted' })).toHaveFocus();
});

test('a deletion that somebody else is in the way of is planned anew', async () => {
  const { start } = await open();
  await start();
  on.world.failWith((_, { method }) =>
    isDeletion(method) ? Response.json({ message: 'precondition failed' }, { status: 412 }) : undefined
  );
  const dialog = screen.getByRole('dialog');
  await on.press(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(within(dialog).getByText('Changed by someone else')).toBeVisible();
  on.world.failWith();
  await on.pass(1);
  await on.press(within(dialog).getByRole('button', { name: 'Make a new plan' }));
  await on.settle();
  await on.press(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('group', { name: 'Folder deleted' })).toHaveFocus();
  expect(await folderThere()).toBe(false);
});

test('a folder that stays after all is offered again, with the reason why it stays', async () => {
  const { start } = await open();
  const dialog = await start();
  on.world.failWith((_, { method }) => (isDeletion(method) ? new Response('', { status: 403 }) : undefined));
  await on.press(within(dialog).getByRole('button', { name: 'Delete' }));
  on.world.failWith();
  expect(screen.getByRole('list', { name: 'What remains' })).toHaveTextContent(
    'Folder: IRM heartbeats. You cannot delete it. An Admin can do so in Grafana.'
  );
  expect(screen.getByText(NOTICE)).toBeVisible();
  expect(await folderThere()).toBe(true);
});

test('a folder that holds something else stays, and the dialog says why', async () => {
  const child = { uid: 'boards', title: 'Boards', parentUid: 'irm-heartbeats' };
  expect(await on.world.call('admin', 'POST', '/api/folders', child)).toBe(200);
  const { start } = await open();
  const dialog = await start();
  expect(within(dialog).getByText(/^The folder stays: it also contains/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Delete' })).toBeDisabled();
  expect(await folderThere()).toBe(true);
});

test('a folder whose content cannot be read is an error with a retry, and no plan', async () => {
  on.world.failWith((path) =>
    path.endsWith('/counts') ? Response.json({ message: 'database is locked' }, { status: 500 }) : undefined
  );
  const { start } = await open();
  const dialog = await start();
  expect(within(dialog).getByText(/Too many writes at once/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Delete' })).toBeDisabled();
  on.world.failWith();
  await on.press(within(dialog).getByRole('button', { name: 'Try again' }));
  expect(within(dialog).getByRole('button', { name: 'Delete' })).toBeEnabled();
});

test('a folder with the rule of a heartbeat is not called empty', async () => {
  await on.connect('Production');
  await open();
  expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
});

test('rules that cannot be read do not make the folder empty', async () => {
  on.world.failWith((path) => (path.includes('/ruler/') ? Response.json({}, { status: 500 }) : undefined));
  await open();
  expect(screen.queryByText(NOTICE)).not.toBeInTheDocument();
});

test('a viewer is told which right is missing, instead of a click that does nothing', async () => {
  const { start } = await open('viewer');
  const dialog = await start();
  expect(within(dialog).getByText('folders:delete')).toBeInTheDocument();
  expect(within(dialog).getByRole('button', { name: 'Delete' })).toBeDisabled();
});
