import { testGrafana } from '../../testGrafana';

type Ask = ReturnType<ReturnType<typeof testGrafana>['as']>;

const RULER = '/api/ruler/grafana/api/v1/rules';
const rule = { title: 'R', condition: 'A', data: [{ refId: 'A', datasourceUid: '__expr__', model: { type: 'math' } }] };

async function folderWithEverything(ask: Ask) {
  await ask('POST', '/api/folders', { uid: 'top', title: 'Top' });
  await ask('POST', '/api/folders', { uid: 'sub', title: 'Sub', parentUid: 'top' });
  await ask('POST', '/api/folders', { uid: 'deep', title: 'Deep', parentUid: 'sub' });
  await ask('POST', '/api/dashboards/db', { dashboard: { uid: 'd1', title: 'Traffic' }, folderUid: 'top' });
  await ask('POST', '/api/dashboards/db', {
    dashboard: { uid: 'd2', title: 'Errors', tags: ['x'] },
    folderUid: 'deep',
  });
  await ask('POST', '/api/library-elements', { name: 'P', kind: 1, model: { type: 'stat' }, folderUid: 'sub' });
}

const saveRule = (ask: Ask, folder: string) =>
  ask('POST', `${RULER}/${folder}`, { name: 'g', interval: '10s', rules: [{ grafana_alert: rule }] });

test('the counts of a folder tell all that lies in it, folders below included', async () => {
  const { as } = testGrafana();
  const editor = as('editor');
  await folderWithEverything(editor);
  await saveRule(editor, 'deep');
  expect((await editor('GET', '/api/folders/top/counts')).body).toEqual({
    alertrule: 1,
    dashboard: 2,
    folder: 2,
    librarypanel: 1,
  });
  expect((await editor('GET', '/api/folders/deep/counts')).body).toEqual({
    alertrule: 1,
    dashboard: 1,
    folder: 0,
    librarypanel: 0,
  });
});

test('a folder below another tells where it lies, and is listed there only', async () => {
  const { as } = testGrafana();
  const editor = as('editor');
  await folderWithEverything(editor);
  expect((await editor('GET', '/api/folders/deep')).body).toMatchObject({
    parentUid: 'sub',
    parents: [{ uid: 'top' }, { uid: 'sub', title: 'Sub' }],
  });
  expect((await editor('GET', '/api/folders')).body).toMatchObject([{ uid: 'top' }]);
  expect((await editor('GET', '/api/folders?parentUid=top')).body).toMatchObject([{ uid: 'sub', parentUid: 'top' }]);
  expect((await editor('POST', '/api/folders', { title: 'X', parentUid: 'nope' })).status).toBe(403);
});

test('dashboards and folders are found by title, type and the folder they lie in', async () => {
  const { as } = testGrafana();
  const editor = as('editor');
  await folderWithEverything(editor);
  const found = async (query: string) =>
    ((await editor('GET', `/api/search?${query}`)).body as Array<{ uid: string }>).map(({ uid }) => uid);
  expect(await found('folderUIDs=top')).toEqual(['sub', 'd1']);
  expect(await found('folderUIDs=top&type=dash-db')).toEqual(['d1']);
  expect(await found('folderUIDs=top,deep&type=dash-db')).toEqual(['d1', 'd2']);
  expect(await found('query=err')).toEqual(['d2']);
  expect((await editor('GET', '/api/dashboards/uid/d2')).body).toMatchObject({
    meta: { folderUid: 'deep', folderTitle: 'Deep' },
    dashboard: { uid: 'd2', title: 'Errors', tags: ['x'], version: 1 },
  });
});

test('a dashboard is not overwritten by who has not seen its last version', async () => {
  const { as } = testGrafana();
  const dashboard = { uid: 'd', title: 'D' };
  const save = (more: object, rest = {}) =>
    as('editor')('POST', '/api/dashboards/db', { dashboard: { ...dashboard, ...more }, ...rest });
  await save({});
  expect((await save({})).status).toBe(412);
  expect((await save({ version: 1 })).body).toMatchObject({ version: 2 });
  expect((await save({}, { overwrite: true })).body).toMatchObject({ version: 3 });
  expect((await as('viewer')('POST', '/api/dashboards/db', { dashboard })).status).toBe(403);
});

test('deleting a folder takes dashboards, panels and folders below it along without a word', async () => {
  const { as } = testGrafana();
  const editor = as('editor');
  await folderWithEverything(editor);
  expect(await editor('DELETE', '/api/folders/top')).toMatchObject({ status: 200 });
  expect((await editor('GET', '/api/dashboards/uid/d2')).status).toBe(404);
  expect((await as('admin')('GET', '/api/folders/deep')).status).toBe(404);
  expect((await editor('GET', '/api/search')).body).toEqual([]);
  expect((await editor('GET', '/api/library-elements')).body).toMatchObject({ result: { totalCount: 0 } });
});

test('only alert rules stop it, those of a folder below too, unless they are to go as well', async () => {
  const { as } = testGrafana();
  const editor = as('editor');
  await folderWithEverything(editor);
  await saveRule(editor, 'deep');
  expect(await editor('DELETE', '/api/folders/top')).toMatchObject({
    status: 400,
    body: { messageId: 'folder.not-empty' },
  });
  expect((await editor('GET', '/api/dashboards/uid/d1')).status).toBe(200);
  expect((await editor('DELETE', '/api/folders/top?forceDeleteRules=true')).status).toBe(200);
  expect((await as('admin')('GET', '/api/v1/provisioning/alert-rules')).body).toEqual([]);
});

test('a colleague sees a new folder below one that he knows at once', async () => {
  const { as, clock } = testGrafana();
  await as('admin')('POST', '/api/folders', { uid: 'top', title: 'Top' });
  await clock.advance(61_000);
  await as('viewer')('GET', '/api/folders');
  await as('admin')('POST', '/api/folders', { uid: 'sub', title: 'Sub', parentUid: 'top' });
  await as('admin')('POST', '/api/folders', { uid: 'other', title: 'Other' });
  expect((await as('viewer')('GET', '/api/folders/sub')).status).toBe(200);
  expect((await as('viewer')('GET', '/api/folders/other')).status).toBe(403);
});

test('what lies in folders outlives the stand-in; a state saved before there was any loads too', async () => {
  const first = testGrafana();
  await folderWithEverything(first.as('editor'));
  const saved = JSON.parse(JSON.stringify(first.grafana.snapshot())) as { alerting: { content?: unknown } };
  const second = testGrafana({ saved });
  const counts = '/api/folders/top/counts';
  expect((await second.as('admin')('GET', counts)).body).toMatchObject({ dashboard: 2, folder: 2, librarypanel: 1 });
  delete saved.alerting.content;
  expect((await testGrafana({ saved }).as('admin')('GET', counts)).body).toMatchObject({ dashboard: 0, folder: 2 });
});

test.each(['12.3.0', '12.4.0'] as const)(
  '%s gives no folder the id of another, whatever was deleted',
  async (version) => {
    const before = testGrafana({ version });
    for (const uid of ['a', 'b', 'c']) {
      await before.as('admin')('POST', '/api/folders', { uid, title: uid });
    }
    await before.as('admin')('DELETE', '/api/folders/a');
    const admin = testGrafana({ version, saved: before.grafana.snapshot() }).as('admin');
    await admin('POST', '/api/folders', { uid: 'd', title: 'd' });
    const { body } = await admin('GET', '/api/folders');
    expect(new Set((body as Array<{ id: number }>).map(({ id }) => id)).size).toBe(3);
  }
);
