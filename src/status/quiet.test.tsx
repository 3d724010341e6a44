/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { stage } from './testing/stage';
import SetupPage from '../setup/SetupPage';
import type { Login } from '../../tests/support/standIns';

let on: ReturnType<typeof stage>;
beforeEach(() => (on = stage()));
afterEach(() => on.end());

/** What Grafana refuses while it works; each would be a red line in the browser's console. */
function refusals(): string[] {
  const seen: string[] = [];
  on.world.failWith(async (path, { method, answer }) => {
    const response = await answer();
    if (response.status >= 400) {
      seen.push(`${method} ${path} ${response.status}`);
    }
    return response;
  });
  return seen;
}

const openSetup = (login: Login, path = '') =>
  on.open(
    login,
    <Routes>
      <Route path="/a/irmconnect-setup-app/setup/*" element={<SetupPage />} />
    </Routes>,
    `/a/irmconnect-setup-app/setup${path}`
  );

describe.each(['admin', 'editor', 'viewer'] as const)('for an %s', (login) => {
  test('a Grafana in which nothing was set up refuses nothing, however long it is looked at', async () => {
    const seen = refusals();
    await on.openStatus(login);
    await on.pass(30);
    expect(seen).toEqual([]);
  });

  test('nor one with a contact point and no heartbeat yet', async () => {
    const { id } = await on.connect('Production', { withHeartbeat: false });
    const seen = refusals();
    await on.openStatus(login);
    await on.openStatus(login, `/a/irmconnect-setup-app/status/${id}`);
    await on.pass(30);
    expect(seen).toEqual([]);
  });
});

test('setting up refuses nothing', async () => {
  const seen = refusals();
  await openSetup('editor', '/new');
  await on.pass(20);
  expect(seen).toEqual([]);
});

test('a second click on Refresh waits for the first, and asks for nothing more', async () => {
  await on.connect('Production');
  await on.openStatus('editor');
  let asked = 0;
  let answerAll = () => {};
  const held = new Promise<void>((resolve) => (answerAll = resolve));
  on.world.failWith(async (path, { answer }) => {
    asked += Number(path.includes('/config/api/v1/receivers'));
    await held;
    return answer();
  });
  const refresh = screen.getByRole('button', { name: 'Refresh' });
  await on.press(refresh);
  await on.press(refresh);
  await on.press(refresh);
  expect(asked).toBe(1);
  answerAll();
  await on.settle();
  await on.press(refresh);
  expect(asked).toBe(2);
});
