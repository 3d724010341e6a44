import { fakeClock } from '../../clock';
import { createIrm } from '../standIn';

const baseUrl = 'http://irm.test';

function start(saved?: unknown) {
  const clock = fakeClock(Date.parse('2026-11-22T04:00:30Z'));
  const irm = createIrm({ clock, baseUrl, saved });
  const send = (path: string, method = 'GET', body?: unknown) =>
    irm.fetch(
      new Request(path.startsWith('http') ? path : `${baseUrl}/ui/api${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    );
  const read = async (path: string, method?: string, body?: unknown) => (await send(path, method, body)).json();
  return { clock, irm, send, read };
}

const firing = { status: 'firing', groupKey: 'k', groupLabels: { alertname: 'DiskFull' }, alerts: [] };

test('a person makes an integration by hand and sends to the endpoints that they copy', async () => {
  const { send, read } = start();
  const created = await read('/integrations', 'POST', {
    type: 'alertmanager',
    name: ' Shop ',
    description: '',
    team: 'SRE',
  });
  expect(created.endpoint).toMatch(/^http:\/\/irm\.test\/integrations\/v1\/alertmanager\/\w{25}\/$/);
  expect(created.heartbeatEndpoint).toBe(`${created.endpoint}heartbeat/`);

  await send(created.endpoint, 'POST', firing);
  await send(created.heartbeatEndpoint, 'POST');
  await send(created.endpoint.slice(0, -1), 'POST', firing);

  expect((await read('/integrations')).integrations).toEqual([
    expect.objectContaining({
      name: 'Shop',
      team: 'SRE',
      description: null,
      alertGroups: 1,
      openAlertGroups: 1,
      heartbeat: { status: 'up', lastBeatAt: Date.parse('2026-11-22T04:00:30Z'), intervalSeconds: 600 },
    }),
  ]);
  const deliveries = await read(`/integrations/${created.id}/deliveries`);
  expect(deliveries.map(({ status, outcome }: { status: number; outcome: string }) => [status, outcome])).toEqual([
    [404, 'Refused: the slash at the end is missing'],
    [200, 'First beat: monitor armed'],
    [200, 'New alert group'],
  ]);
});

test.each([
  [{ type: 'alertmanager', name: '' }, 'name'],
  [{ type: 'nope', name: 'x' }, 'type'],
  [{ type: 'webhook', name: 'x', team: 'Nobody' }, 'team'],
  [{ type: 'webhook', name: 'x', description: '🔥'.repeat(251) }, 'description'],
  [{ type: 'webhook', name: 'taken' }, 'name'],
])('%j is refused at %s', async (input, field) => {
  const { send, irm } = start();
  irm.createIntegration({ type: 'webhook', name: 'taken' });
  const response = await send('/integrations', 'POST', input);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error: expect.any(String), field });
});

test('the interval takes what IRM offers, and only that', async () => {
  const { irm, send, read } = start();
  const { id } = irm.createIntegration({ type: 'alertmanager', name: 'a' });
  expect((await read(`/integrations/${id}/heartbeat`, 'PUT', { intervalSeconds: 60 })).heartbeat.intervalSeconds).toBe(
    60
  );
  expect((await send(`/integrations/${id}/heartbeat`, 'PUT', { intervalSeconds: 45 })).status).toBe(400);
});

test.each([403, 404, 429, 500])(
  'the fault %i lasts until it is switched off and lets nothing through',
  async (status) => {
    const { irm, send, read } = start();
    const { id, token } = irm.createIntegration({ type: 'alertmanager', name: 'a' });
    const endpoint = `${baseUrl}/integrations/v1/alertmanager/${token}/`;
    await send(`/integrations/${id}/fault`, 'PUT', { kind: 'status', status });
    expect((await send(endpoint, 'POST', firing)).status).toBe(status);
    expect((await send(`${endpoint}heartbeat/`, 'POST')).status).toBe(status);
    expect(await read(`/integrations/${id}`)).toMatchObject({ alertGroups: 0, heartbeat: { status: 'never' } });
    await send(`/integrations/${id}/fault`, 'PUT', { kind: 'none' });
    expect((await send(endpoint, 'POST', firing)).status).toBe(200);
  }
);

test('a redirect turns a delivery into a look at the help page: a success for the sender, nothing in IRM', async () => {
  const { irm, send, read } = start();
  const { id, token } = irm.createIntegration({ type: 'alertmanager', name: 'a' });
  await send(`/integrations/${id}/fault`, 'PUT', { kind: 'redirect' });
  const answer = await send(`${baseUrl}/integrations/v1/alertmanager/${token}/`, 'POST', firing);
  expect(answer.status).toBe(301);
  const followed = await send(new URL(answer.headers.get('Location') ?? '', baseUrl).href);
  expect(followed.status).toBe(200);
  expect((await read(`/integrations/${id}`)).alertGroups).toBe(0);
});

test('a slow answer comes after its seconds on the clock', async () => {
  const { irm, send, clock } = start();
  const { id, token } = irm.createIntegration({ type: 'alertmanager', name: 'a' });
  await send(`/integrations/${id}/fault`, 'PUT', { kind: 'slow', seconds: 35 });
  let answered = false;
  const sent = send(`${baseUrl}/integrations/v1/alertmanager/${token}/`, 'POST', firing).then(() => (answered = true));
  await clock.advance(34_000);
  expect(answered).toBe(false);
  await clock.advance(1000);
  await sent;
  expect(answered).toBe(true);
});

test('an alert group shows its last payload and can be resolved by hand', async () => {
  const { irm, send, read } = start();
  const { id, token } = irm.createIntegration({ type: 'alertmanager', name: 'a' });
  await send(`${baseUrl}/integrations/v1/alertmanager/${token}/`, 'POST', firing);
  const [group] = await read(`/integrations/${id}/alert-groups`);
  expect(await read(`/alert-groups/${group.id}`)).toMatchObject({ title: 'DiskFull ', payload: { groupKey: 'k' } });
  await send(`/alert-groups/${group.id}/resolve`, 'POST', {});
  expect((await read(`/integrations/${id}`)).openAlertGroups).toBe(0);
});

test('what is sent to nobody is kept apart', async () => {
  const { send, read } = start();
  await send(`${baseUrl}/integrations/v1/alertmanager/unknown/`, 'POST', firing);
  expect((await read('/integrations')).unmatched).toEqual([
    expect.objectContaining({ method: 'POST', status: 403, path: '/integrations/v1/alertmanager/unknown/' }),
  ]);
});

test('a template that cannot be read is refused, an empty one is the default again', async () => {
  const { irm, send, read } = start();
  const { id } = irm.createIntegration({ type: 'webhook', name: 'a' });
  const patch = (groupingKey: string) => send(`/integrations/${id}`, 'PATCH', { templates: { groupingKey } });
  expect((await patch('{{ payload')).status).toBe(400);
  await patch('{{ payload.groupKey }}');
  expect((await read(`/integrations/${id}`)).templates.groupingKey).toBe('{{ payload.groupKey }}');
  await patch('');
  expect((await read(`/integrations/${id}`)).templates.groupingKey).toBeNull();
});

test('deliveries are kept up to a bound', async () => {
  const { irm, send, read } = start();
  const { id, token } = irm.createIntegration({ type: 'alertmanager', name: 'a' });
  for (let n = 0; n < 520; n += 1) {
    await send(`${baseUrl}/integrations/v1/alertmanager/${token}/`);
  }
  expect(await read(`/integrations/${id}/deliveries`)).toHaveLength(500);
});

test('a snapshot brings back integrations, alert groups and armed heartbeats', async () => {
  const first = start();
  const { id, token } = first.irm.createIntegration({ type: 'alertmanager', name: 'a' });
  const endpoint = `${baseUrl}/integrations/v1/alertmanager/${token}/`;
  await first.send(`/integrations/${id}/heartbeat`, 'PUT', { intervalSeconds: 60 });
  await first.send(endpoint, 'POST', firing);
  await first.send(`${endpoint}heartbeat/`, 'POST');

  const second = start(JSON.parse(JSON.stringify(first.irm.snapshot())));
  await second.send(endpoint, 'POST', firing);
  await second.clock.advance(120_000);
  const groups = await second.read(`/integrations/${id}/alert-groups`);
  expect(groups.map(({ title, alertsCount }: { title: string; alertsCount: number }) => [title, alertsCount])).toEqual([
    ['OnCallHeartBeatMissing ', 1],
    ['DiskFull ', 2],
  ]);
  expect(() => start({ version: 99 })).toThrow('cannot be read');
});

test('pages: a browser is led to the page, a probe gets its Ok, and names are shown as text', async () => {
  const { irm, send } = start();
  const { id } = irm.createIntegration({ type: 'webhook', name: '<b>bold</b>' });
  const root = (accept: string) => irm.fetch(new Request(`${baseUrl}/`, { headers: { Accept: accept } }));
  expect((await root('text/html')).headers.get('Location')).toBe('/ui/');
  expect(await (await root('*/*')).text()).toBe('Ok');
  for (const path of ['/ui/', `/ui/integrations/${id}`]) {
    const html = await (await send(`${baseUrl}${path}`)).text();
    expect(html).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(html).not.toContain('<b>bold');
  }
});

test('the page shows under "Admin & API" what one needs to reach the API', async () => {
  const { send } = start();
  const html = await (await send(`${baseUrl}/ui/`)).text();
  for (const copied of [baseUrl, 'http://localhost:3000', 'sandbox-irm-viewer-token', 'glsa_sandbox_irm_readonly']) {
    expect(html).toContain(`data-copy="${copied}"`);
  }
  expect(html).toContain('grafana-irm-app.integrations:read');
});
