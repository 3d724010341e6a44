/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { stage } from '../../status/testing/stage';
import type { Person } from '../../../tests/support/standIns';
import { connectionWithId } from '../../connection/ownership/connections';
import type { Permissions } from '../../connection/plan/granted';
import { readGrafana } from '../../connection/reading/readGrafana';
import SetupPage from '../SetupPage';
import { stepPath } from '../step/paths';
import { unfold } from '../testing/unfold';

let on: ReturnType<typeof stage>;
beforeEach(() => {
  window.sessionStorage.clear();
  on = stage();
});
afterEach(() => on.end());

/** Rights of a team on one folder, in which another one lies. */
const OF_A_TEAM: Permissions = {
  'alert.notifications.receivers:read': ['receivers:*'],
  'alert.notifications:write': [''],
  'alert.provisioning.provenance:write': [''],
  'alert.instances:read': [''],
  'folders:read': ['folders:uid:ops'],
  'alert.rules:read': ['folders:uid:ops'],
  'alert.rules:create': ['folders:uid:ops'],
  'alert.rules:write': ['folders:uid:ops'],
};

async function makeFolders() {
  for (const body of [
    { uid: 'ops', title: 'Operations' },
    { uid: 'payments', title: 'Payments', parentUid: 'ops' },
    { uid: 'others', title: 'Other people' },
  ]) {
    expect(await on.world.call('admin', 'POST', '/api/folders', body)).toBe(200);
  }
}

function open(who: Person | 'admin', id: string) {
  return on.open(
    who,
    <Routes>
      <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
    </Routes>,
    stepPath(id, 'heartbeat')
  );
}

async function held(id: string) {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  return read.ok ? connectionWithId(id, read.value) : undefined;
}

const folder = () => screen.getByRole('combobox', { name: /Folder of the alert rule/ });
const add = () => screen.getByRole('button', { name: 'Add heartbeat' });
const user = () => userEvent.setup({ advanceTimers: jest.advanceTimersByTime });

async function choose(text: string) {
  await user().click(folder());
  await on.settle();
  await user().keyboard(`${text}{ArrowDown}{Enter}`);
  await on.settle();
}

test('who may make rules in one folder only keeps the heartbeat there, or in a folder below', async () => {
  await makeFolders();
  const { id } = await on.connect('Production', { withHeartbeat: false });
  await on.pass(65);
  await open(await on.world.letIn(OF_A_TEAM), id);
  expect(screen.getByText('folders:create')).toBeInTheDocument();
  expect(add()).toBeDisabled();
  await choose('Payments');
  expect(screen.queryByText('folders:create')).not.toBeInTheDocument();
  await on.press(add());
  expect(await held(id)).toMatchObject({ stage: 'complete', rule: { folderUid: 'payments' } });
  const { grafana } = await on.world.signIn('admin');
  expect(await grafana.findsFolder('irm-heartbeats')).toMatchObject({ value: false });
  await on.pass(70);
  expect(screen.getByRole('heading', { name: 'Verify' })).toBeVisible();
});

test('the folder of a rule that is there is shown and stays', async () => {
  await makeFolders();
  const { id } = await on.connect('Production', { withHeartbeat: false });
  const view = await open('admin', id);
  await unfold('Advanced');
  await on.settle();
  await choose('Other people');
  await on.press(add());
  view.unmount();
  await open('admin', id);
  await unfold('Advanced');
  expect(screen.getByDisplayValue('Other people')).toBeDisabled();
  expect(screen.getByText('The rule stays in its folder.')).toBeVisible();
});

test('folders that cannot be listed leave the own one, with a way to try again', async () => {
  await makeFolders();
  const { id } = await on.connect('Production', { withHeartbeat: false });
  on.world.failWith((path) =>
    path === '/api/search' ? Response.json({ message: 'Search failed' }, { status: 500 }) : undefined
  );
  await open('admin', id);
  await unfold('Advanced');
  await on.settle();
  expect(screen.getAllByRole('button', { name: /Try again/ })[0]).toBeVisible();
  await on.press(add());
  expect(await held(id)).toMatchObject({ stage: 'complete', rule: { folderUid: 'irm-heartbeats' } });
});
