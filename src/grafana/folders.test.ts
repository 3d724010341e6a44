import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { folderCalls } from './folders';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ROOT = 'http://grafana.example';
const PATH = `${ROOT}/api/folders/irm-heartbeats`;
const folders = folderCalls(fetchTransport({ baseUrl: ROOT }));
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'folders', name));

it('reads the folder', async () => {
  server.use(
    http.get(PATH, () => HttpResponse.json(recordedStep('12.4.0', 'folders', 'create').response.body as object))
  );
  expect(await folders.getFolder('irm-heartbeats')).toEqual({
    ok: true,
    value: { uid: 'irm-heartbeats', title: 'IRM heartbeats' },
  });
});

it('finds none when Grafana says so, to an Admin with 404 and to everybody else with 403', async () => {
  server.use(http.get(PATH, recorded('not there'), { once: true }));
  expect(await folders.getFolder('irm-heartbeats')).toEqual({ ok: true, value: undefined });
  server.use(http.get(PATH, recorded('get')));
  expect(await folders.getFolder('irm-heartbeats')).toEqual({ ok: true, value: undefined });
});

it('believes a refusal that has nothing to do with folders', async () => {
  server.use(http.get(PATH, () => HttpResponse.json({ message: 'plugin proxy route access denied' }, { status: 403 })));
  expect(await folders.getFolder('irm-heartbeats')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
});

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
