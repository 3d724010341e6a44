import { firing, testIrm } from './testIrm';

const list = '/integrations/';

test.each([
  [{ kind: 'error' }, 500, 'text/html; charset=utf-8'],
  [{ kind: 'page' }, 200, 'text/html; charset=utf-8'],
  [{ kind: 'nonsense' }, 200, 'application/json'],
])('the API with the fault %j, until it is switched off', async (fault, status, type) => {
  const { api, ui } = testIrm();
  expect(await ui('/fault', 'PUT', fault)).toEqual(fault);
  const answer = await api(list);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, type]);
  expect(JSON.stringify(answer.body)).not.toContain('[]');
  expect(await ui('/fault')).toEqual(fault);
  await ui('/fault', 'PUT', { kind: 'none' });
  expect((await api(list)).body).toMatchObject({ count: 0, results: [] });
});

test('a used-up limit is told in words and headers, whoever asks', async () => {
  const { api, ui } = testIrm();
  await ui('/fault', 'PUT', { kind: 'throttled', seconds: 42 });
  const answer = await api(list, 'GET', undefined, 'glsa_unknown');
  expect(answer).toMatchObject({
    status: 429,
    body: { detail: 'Request was throttled. Expected available in 42 seconds.' },
  });
  expect(answer.headers.get('Retry-After')).toBe('42');
});

test('a slow API answers after its seconds, deliveries go on', async () => {
  const { api, ui, create, send, clock } = testIrm();
  await ui('/fault', 'PUT', { kind: 'slow', seconds: 30 });
  let answered = false;
  const asked = api(list).then(() => (answered = true));
  expect((await send(create().endpoint, 'POST', firing())).status).toBe(200);
  await clock.advance(29_000);
  expect(answered).toBe(false);
  await clock.advance(1000);
  await asked;
  expect(answered).toBe(true);
});

test.each(['of the integration', 'of IRM as a whole'])(
  'slow work %s: the delivery is accepted at once, and seen and counted later',
  async (whose) => {
    const { api, ui, create, send, clock, stop } = testIrm();
    const { id, endpoint } = create();
    const fault = whose === 'of the integration' ? `/integrations/${id}/fault` : '/fault';
    await ui(fault, 'PUT', { kind: 'late', seconds: 20 });
    expect((await send(endpoint, 'POST', firing())).status).toBe(200);
    expect((await send(`${endpoint}heartbeat/`, 'POST')).status).toBe(200);
    const seen = async () => [
      (await api('/alert_groups/')).body.count,
      (await ui(`/integrations/${id}`)).heartbeat.status,
      (await ui(`/integrations/${id}/deliveries`)).map(({ outcome }: { outcome: string }) => outcome),
    ];
    await clock.advance(19_000);
    expect(await seen()).toEqual([0, 'never', ['Accepted', 'Accepted']]);
    await clock.advance(1000);
    expect(await seen()).toEqual([1, 'up', ['First beat: monitor armed', 'New alert group']]);
    stop();
  }
);

test.each([{ kind: 'status', status: 500 }, { kind: 'late', seconds: 301 }, { kind: 'throttled' }])(
  '%j is no fault of IRM',
  async (fault) => {
    const { ui } = testIrm();
    expect(await ui('/fault', 'PUT', fault)).toEqual({ error: expect.any(String), field: expect.any(String) });
    expect(await ui('/fault')).toEqual({ kind: 'none' });
  }
);

test('a gateway in front of an integration lets nothing through but what knows its password', async () => {
  const { ui, create, send, irm } = testIrm();
  const { id, endpoint } = create();
  await ui(`/integrations/${id}/fault`, 'PUT', { kind: 'gateway' });
  expect((await send(endpoint, 'POST', firing())).status).toBe(401);
  const headers = { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('pager:open-the-gate')}` };
  const request = new Request(endpoint, { method: 'POST', headers, body: JSON.stringify(firing()) });
  expect((await irm.fetch(request)).status).toBe(200);
});
