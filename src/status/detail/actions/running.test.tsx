/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { TextLink } from '@grafana/ui';
import { screen, within } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from '../../testing/stage';
import { connectionsOf, type Connection } from '../../../connection/ownership/connections';
import { readGrafana } from '../../../connection/reading/readGrafana';
import { connectionPath } from '../../../ui/pagePaths';
import { StatusPage } from '../../StatusPage';
import { openDetail } from '../testing/openDetail';

const ROOT = '/a/irmconnect-setup-app/status';

let on: ReturnType<typeof stage>;
let connection: Connection;
beforeEach(async () => {
  on = stage();
  connection = await on.connect('Production');
  await on.pass(30);
});
afterEach(() => on.end());

async function held(): Promise<Connection | undefined> {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return read.ok ? connectionsOf(read.value)[0] : undefined;
}

const written = () => on.world.asked.filter((one) => !one.startsWith('GET '));

test('the dialog can be closed while a call hangs; that call ends, and no further step is begun', async () => {
  const { start, press } = await openDetail(on, connection.id);
  const { apply } = await start('Delete', 'Delete connection');
  const release = on.world.holdBack((method) => method === 'DELETE');
  const before = written().length;
  await apply('Delete');
  expect(screen.getByRole('button', { name: 'In progress...' })).toBeDisabled();

  await press('Stop', screen.getByRole('dialog'));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  release();
  await on.settle();
  await on.pass(2);
  expect(written()).toHaveLength(before + 1);
  const left = await held();
  expect(left).toMatchObject({ alertContactPoint: { name: 'IRM Production' } });
  expect(left?.rule).toBeUndefined();
  expect(screen.queryByText('Connection deleted')).not.toBeInTheDocument();
  // What the step under way did is on the page at once.
  expect(screen.getByText('Misconfigured')).toBeVisible();
});

test('a heartbeat that was resumed starts again, and is not down until its first beat', async () => {
  const { start } = await openDetail(on, connection.id);
  await (await start('Pause', 'Pause heartbeat')).apply('Pause');
  await on.pass(900);
  await (await start('Resume the heartbeat', 'Resume heartbeat')).apply('Resume');
  const seen: string[] = [];
  for (let second = 0; second < 40; second += 1) {
    seen.push(['Down', 'Late', 'Starting', 'Up'].filter((state) => screen.queryByText(state)).join());
    await on.pass(1);
  }
  expect([...new Set(seen)]).toEqual(['Starting', 'Up']);
});

test('Escape stops, too', async () => {
  const { start, user } = await openDetail(on, connection.id);
  const { apply } = await start('Delete', 'Delete connection');
  const release = on.world.holdBack((method) => method === 'DELETE');
  const before = written().length;
  await apply('Delete');
  await user.keyboard('{Escape}');
  await on.settle();
  release();
  await on.settle();
  await on.pass(2);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(written()).toHaveLength(before + 1);
});

/** The page of the connection, and a way to leave it as Grafana's menu has. */
async function openWithMenu() {
  const view = await on.open(
    'admin',
    <>
      <TextLink href={ROOT}>Menu: status</TextLink>
      <Routes>
        <Route path={`${ROOT}/*`} element={<StatusPage />} />
      </Routes>
    </>,
    connectionPath(connection.id)
  );
  await screen.findByRole('heading', { name: 'Checks' });
  return view;
}

async function rotate(endpoint: string) {
  const view = await openWithMenu();
  await view.user.click(screen.getByRole('button', { name: 'More' }));
  await on.press(screen.getByRole('menuitem', { name: 'Change endpoint' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Change endpoint' }));
  await view.user.click(dialog.getByLabelText(/^New HTTP endpoint/));
  await view.user.paste(endpoint);
  await on.settle();
  const release = on.world.holdBack((method) => method === 'PUT');
  await on.press(dialog.getByRole('button', { name: 'Change' }));
  expect(screen.getByRole('button', { name: 'In progress...' })).toBeDisabled();
  return { ...view, release };
}

test('leaving the page while a plan runs neither leads back nor shows a notice', async () => {
  const { endpoint } = on.world.newIntegration('Fresh');
  const { address, release, toasts } = await rotate(endpoint);
  await on.press(screen.getByText('Menu: status'));
  expect(address()).toBe(ROOT);
  release();
  await on.settle();
  await on.pass(2);
  expect(address()).toBe(ROOT);
  expect(screen.queryByRole('group', { name: 'Endpoint changed' })).not.toBeInTheDocument();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  // What was begun is finished, and the overview shows it at once.
  expect(await held()).toMatchObject({ alertContactPoint: { url: endpoint } });
  expect(screen.getByRole('heading', { name: 'IRM Production' })).toBeVisible();
  expect(toasts).toEqual(['Changes saved']);
});

test('what fails after the page was left is told where the person is', async () => {
  const { endpoint } = on.world.newIntegration('Fresh');
  const { release, toasts } = await rotate(endpoint);
  await on.press(screen.getByText('Menu: status'));
  on.world.failWith((_, { method }) =>
    method === 'PUT' ? Response.json({ message: 'busy' }, { status: 503 }) : undefined
  );
  release();
  await on.settle();
  await on.pass(2);
  expect(toasts).toEqual(['Not all changes were made. Go back to the page to see what is left.']);
});

test('a plugin that is left altogether while a plan runs tells the outcome at the corner of the page alone', async () => {
  const { endpoint } = on.world.newIntegration('Fresh');
  const { unmount, address, release, toasts } = await rotate(endpoint);
  const complaints = jest.spyOn(console, 'error');
  unmount();
  release();
  await on.settle();
  await on.pass(2);
  expect(address()).toBe(connectionPath(connection.id));
  expect(document.body).not.toHaveTextContent('Endpoint changed');
  expect(toasts).toEqual(['Changes saved']);
  expect(complaints).not.toHaveBeenCalled();
});
