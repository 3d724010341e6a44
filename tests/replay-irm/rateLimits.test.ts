import { irmStep, irmSteps } from '../support/irmRecordings';
import { baseUrl, freshIrm } from './client';
import { startReplay } from './replay';

async function times(count: number, send: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 1) {
    statuses.push((await send()).status);
  }
  return statuses;
}

const asEditor = { headers: { Authorization: '<editor API token>' } };

describe('deliveries: 300 per five minutes and integration, alerts and heartbeats together', () => {
  const labels = [
    'alert POST over the limit',
    'heartbeat POST over the limit',
    'heartbeat GET over the limit',
    'heartbeat HEAD over the limit',
    'instruction GET over the limit',
  ];

  test.each(labels)('%s', async (label) => {
    const recorded = irmStep('10-rate-limits', label);
    const replay = startReplay(recorded.at);
    const token = 'oq8XjRpiUSf5R5Owxd61vuDOQ';
    replay.seed({ type: 'alertmanager', name: 'ratelimit 1795320656180', token });
    const endpoint = `${baseUrl}/integrations/v1/alertmanager/${replay.names.translate(token)}/`;
    const body = JSON.stringify({ status: 'firing', groupKey: 'rl', alerts: [] });
    const headers = { 'Content-Type': 'application/json' };

    const beats = await times(290, () => replay.irm.fetch(new Request(`${endpoint}heartbeat/`, { method: 'POST' })));
    const alerts = await times(10, () => replay.irm.fetch(new Request(endpoint, { method: 'POST', body, headers })));
    expect([...beats, ...alerts]).toEqual(Array(300).fill(200));
    expect((await replay.run(recorded)).problems).toEqual([]);
  });

  test('another integration is not affected, and five minutes later all is well', async () => {
    const { clock, create, send } = freshIrm();
    const [busy, other] = [create('alertmanager'), create('alertmanager')];
    const payload = { status: 'firing', groupKey: 'k' };
    const statuses = await times(301, () => send(busy.endpoint, 'POST', payload));
    expect(statuses.at(299)).toBe(200);
    expect(statuses.at(300)).toBe(429);
    expect((await send(other.endpoint, 'POST', payload)).status).toBe(200);
    await clock.advance(300_000);
    expect((await send(busy.endpoint, 'POST', payload)).status).toBe(200);
  });

  test('a refused heartbeat is no beat, a HEAD over the limit is one', async () => {
    const { clock, create, send, heartbeat } = freshIrm();
    const { heartbeatEndpoint, heartbeatId } = create('alertmanager');
    const status = async () => ((await (await heartbeat(heartbeatId)).json()) as { status: boolean }).status;
    await heartbeat(heartbeatId, 'PATCH', { timeout_seconds: 60 });
    await times(300, () => send(heartbeatEndpoint, 'POST'));
    await clock.advance(61_000);
    expect((await send(heartbeatEndpoint, 'POST')).status).toBe(429);
    expect(await status()).toBe(false);
    expect((await send(heartbeatEndpoint, 'HEAD')).status).toBe(200);
    expect(await status()).toBe(true);
  });
});

describe('public API: 300 per minute and token', () => {
  const labels = [
    'teams over the limit (view without RateLimitHeadersMixin)',
    'integrations over the limit',
    'info over the limit (own scope, 100/m)',
    'same moment, other user',
    'headers of an ordinary 200',
  ];

  test.each(labels)('%s', async (label) => {
    const recorded = irmStep('10-rate-limits', label);
    // The 300 requests had taken 5.7 s.
    const replay = startReplay(new Date(Date.parse(recorded.at) - 5700).toISOString());
    const templates = {
      groupingKey: '{{ payload.groupKey }}',
      resolveSignal: "{{ payload.status == 'resolved' }}",
    };
    replay.irm.createIntegration({ type: 'alertmanager', name: 'AM renamed', description: 'patched', templates });
    for (let n = 1; n < 24; n += 1) {
      replay.irm.createIntegration({ type: 'webhook', name: `other ${n}` });
    }
    const statuses = await times(300, () =>
      replay.irm.fetch(new Request(`${baseUrl}/api/v1/integrations/?perpage=1`, asEditor))
    );
    expect(statuses).toEqual(Array(300).fill(200));
    expect((await replay.run(recorded)).problems).toEqual([]);
  });

  test('info has its own 100 per minute', async () => {
    const { send } = freshIrm();
    const statuses = await times(101, () => send('/api/v1/info/'));
    expect(statuses.at(99)).toBe(200);
    expect(statuses.at(100)).toBe(429);
    expect((await send('/api/v1/teams/')).status).toBe(200);
  });

  test('a minute later the limit has slid away', async () => {
    const { clock, send } = freshIrm();
    await times(300, () => send('/api/v1/teams/'));
    const refused = await send('/api/v1/teams/');
    expect(refused.headers.get('Retry-After')).toBe('60');
    await clock.advance(60_000);
    expect((await send('/api/v1/teams/')).status).toBe(200);
  });
});

describe('alert groups and all else over the limit', () => {
  const recorded = irmSteps('21-over-the-limit');
  const problems = new Map<string, string[]>();

  beforeAll(async () => {
    const replay = startReplay(recorded[0]?.at ?? '');
    for (const one of recorded) {
      if (one.label === 'groups over the limit') {
        // Before them went 300 requests, the groups among them.
        const rest = new Request(`${baseUrl}/api/v1/integrations/?perpage=1`, asEditor);
        await times(299, () => replay.irm.fetch(rest.clone()));
      }
      problems.set(one.label, (await replay.run(one)).problems);
    }
    replay.irm.stop();
  });

  test.each(recorded.map(({ label }) => label))('%s', (label) => {
    expect(problems.get(label)).toEqual([]);
  });
});

describe('pages of 128 integrations', () => {
  const labels = ['list perpage=1000 with more than 100 integrations', 'list default with more than 50'];

  test.each(labels)('%s', async (label) => {
    const recorded = irmStep('10-rate-limits', label);
    const replay = startReplay(recorded.at);
    for (let n = 0; n < 128; n += 1) {
      replay.irm.createIntegration({ type: 'webhook', name: `page ${n}` });
    }
    expect((await replay.run(recorded)).problems).toEqual([]);
    const response = await replay.irm.fetch(new Request(recorded.request.url.replace('{IRM}', baseUrl), asEditor));
    const { results } = (await response.json()) as { results: unknown[] };
    expect(results).toHaveLength(label.includes('1000') ? 128 : 50);
  });
});
