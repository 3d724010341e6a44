import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import type { Integration } from '../connection/model';
import { createGrafanaClient } from './grafanaClient';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ROOT = 'http://grafana.example';
const PATH = `${ROOT}/api/v1/provisioning/contact-points`;
const client = () => createGrafanaClient(fetchTransport({ baseUrl: ROOT }));
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'contact-points', name));

const CONTACT_POINT: Integration = {
  uid: 'irmc-1',
  name: 'IRM',
  url: 'https://irm.example/integrations/v1/alertmanager/T0ken/',
  maxAlerts: 0,
  disableResolveMessage: false,
  locked: false,
  otherSettings: {},
};

/** Answers as a real Grafana did and keeps what was sent. */
function accept(method: 'post' | 'put', path: string, name: string) {
  const sent: Array<{ header: string | null; body: unknown }> = [];
  server.use(
    http[method](path, async ({ request }) => {
      sent.push({ header: request.headers.get('X-Disable-Provenance'), body: await request.json() });
      return recorded(name)();
    })
  );
  return sent;
}

it('lists webhooks with their settings and whether they are locked', async () => {
  server.use(http.get(PATH, recorded('viewer reads the list (URLs included)')));
  const list = await client().listContactPoints();
  expect(list.ok && list.value.names).toEqual(['IRM A', 'IRM locked']);
  expect(list.ok && list.value.webhooks).toEqual([
    expect.objectContaining({ uid: 'irm-a', name: 'IRM A', maxAlerts: 0, locked: false, disableResolveMessage: false }),
    expect.objectContaining({ uid: 'irm-prov', name: 'IRM locked', maxAlerts: 5, locked: true }),
  ]);
});

it('counts other kinds of contact points by name only', async () => {
  const mail = { uid: 'm', name: 'Mail', type: 'email', settings: { addresses: 'a@b.example' } };
  const twin = { ...mail, uid: 'n', type: 'slack', settings: {} };
  server.use(http.get(PATH, () => HttpResponse.json([mail, twin])));
  expect(await client().listContactPoints()).toEqual({ ok: true, value: { webhooks: [], names: ['Mail'] } });
});

it('carries settings that it does not know through an update', async () => {
  const settings = { url: 'https://x.example/', maxAlerts: '7', password: '[REDACTED]', tlsConfig: { ca: 'x' } };
  const stored = { uid: 'irmc-1', name: 'IRM', type: 'webhook', settings, disableResolveMessage: true };
  server.use(http.get(PATH, () => HttpResponse.json([stored])));
  const sent = accept('put', `${PATH}/irmc-1`, 'update the unlocked one');
  const list = await client().listContactPoints();
  const [webhook] = list.ok ? list.value.webhooks : [];
  await client().updateContactPoint({ ...CONTACT_POINT, ...webhook, url: 'https://y.example/' });
  expect(sent[0]?.body).toEqual({ ...stored, settings: { ...settings, url: 'https://y.example/', maxAlerts: 7 } });
});

it('leaves an editable contact point editable, and a locked one locked, on every write', async () => {
  const created = accept('post', PATH, 'create with chosen uid, editable in the UI');
  const updated = accept('put', `${PATH}/irmc-1`, 'update the unlocked one');
  await client().createContactPoint(CONTACT_POINT);
  await client().createContactPoint({ ...CONTACT_POINT, locked: true });
  await client().updateContactPoint(CONTACT_POINT);
  await client().updateContactPoint({ ...CONTACT_POINT, locked: true });
  expect([...created, ...updated].map(({ header }) => header)).toEqual(['true', null, 'true', null]);
});

it('says what stands against a write', async () => {
  server.use(http.post(PATH, recorded('same uid again'), { once: true }));
  server.use(http.put(`${PATH}/irmc-1`, recorded('update a locked one with the header')));
  expect(await client().createContactPoint(CONTACT_POINT)).toMatchObject({ ok: false, error: { reason: 'uidTaken' } });
  expect(await client().updateContactPoint(CONTACT_POINT)).toMatchObject({ ok: false, error: { reason: 'locked' } });
});

it('does not take the page of a login in front of Grafana for success', async () => {
  server.use(http.post(PATH, () => HttpResponse.html('<html><title>Sign in</title></html>')));
  const written = await client().createContactPoint(CONTACT_POINT);
  expect(written).toMatchObject({ ok: false, error: { reason: 'unauthorized' } });
});

it('says where a list is not what it should be', async () => {
  server.use(http.get(PATH, () => HttpResponse.json([{ uid: 'a', name: 5, type: 'webhook' }])));
  expect(await client().listContactPoints()).toMatchObject({
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
  expect(await client().deleteContactPoint('gone')).toEqual({ ok: true, value: undefined });
  expect(await client().deleteContactPoint('used')).toMatchObject({ ok: false, error: { reason: 'inUse' } });
});
