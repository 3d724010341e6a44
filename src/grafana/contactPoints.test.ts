import { http, HttpResponse } from 'msw';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { integration } from '../connection/testing/fixtures';
import { createGrafanaClient } from './grafanaClient';

const server = mswServer();

const ROOT = 'http://grafana.example';
const PATH = `${ROOT}/api/v1/provisioning/contact-points`;
const RECEIVER = `${ROOT}/apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers/:name`;
const client = () => createGrafanaClient(fetchTransport({ baseUrl: ROOT }));
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'contact-points', name));

const WEBHOOK = integration({
  uid: 'irmc-1',
  name: 'IRM',
  url: 'https://irm.example/integrations/v1/alertmanager/T0ken/',
});
const LOCKED = { ...WEBHOOK, provenance: 'api' as const };

/** Answers as a real Grafana did and keeps what was sent. Updates find no app platform; see receivers.test.ts. */
function accept(method: 'post' | 'put', path: string, name: string) {
  const sent: Array<{ header: string | null; body: unknown }> = [];
  server.use(
    http.get(RECEIVER, () => new HttpResponse('404 page not found', { status: 404 })),
    http[method](path, async ({ request }) => {
      sent.push({ header: request.headers.get('X-Disable-Provenance'), body: await request.json() });
      return recorded(name)();
    })
  );
  return sent;
}

async function listed() {
  const list = await client().listIntegrations();
  return list.ok ? list.value.value : [];
}

it('lists webhooks with their settings and who keeps them', async () => {
  server.use(http.get(PATH, recorded('viewer reads the list (URLs included)')));
  expect(await listed()).toEqual([
    expect.objectContaining({
      uid: 'irm-a',
      name: 'IRM A',
      type: 'webhook',
      maxAlerts: 0,
      provenance: 'none',
      disableResolveMessage: false,
    }),
    expect.objectContaining({
      uid: 'irm-prov',
      name: 'IRM locked',
      type: 'webhook',
      maxAlerts: 5,
      provenance: 'api',
    }),
  ]);
});

it('lists integrations of every type under one name, each with its own address and settings', async () => {
  const url = 'https://irm.example/integrations/v1/grafana_alerting/T0ken/';
  const stored = [
    { uid: 'm', name: 'Team', type: 'email', settings: { addresses: 'a@b.example' } },
    { uid: 'o', name: 'Team', type: 'oncall', settings: { url, httpMethod: 'POST' } },
    { uid: 'w', name: 'Team', type: 'webhook', settings: { url: 'https://x.example/' }, disableResolveMessage: true },
    { name: 'Default', type: 'slack' },
  ];
  server.use(http.get(PATH, () => HttpResponse.json(stored)));
  const common = { name: 'Team', maxAlerts: 0, disableResolveMessage: false, provenance: 'none', otherSettings: {} };
  expect(await listed()).toEqual([
    { ...common, uid: 'm', type: 'email', url: '', otherSettings: { addresses: 'a@b.example' } },
    { ...common, uid: 'o', type: 'oncall', url, otherSettings: { httpMethod: 'POST' } },
    { ...common, uid: 'w', type: 'webhook', url: 'https://x.example/', disableResolveMessage: true },
    { ...common, uid: '', name: 'Default', type: 'slack', url: '' },
  ]);
});

it.each([
  [undefined, 'none'],
  ['', 'none'],
  ['none', 'none'],
  ['api', 'api'],
  ['file', 'file'],
  ['converted_prometheus', 'converted'],
  ['something_new', 'other'],
])('takes the provenance %s for %s', async (provenance, kind) => {
  const stored = { uid: 'w', name: 'Team', type: 'webhook', settings: {}, provenance };
  server.use(http.get(PATH, () => HttpResponse.json([stored])));
  expect((await listed()).map((one) => one.provenance)).toEqual([kind]);
});

