import { http, HttpResponse } from 'msw';
import { ROOT_URL, testGrafana } from '../../sandbox/grafana/testGrafana';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import { integration } from '../connection/testing/fixtures';
import { createGrafanaClient } from './grafanaClient';

const asked: string[] = [];
const server = mswServer();
server.events.on('request:start', ({ request }) =>
  asked.push(new URL(request.url).pathname.replace(/^\/api\/.*/, 'old'))
);
beforeEach(() => asked.splice(0));

const ROOT = 'http://grafana.example';
const OLD = `${ROOT}/api/alertmanager/grafana/config/api/v1/receivers/test`;
const newer = (version: string) =>
  `/apis/notifications.alerting.grafana.app/${version}/namespaces/org-2/receivers/-/test`;
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'receivers-test', name));
const notThere = () => responseOf(recordedStep('12.3.0', 'receivers-test', 'newer test API: failure'));
const gone = () => HttpResponse.json({ message: 'gone' }, { status: 410 });

const WEBHOOK = integration({
  uid: 'irmc-1',
  name: 'IRM',
  url: 'https://irm.example/integrations/v1/alertmanager/T0ken/',
  maxAlerts: 3,
  disableResolveMessage: true,
  otherSettings: { httpMethod: 'POST' },
});
/** Saved with a password, which Grafana does not show. */
const BEHIND_GATEWAY = { ...WEBHOOK, otherSettings: { httpMethod: 'POST', username: 'pager', password: '[REDACTED]' } };

const client = () =>
  createGrafanaClient(fetchTransport({ baseUrl: ROOT }), { namespace: 'org-2', receiverTest: 'old' });

it('sends the settings as they are, with the uid that stored secrets are found by and without their placeholder', async () => {
  let body: unknown;
  server.use(
    http.post(OLD, async ({ request }) => {
      body = await request.json();
      return recorded('ok')();
    })
  );
  expect(await client().testIntegration(BEHIND_GATEWAY)).toMatchObject({ ok: true, value: { kind: 'accepted' } });
  const settings = { httpMethod: 'POST', username: 'pager', url: WEBHOOK.url, maxAlerts: 3 };
  const config = { uid: WEBHOOK.uid, name: 'IRM', type: 'webhook', settings, disableResolveMessage: true };
  expect(body).toMatchObject({ receivers: [{ name: 'IRM', grafana_managed_receiver_configs: [config] }] });
  expect(JSON.stringify(body)).not.toContain('REDACTED');
});

it('tests an integration as what it is', async () => {
  const bodies: unknown[] = [];
  server.use(
    http.post(OLD, async ({ request }) => {
      bodies.push(await request.json());
      return gone();
    }),
    http.post(ROOT + newer('v1beta1'), async ({ request }) => {
      bodies.push(await request.json());
      return recorded('newer test API: placeholder receiver, ok')();
    })
  );
  await client().testIntegration({ ...WEBHOOK, type: 'oncall' });
  expect(bodies).toMatchObject([
    { receivers: [{ grafana_managed_receiver_configs: [{ type: 'oncall' }] }] },
    { integration: { type: 'oncall' } },
  ]);
});

it.each([
  ['target answers 403', 'wrongKey'],
  ['target never answers in time', 'timeout'],
])('takes a failed test for a verdict, not for an error: %s', async (name, cause) => {
  server.use(http.post(OLD, recorded(name)));
  expect(await client().testIntegration(WEBHOOK)).toMatchObject({ ok: true, value: { kind: 'failed', cause } });
});

it.each([
  ['viewer may not', 'forbidden'],
  ['no receivers', 'invalid'],
])('takes a refusal for an error, not for a verdict: %s', async (name, reason) => {
  server.use(http.post(OLD, recorded(name)));
  expect(await client().testIntegration(WEBHOOK)).toMatchObject({ ok: false, error: { reason } });
  expect(asked).toEqual(['old']);
});

it.each(['Conflict', 'the name already exists', 'it is in use'])(
  'takes no conflict for one, as a test changes nothing: %s',
  async (message) => {
    server.use(http.post(OLD, () => HttpResponse.json({ message }, { status: 409 })));
    expect(await client().testIntegration(WEBHOOK)).toEqual({
      ok: false,
      error: { reason: 'unexpected', message, status: 409 },
    });
  }
);

it('finds the newer test API where the old one is gone, and remembers it', async () => {
  server.use(
    http.post(OLD, gone),
    http.post(ROOT + newer('v1beta1'), recorded('newer test API: placeholder receiver, ok'))
  );
  const grafana = client();
  const accepted = { ok: true, value: { kind: 'accepted', durationMs: 1 } };
  expect(await grafana.testIntegration(WEBHOOK)).toEqual(accepted);
  expect(await grafana.testIntegration(WEBHOOK)).toEqual(accepted);
  expect(asked).toEqual(['old', newer('v1beta1'), newer('v1beta1')]);
});

it('tries the oldest form of the newer API last', async () => {
  server.use(
    http.post(OLD, gone),
    http.post(ROOT + newer('v1beta1'), notThere),
    http.post(ROOT + newer('v0alpha1'), recorded('newer test API: failure'))
  );
  expect(await client().testIntegration(WEBHOOK)).toMatchObject({
    ok: true,
    value: { kind: 'failed', cause: 'wrongPath', message: 'webhook response status 404 Not Found' },
  });
});

it('says so when no test API is left', async () => {
  server.use(
    http.post(OLD, gone),
    http.post(ROOT + newer('v1beta1'), notThere),
    http.post(ROOT + newer('v0alpha1'), notThere)
  );
  expect(await client().testIntegration(WEBHOOK)).toMatchObject({ ok: false, error: { reason: 'notServed' } });
});

describe.each(['12.3.0', '12.4.0', '13.2.1'] as const)('a saved contact point behind a gateway, on %s', (version) => {
  const stored = { uid: 'gate', name: 'Über IRM', type: 'webhook', settings: { url: 'https://irm.example/x/' } };
  const held = (changes: object) => ({ ...stored, settings: { ...stored.settings, ...changes } });
  async function tested(settings: object) {
    const { grafana, as, sent } = testGrafana({ version });
    await as('admin')('POST', '/api/v1/provisioning/contact-points', held(settings));
    const fetchAs: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      request.headers.set('Authorization', `Basic ${btoa('admin:admin')}`);
      return grafana.fetch(request);
    };
    const answer = (path: string) => http.all(path, ({ request }) => fetchAs(request));
    server.use(answer(`${ROOT_URL}/*`));
    const one = createGrafanaClient(fetchTransport({ baseUrl: ROOT_URL }), {
      namespace: 'default',
      receiverTest: 'old',
    });
    const listed = await one.listIntegrations();
    const found = listed.ok ? listed.value.value.find(({ uid }) => uid === 'gate') : undefined;
    const verdict = found && (await one.testIntegration(found));
    return { verdict, sent: sent.at(-1)?.headers };
  }

  it('is tested with the password that is stored', async () => {
    const { verdict, sent } = await tested({ username: 'pager', password: 'open sesame' });
    expect(verdict).toMatchObject({ ok: true, value: { kind: 'accepted' } });
    expect(sent?.get('Authorization')).toBe(`Basic ${btoa('pager:open sesame')}`);
  });

  it('is tested with its headers', async () => {
    const { sent } = await tested({ headers: { 'X-Team': 'ops' } });
    expect(sent?.get('X-Team')).toBe('ops');
  });
});
