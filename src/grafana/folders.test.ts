import { http, HttpResponse } from 'msw';
import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { ALWAYS_TRUE } from '../../tests/support/alwaysTrue';
import { fetchTransport, transportTo } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { folderWrites } from './writeFolder';

const server = mswServer();

const ROOT = 'http://grafana.example';
const PATH = `${ROOT}/api/folders/irm-heartbeats`;
const folders = folderWrites(fetchTransport({ baseUrl: ROOT }));
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'folders', name));

it('tells that somebody else made it meanwhile, and who may not', async () => {
  server.use(http.post(`${ROOT}/api/folders`, recorded('create again'), { once: true }));
  const folder = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
  expect(await folders.createFolder(folder)).toMatchObject({ ok: false, error: { reason: 'changedMeanwhile' } });
  server.use(http.post(`${ROOT}/api/folders`, recorded('viewer may not create')));
  expect(await folders.createFolder(folder)).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
});

it('deletes it, unless it holds something; gone is as good as deleted', async () => {
  server.use(http.delete(PATH, recorded('delete the second'), { once: true }));
  expect(await folders.deleteFolder('irm-heartbeats')).toEqual({ ok: true, value: undefined });
  server.use(http.delete(PATH, recorded('not there'), { once: true }));
  expect(await folders.deleteFolder('irm-heartbeats')).toEqual({ ok: true, value: undefined });
  // Seen on 12.4.0; not among the recordings.
  const notEmpty = { messageId: 'folder.not-empty', message: 'Folder cannot be deleted: folder is not empty' };
  server.use(http.delete(PATH, () => HttpResponse.json(notEmpty, { status: 400 })));
  expect(await folders.deleteFolder('irm-heartbeats')).toMatchObject({ ok: false, error: { reason: 'inUse' } });
});

describe('what a folder holds', () => {
  it('is alert rules, and everything else in one number', async () => {
    const { grafana, as } = testGrafana();
    const admin = as('admin');
    await admin('POST', '/api/folders', { uid: 'irm-heartbeats', title: 'IRM heartbeats' });
    await admin('POST', '/api/folders', { uid: 'below', title: 'Below', parentUid: 'irm-heartbeats' });
    await admin('POST', '/api/dashboards/db', { folderUid: 'irm-heartbeats', dashboard: { title: 'Beats' } });
    await admin('POST', '/api/library-elements', { folderUid: 'below', name: 'Panel', kind: 1, model: {} });
    const rules = [{ grafana_alert: { title: 'Beat', condition: 'A', data: [ALWAYS_TRUE] } }];
    await admin('POST', '/api/ruler/grafana/api/v1/rules/irm-heartbeats', { name: 'g', interval: '1m', rules });
    const { folderCounts } = folderWrites(transportTo(grafana, 'admin:admin'));
    expect(await folderCounts('irm-heartbeats')).toEqual({ ok: true, value: { alertRules: 1, others: 3 } });
    expect(await folderCounts('gone')).toEqual({ ok: true, value: undefined });
  });

  const counting = (body: object, status = 200) =>
    server.use(http.get(`${PATH}/counts`, () => HttpResponse.json(body, { status })));

  it('counts kinds that nobody has heard of', async () => {
    counting({ alertrule: 2, dashboard: 1, folder: 0, librarypanel: 4, 'playlists.playlist.grafana.app': 8 });
    expect(await folders.folderCounts('irm-heartbeats')).toEqual({ ok: true, value: { alertRules: 2, others: 13 } });
    counting({});
    expect(await folders.folderCounts('irm-heartbeats')).toEqual({ ok: true, value: { alertRules: 0, others: 0 } });
  });

  it('is not nothing where it cannot be seen or read', async () => {
    counting({ message: "You'll need additional permissions. Permissions needed: folders:read" }, 403);
    expect(await folders.folderCounts('irm-heartbeats')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
    counting({ dashboard: 'many' });
    expect(await folders.folderCounts('irm-heartbeats')).toMatchObject({ ok: false, error: { reason: 'unexpected' } });
  });
});