it('tells the server’s time with the list', async () => {
  const headers = { Date: 'Sun, 22 Nov 2026 04:20:35 GMT' };
  server.use(http.get(PATH, () => HttpResponse.json([{ uid: 'irmc-1', name: 'IRM', type: 'webhook' }], { headers })));
  const value = { value: [{ uid: 'irmc-1' }], serverTime: Date.UTC(2026, 10, 22, 4, 20, 35) };
  expect(await client().listIntegrations()).toMatchObject({ ok: true, value });
});

it('carries settings that it does not know through an update', async () => {
  const settings = { url: 'https://x.example/', maxAlerts: '7', password: '[REDACTED]', tlsConfig: { ca: 'x' } };
  const stored = { uid: 'irmc-1', name: 'IRM', type: 'webhook', settings, disableResolveMessage: true };
  server.use(http.get(PATH, () => HttpResponse.json([stored])));
  const sent = accept('put', `${PATH}/irmc-1`, 'update the unlocked one');
  const [before = WEBHOOK] = await listed();
  await client().updateIntegration({ ...before, url: 'https://y.example/' }, before);
  expect(sent[0]?.body).toEqual({ ...stored, settings: { ...settings, url: 'https://y.example/', maxAlerts: 7 } });
});

it('leaves an editable contact point editable, and a locked one locked, on every write', async () => {
  const created = accept('post', PATH, 'create with chosen uid, editable in the UI');
  const updated = accept('put', `${PATH}/irmc-1`, 'update the unlocked one');
  await client().createIntegration(WEBHOOK);
  await client().createIntegration(LOCKED);
  await client().updateIntegration(WEBHOOK, WEBHOOK);
  await client().updateIntegration(LOCKED, LOCKED);
  expect([...created, ...updated].map(({ header }) => header)).toEqual(['true', null, 'true', null]);
});

it('creates an integration of its own type', async () => {
  const sent = accept('post', PATH, 'create with chosen uid, editable in the UI');
  await client().createIntegration({ ...WEBHOOK, type: 'oncall', otherSettings: { httpMethod: 'POST' } });
  expect(sent[0]?.body).toEqual({
    uid: 'irmc-1',
    name: 'IRM',
    type: 'oncall',
    settings: { url: WEBHOOK.url, httpMethod: 'POST' },
    disableResolveMessage: false,
  });
});

it('says what stands against a write', async () => {
  server.use(http.post(PATH, recorded('same uid again'), { once: true }));
  expect(await client().createIntegration(WEBHOOK)).toMatchObject({ ok: false, error: { reason: 'uidTaken' } });
  accept('put', `${PATH}/irmc-1`, 'update a locked one with the header');
  expect(await client().updateIntegration(WEBHOOK, WEBHOOK)).toMatchObject({ ok: false, error: { reason: 'locked' } });
});

it('does not take the page of a login in front of Grafana for success', async () => {
  server.use(http.post(PATH, () => HttpResponse.html('<html><title>Sign in</title></html>')));
  const written = await client().createIntegration(WEBHOOK);
  expect(written).toMatchObject({ ok: false, error: { reason: 'webPage' } });
});

it('says where a list is not what it should be', async () => {
  server.use(http.get(PATH, () => HttpResponse.json([{ uid: 'a', name: 5, type: 'webhook' }])));
  expect(await client().listIntegrations()).toMatchObject({
    ok: false,
    error: { reason: 'unexpected', message: expect.stringContaining('0.name') },
  });
});

it('deletes, also what is gone, but not what is in use', async () => {
  const { response } = recordedStep('12.4.0', 'alert-rules', 'contact point in use cannot be deleted');
  server.use(
    http.delete(`${PATH}/gone`, recorded('delete what does not exist')),
    http.delete(`${PATH}/used`, () => HttpResponse.json(response.body as object, { status: response.status }))
  );
  expect(await client().deleteIntegration('gone')).toEqual({ ok: true, value: undefined });
  expect(await client().deleteIntegration('used')).toMatchObject({ ok: false, error: { reason: 'inUse' } });
});
