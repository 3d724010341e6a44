/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browserGaps';
import { config, setBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { http, HttpResponse } from 'msw';
import { fetchBackendSrv } from '../../tests/support/fetchBackendSrv';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { sessionTransport } from '../transport/sessionTransport';
import { createGrafanaClient } from './grafanaClient';

const server = mswServer();

const ROOT = 'http://grafana.example';
const refused = (name: string) => () => responseOf(recordedStep('12.4.0', 'contact-points', name));
const user = (status: number) => () => HttpResponse.json(status === 200 ? { login: 'editor' } : {}, { status });
let seen: BackendSrvRequest[];

/** A page that was opened like this, and what Grafana answers of the session now. */
function opened({ anonymous = true, isSignedIn = true, own = 401 }) {
  config.anonymousEnabled = anonymous;
  config.bootData.user.isSignedIn = isSignedIn;
  server.use(
    http.delete(`${ROOT}/api/v1/provisioning/contact-points/:uid`, refused('viewer may not create')),
    http.get(`${ROOT}/api/v1/provisioning/contact-points`, refused('viewer may not create')),
    http.get(`${ROOT}/api/user`, user(own))
  );
  return createGrafanaClient(sessionTransport(), { namespace: 'default', receiverTest: 'old' });
}

const asked = () => seen.map(({ url }) => new URL(url, ROOT).pathname).includes('/api/user');

beforeEach(() => {
  seen = [];
  setBackendSrv(fetchBackendSrv(ROOT, seen));
});
afterAll(() => {
  config.anonymousEnabled = false;
});

describe('where anybody may look, whoever was signed in goes on unseen once their session ends', () => {
  it('and a refused write tells them that, and of no permission that they lack', async () => {
    const grafana = opened({});
    expect(await grafana.deleteIntegration('a')).toMatchObject({ ok: false, error: { reason: 'unauthorized' } });
  });

  it('but a refusal is one of theirs while the session holds', async () => {
    const grafana = opened({ own: 200 });
    expect(await grafana.deleteIntegration('a')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
    expect(asked()).toBe(true);
  });
});

it.each([
  ['nobody may look without an account', { anonymous: false }],
  ['nobody was signed in when the page was opened', { isSignedIn: false }],
])('asks for no session where %s', async (_, given) => {
  const grafana = opened(given);
  expect(await grafana.deleteIntegration('a')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  expect(asked()).toBe(false);
});

it('asks for none after a read, which may be refused again and again', async () => {
  const grafana = opened({});
  expect(await grafana.listIntegrations()).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  expect(asked()).toBe(false);
});
