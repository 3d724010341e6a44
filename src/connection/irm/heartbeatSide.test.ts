import { standIns } from '../../../tests/support/standIns';
import { endpointOfUrl } from '../endpoint/identity';
import { findIntegration } from './findIntegration';
import { heartbeatSide } from './heartbeatSide';

let world: ReturnType<typeof standIns>;
beforeEach(() => (world = standIns()));
afterEach(() => world.stop());

async function integrationAt(url: string) {
  const { irm } = await world.signIn('admin');
  const endpoint = endpointOfUrl(url)?.endpoint;
  const found = irm && endpoint ? await findIntegration(irm, endpoint, undefined) : undefined;
  if (!irm || !found?.ok || found.value.kind !== 'found') {
    throw new Error('IRM does not show the integration');
  }
  return { irm, id: found.value.integration.id };
}

async function side(url: string) {
  const { irm, id } = await integrationAt(url);
  return heartbeatSide(irm, id);
}

const minutes = (count: number) => world.clock.advance(count * 60_000);

/** As Alertmanager posts it: a rule of a person, each with an alert group of its own. */
async function raise(endpoint: string, alertname: string) {
  const labels = { alertname };
  const body = { status: 'firing', receiver: 'IRM', groupKey: alertname, groupLabels: labels, alerts: [{ labels }] };
  const headers = { 'Content-Type': 'application/json' };
  await world.irm.fetch(new Request(endpoint, { method: 'POST', headers, body: JSON.stringify(body) }));
}

test('IRM misses beats from its alert on until they come again, and nothing before the first', async () => {
  await world.withIrmApi();
  const { endpoint, heartbeat } = world.newIntegration('Production');
  const beat = () => world.irm.fetch(new Request(heartbeat, { method: 'POST' }));
  expect(await side(endpoint)).toEqual({ ok: true, value: { side: 'quiet', requests: 1 } });
  await beat();
  await minutes(9);
  expect(await side(endpoint)).toMatchObject({ value: { side: 'quiet' } });
  await minutes(6);
  expect(await side(endpoint)).toEqual({ ok: true, value: { side: 'missing', requests: 1 } });
  await beat();
  await minutes(3);
  expect(await side(endpoint)).toMatchObject({ value: { side: 'quiet' } });
});

test.each(['acknowledge', 'silence'])(
  'an alert about missing beats that somebody chose to %s is open all the same',
  async (action) => {
    await world.withIrmApi();
    const { endpoint, heartbeat } = world.newIntegration('Production');
    await world.irm.fetch(new Request(heartbeat, { method: 'POST' }));
    await minutes(15);
    const { irm, id } = await integrationAt(endpoint);
    const groups = await irm.listAlertGroups({ integrationId: id });
    const group = groups.ok ? groups.value.items[0]?.id : undefined;
    const url = `https://irm.example.net/ui/api/alert-groups/${group}/${action}`;
    const headers = { 'Content-Type': 'application/json' };
    const done = await world.irm.fetch(new Request(url, { method: 'POST', headers, body: '{"seconds":3600}' }));
    expect(done.status).toBe(200);
    expect(await side(endpoint)).toMatchObject({ value: { side: 'missing' } });
  }
);

test('an alert of a person is no missing beat, and a refusal is passed on', async () => {
  await world.withIrmApi();
  const { endpoint } = world.newIntegration('Production');
  await raise(endpoint, 'DiskFull');
  await world.clock.advance(10_000);
  expect(await side(endpoint)).toMatchObject({ value: { side: 'quiet' } });
  const refused = { ok: false, error: { reason: 'rateLimited' } } as never;
  expect(await heartbeatSide({ listAlertGroups: async () => refused } as never, 'x')).toBe(refused);
});

test('among more than a hundred other alerts it is found, and where too many are open nothing is claimed', async () => {
  await world.withIrmApi();
  const { endpoint, heartbeat } = world.newIntegration('Production');
  await world.irm.fetch(new Request(heartbeat, { method: 'POST' }));
  await minutes(15);
  for (let index = 0; index < 110; index += 1) {
    await raise(endpoint, `Full${index}`);
    await world.clock.advance(3_000);
  }
  expect(await side(endpoint)).toEqual({ ok: true, value: { side: undefined, requests: 4 } });
});
