import { http, HttpResponse } from 'msw';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { proxyTransport } from '../transport/proxyTransport';
import { proveSame } from './sameGrafana';

const server = mswServer();

const ROOT = 'http://grafana.example';
const SETTINGS = '/api/plugins/irmconnect-setup-app/settings';
const THERE = `${ROOT}/api/plugin-proxy/irmconnect-setup-app/grafana`;
const session = fetchTransport({ baseUrl: ROOT });
const proxy = proxyTransport(session, { address: 'http://localhost:3000' });
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'plugin', name));

const ofGrafana = (settings: object) =>
  HttpResponse.json({ id: 'irmconnect-setup-app', enabled: true, pinned: true, ...settings });

/** Grafana here keeps what is saved; `there` is what comes back through the proxy. */
function grafanas(there: () => Response) {
  let stored: unknown = { enabled: true, pinned: true, jsonData: { theirs: 1 } };
  server.use(
    http.get(ROOT + SETTINGS, () => ofGrafana(stored as object)),
    http.post(ROOT + SETTINGS, async ({ request }) => {
      stored = await request.json();
      return HttpResponse.json({ message: 'Plugin settings updated' });
    }),
    http.get(`${ROOT}/api/org`, () => HttpResponse.json({ id: 1, name: 'Main Org.' })),
    http.get(THERE + SETTINGS, there)
  );
  return () => stored;
}

it('sends no secret along with the word, and keeps what others stored', async () => {
  const stored = grafanas(() => ofGrafana({ jsonData: null }));
  server.use(http.get(`${THERE}/api/org`, () => HttpResponse.json({ id: 1, name: 'Others' })));
  expect(await proveSame(session, proxy)).toEqual({ kind: 'another', here: 'Main Org.', there: 'Others' });
  expect(stored()).toEqual({
    enabled: true,
    pinned: true,
    jsonData: { theirs: 1, proofNonce: expect.stringMatching(/^[0-9a-f]{32}$/) },
  });
});

it('goes without the name that is not told', async () => {
  grafanas(() => HttpResponse.json({ message: 'Plugin not found, no installed plugin with that id' }, { status: 404 }));
  server.use(http.get(`${THERE}/api/org`, () => HttpResponse.json({ message: 'no' }, { status: 403 })));
  expect(await proveSame(session, proxy)).toEqual({ kind: 'another', here: 'Main Org.', there: undefined });
});

it('accuses nobody where a role of its own hides the settings', async () => {
  grafanas(() => HttpResponse.json({ message: 'Access Denied' }, { status: 403 }));
  expect(await proveSame(session, proxy)).toEqual({ kind: 'hidden' });
});

it.each([
  ['Grafana still runs an older version of the plugin', recorded('proxy, unknown route'), 'proxyNotConfigured'],
  ['the person is no Admin', recorded('proxy, viewer'), 'forbidden'],
  ['nobody answers', recorded('proxy, target refuses'), 'unreachable'],
  ['it broke', () => HttpResponse.json({ message: 'x' }, { status: 500 }), 'unexpected'],
  [
    'something on the way finds nothing',
    () => HttpResponse.json({ message: 'Not found' }, { status: 404 }),
    'notFound',
  ],
  ['what answers is not the settings', () => HttpResponse.json({}), 'unexpected'],
])('proves nothing when %s', async (_, there, reason) => {
  grafanas(there);
  expect(await proveSame(session, proxy)).toMatchObject({ kind: 'unproved', error: { reason } });
});

describe('where the word that was answered as saved does not stand here', () => {
  const others = { jsonData: { proofNonce: 'of another check' } };

  it.each([
    ['a word of before', { proofNonce: 'of before' }],
    ['none, as before the first check', null],
  ])('but %s, nobody is said to save at the same time', async (_, jsonData) => {
    grafanas(() => ofGrafana({ jsonData }));
    const saved: unknown[] = [];
    server.use(
      http.get(ROOT + SETTINGS, () => ofGrafana({ jsonData })),
      http.post(ROOT + SETTINGS, async ({ request }) => {
        saved.push(await request.json());
        return HttpResponse.json({ message: 'Plugin settings updated' });
      })
    );
    expect(await proveSame(session, proxy)).toMatchObject({ kind: 'unproved', error: { reason: 'withoutEffect' } });
    expect(saved).toHaveLength(3);
  });

  it('but that of another check each time, that is said', async () => {
    grafanas(() => ofGrafana(others));
    let looks = 0;
    server.use(
      http.get(ROOT + SETTINGS, () => ofGrafana({ jsonData: { proofNonce: `of another check, ${(looks += 1)}` } }))
    );
    expect(await proveSame(session, proxy)).toMatchObject({ kind: 'unproved', error: { reason: 'changedMeanwhile' } });
  });
});

it('writes its word over nothing that is not the settings', async () => {
  const stored = grafanas(() => ofGrafana({ jsonData: null }));
  server.use(http.get(ROOT + SETTINGS, () => HttpResponse.json({})));
  expect(await proveSame(session, proxy)).toMatchObject({ kind: 'unproved', error: { reason: 'unexpected' } });
  expect(stored()).toEqual({ enabled: true, pinned: true, jsonData: { theirs: 1 } });
});

it('proves nothing for somebody who may not save', async () => {
  grafanas(() => HttpResponse.json({}));
  server.use(http.post(ROOT + SETTINGS, recorded('editor may not write settings')));
  expect(await proveSame(session, proxy)).toMatchObject({ kind: 'unproved', error: { reason: 'forbidden' } });
});
