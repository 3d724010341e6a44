import { standIns } from '../../../tests/support/standIns';
import { endpointOfUrl } from '../endpoint/identity';
import { findIntegration } from './findIntegration';
import { heartbeatSide } from './heartbeatSide';

let world: ReturnType<typeof standIns>;
beforeEach(() => (world = standIns()));
afterEach(() => world.stop());

async function side(url: string) {
  const { irm } = await world.signIn('admin');
  const endpoint = endpointOfUrl(url)?.endpoint;
  const found = irm && endpoint ? await findIntegration(irm, endpoint, undefined) : undefined;
  if (!irm || !found?.ok || found.value.kind !== 'found') {
    throw new Error('IRM does not show the integration');
  }
  return heartbeatSide(irm, found.value.integration.id);
}

test('IRM misses beats from its alert on until they come again, and nothing before the first', async () => {
  await world.withIrmApi();
  const { endpoint, heartbeat } = world.newIntegration('Production');
  const beat = () => world.irm.fetch(new Request(heartbeat, { method: 'POST' }));
  const minutes = (count: number) => world.clock.advance(count * 60_000);
  expect(await side(endpoint)).toEqual({ ok: true, value: 'quiet' });
  await beat();
  await minutes(9);
  expect(await side(endpoint)).toEqual({ ok: true, value: 'quiet' });
  await minutes(6);
  expect(await side(endpoint)).toEqual({ ok: true, value: 'missing' });
  await beat();
  await minutes(3);
  expect(await side(endpoint)).toEqual({ ok: true, value: 'quiet' });
});

test('an alert of a person is no missing beat, and a refusal is passed on', async () => {
  await world.withIrmApi();
  const { endpoint } = world.newIntegration('Production');
  const alert = {
    status: 'firing',
    receiver: 'IRM',
    groupKey: 'x',
    groupLabels: { alertname: 'DiskFull' },
    alerts: [],
  };
  await world.irm.fetch(
    new Request(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(alert),
    })
  );
  await world.clock.advance(10_000);
  expect(await side(endpoint)).toEqual({ ok: true, value: 'quiet' });
  const refused = { ok: false, error: { reason: 'rateLimited' } } as never;
  expect(await heartbeatSide({ listAlertGroups: async () => refused } as never, 'x')).toBe(refused);
});
