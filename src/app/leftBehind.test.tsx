/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { applyPlan } from '../connection/apply/applyPlan';
import { planRealAlert } from '../connection/real-alert/plans';
import { readGrafana } from '../connection/reading/readGrafana';
import { stage } from '../status/testing/stage';
import { Pages } from './Pages';

const ROOT = '/a/irmconnect-setup-app';

let on: ReturnType<typeof stage>;
beforeEach(async () => {
  window.sessionStorage.clear();
  window.localStorage.clear();
  on = stage();
  await Promise.all([
    import('../route/RoutePage'),
    import('../coverage/CoveragePage'),
    import('../export/ExportPage'),
    import('../setup/SetupPage'),
    import('../status/detail/real-alert/EndLeftRealAlerts'),
  ]);
});
afterEach(() => on.end());

async function reading() {
  const { grafana } = await on.world.signIn('admin');
  const read = await readGrafana(grafana);
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  return { grafana, reading: read.value };
}

/** A rule whose page is gone: `ago` is for how many seconds its time has been over. */
async function leave({ ago = 60 } = {}) {
  const { id } = await on.connect('Production');
  const { grafana, reading: objects } = await reading();
  const until = on.world.clock.now() - ago * 1000;
  const timing = { groupWait: 30, groupInterval: 300 };
  const mark = { startedAt: until - 600_000, until, ...timing, connection: id, by: 'Anna' };
  const wish = { mark, testId: 'irmc-00112233aabbccdd', labels: {}, receiver: undefined };
  const outcome = await applyPlan(planRealAlert(wish, objects), grafana);
  expect(outcome.result).toBe('applied');
  return id;
}

async function visit(path: string, login: 'editor' | 'viewer' = 'editor') {
  const pages = (
    <Suspense fallback={null}>
      <Routes>
        <Route path={`${ROOT}/*`} element={<Pages />} />
      </Routes>
    </Suspense>
  );
  const view = await on.open(login, pages, `${ROOT}/${path}`);
  for (let turn = 0; turn < 4; turn += 1) {
    await on.settle();
  }
  return view;
}

const pagesOf = (id: string) => ['coverage', `route?connection=${id}`, 'export', `setup/${id}/contact-point`];
const isDeletion = (request: string) => request.startsWith('DELETE');

test.each([0, 1, 2, 3])('page %i ends a real alert that was left long ago, and says so', async (index) => {
  const id = await leave();
  const { toasts } = await visit(pagesOf(id)[index] ?? '');
  expect((await reading()).reading.realAlertRules).toBeUndefined();
  expect(toasts).toEqual(['A test alert that was left behind was cleaned up']);
  // What else is in the folder stays.
  expect((await reading()).reading.rules).toHaveLength(1);
});

test('one that may still be followed elsewhere is left alone', async () => {
  await leave({ ago: -60 });
  await visit('coverage');
  expect((await reading()).reading.realAlertRules).toHaveLength(1);
  expect(on.world.asked.filter(isDeletion)).toEqual([]);
});

test('a viewer tries nothing, and hears nothing of it', async () => {
  await leave();
  const { toasts } = await visit('coverage', 'viewer');
  expect(on.world.asked.filter(isDeletion)).toEqual([]);
  expect(toasts).toEqual([]);
});

test('what Grafana refuses is tried once, and the page goes on', async () => {
  await leave();
  on.world.failWith((path, { method }) =>
    method === 'DELETE' && path.includes('/alert-rules/')
      ? Response.json({ message: 'no' }, { status: 403 })
      : undefined
  );
  const { toasts } = await visit('coverage');
  const tried = on.world.asked.filter(isDeletion).length;
  await on.pass(120);
  expect(tried).toBeGreaterThan(0);
  expect(on.world.asked.filter(isDeletion)).toHaveLength(tried);
  expect(toasts).toEqual([]);
});
