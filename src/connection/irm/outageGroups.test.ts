import { standIns } from '../../../tests/support/standIns';
import { endpointOfUrl } from '../endpoint/identity';
import { findIntegration } from './findIntegration';
import { readOpenGroups } from './openGroups';
import { MOST_GROUP_PAGES, OUTAGE_WINDOW_MS, readOutageGroups, type OutageReading } from './outageGroups';
import { outagesOf, uptimeOf } from './outages';
import { WEBHOOK_TEMPLATES } from './webhookTemplates';

const MINUTE = 60_000;

let world: ReturnType<typeof standIns>;
beforeEach(async () => {
  world = standIns();
  await world.withIrmApi();
});
afterEach(() => world.stop());

/** An integration of IRM whose beats come and stay away as the test says. */
async function watched(name: string, type: string, templates?: object) {
  const { endpoint, heartbeat } = world.newIntegration(name, type);
  const { irm } = await world.signIn('editor');
  const known = endpointOfUrl(endpoint)?.endpoint;
  const found = irm && known && (await findIntegration(irm, known));
  if (!irm || !found?.ok || found.value.kind !== 'found') {
    throw new Error(`IRM does not know ${name}`);
  }
  const { id } = found.value.integration;
  if (templates) {
    await irm.updateIntegration(id, { templates });
  }
  const send = (url: string, body: object) =>
    world.irm.fetch(
      new Request(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    );
  return {
    irm,
    id,
    alert: (groupKey: string) => send(endpoint, { status: 'firing', groupKey, groupLabels: { alertname: groupKey } }),
    async beatFor(minutes: number) {
      for (let minute = 0; minute < minutes; minute += 1) {
        await send(heartbeat, {});
        await world.clock.advance(MINUTE);
      }
    },
    /** So many alerts, each a group of its own; IRM takes 300 in 5 minutes. */
    async flood(count: number) {
      for (let index = 0; index < count; index += 1) {
        await send(endpoint, { status: 'firing', groupKey: `flood ${index}`, groupLabels: {} });
        if (index % 250 === 249) {
          await world.clock.advance(6 * MINUTE);
        }
      }
    },
    silentFor: (minutes: number) => world.clock.advance(minutes * MINUTE),
    async read(): Promise<OutageReading> {
      const reading = await readOutageGroups(irm, id, world.clock.now());
      if (!reading.ok) {
        throw new Error(reading.error.message);
      }
      return reading.value;
    },
  };
}

const lengths = (reading: OutageReading, lastBeat?: number) =>
  outagesOf(reading.groups, reading, lastBeat).map(({ from, to, end }) => [
    to === undefined ? undefined : (to - from) / MINUTE,
    end,
  ]);

test.each(['alertmanager', 'webhook'])('beats of type %s that stay away twice are two outages', async (type) => {
  const heart = await watched('Production', type);
  await heart.beatFor(5);
  await heart.alert('DiskFull');
  await heart.silentFor(30);
  await heart.beatFor(60);
  await heart.silentFor(20);

  const lasting = await heart.read();
  expect(lengths(lasting)).toEqual([
    [22, 'restored'],
    [11, 'lasting'],
  ]);
  await heart.beatFor(5);
  const over = await heart.read();
  expect(lengths(over)).toEqual([
    [22, 'restored'],
    [12, 'restored'],
  ]);
  expect(over.groups).toHaveLength(2);
  expect(over.from).toBe(over.to - OUTAGE_WINDOW_MS);
  const { share, missing } = uptimeOf(outagesOf(over.groups, over, undefined), over);
  expect(missing).toBe(34 * MINUTE);
  expect(share).toBeCloseTo(1 - 34 / (30 * 24 * 60), 10);
});

test('the templates that the wizard sets close the alert group of a lost heartbeat', async () => {
  const heart = await watched('Mended webhook', 'webhook', WEBHOOK_TEMPLATES);
  await heart.beatFor(5);
  await heart.silentFor(20);
  await heart.beatFor(30);
  const { groups } = await heart.read();
  expect(groups).toHaveLength(1);
  expect(groups[0]?.resolvedAt).toBeDefined();
});

test('templates that resolve only what Grafana sends leave groups open, and the outages are told all the same', async () => {
  const heart = await watched('Webhook', 'webhook', {
    groupingKey: '{{ payload.groupKey }}',
    resolveSignal: "{{ payload.status == 'resolved' }}",
  });
  await heart.beatFor(5);
  await heart.silentFor(20);
  await heart.beatFor(30);
  const reading = await heart.read();
  expect(reading.groups.map(({ news, resolvedAt }) => [news, resolvedAt])).toEqual([
    ['restored', undefined],
    ['lost', undefined],
  ]);
  expect(lengths(reading)).toEqual([[expect.any(Number), 'restored']]);
  expect(outagesOf(reading.groups, reading, world.clock.now())[0]?.isOpen).toBe(true);
});

test('an outage that began before the 30 days and reaches into them is seen, an older one is not', async () => {
  const heart = await watched('Old', 'alertmanager');
  await heart.beatFor(1);
  await heart.silentFor(60);
  await heart.beatFor(1);
  await heart.silentFor(2 * 24 * 60);
  await heart.beatFor(5);
  await world.clock.advance(OUTAGE_WINDOW_MS - 24 * 60 * MINUTE);
  const reading = await heart.read();
  const outages = outagesOf(reading.groups, reading, undefined);
  expect(outages[0]?.from).toBe(reading.from);
  expect(outages.map(({ end }) => end)).toEqual(['restored', 'lasting']);
});

/** How often the list of alert groups was asked for. */
const pagesRead = () => world.asked.filter((one) => one.endsWith('/api/v1/alert_groups')).length;

test('what IRM raised about a heartbeat is found among 500 other alert groups', async () => {
  const heart = await watched('Busy', 'alertmanager');
  await heart.beatFor(1);
  await heart.silentFor(30);
  await heart.beatFor(3);
  await heart.flood(500);
  const reading = await heart.read();
  expect(lengths(reading, world.clock.now())[0]?.[1]).toBe('restored');
  expect(reading.from).toBe(reading.to - OUTAGE_WINDOW_MS);
  expect(pagesRead()).toBe(6);
});

test('a flood of alerts is read back to some date only, which is told', async () => {
  const heart = await watched('Flood', 'alertmanager');
  await heart.beatFor(1);
  await heart.silentFor(30);
  const before = world.clock.now();
  await heart.flood(1050);
  const reading = await heart.read();
  expect(pagesRead()).toBe(MOST_GROUP_PAGES);
  expect(reading.groups).toEqual([]);
  expect(reading.from).toBeGreaterThanOrEqual(before);
  expect(reading.from).toBeLessThan(reading.to);
});

test('an answer that fails on the way is no reading', async () => {
  const { irm } = await watched('Production', 'alertmanager');
  world.failWith((path) => (path.endsWith('/alert_groups') ? new Response('{}', { status: 500 }) : undefined));
  expect(await readOutageGroups(irm, 'C1', world.clock.now())).toMatchObject({
    ok: false,
    error: { reason: 'serverError' },
  });
  expect(await readOpenGroups(irm, 'C1')).toMatchObject({ ok: false, error: { reason: 'serverError' } });
});

test('open groups are counted by state, and the newest are named', async () => {
  const heart = await watched('Production', 'alertmanager');
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) {
    await heart.alert(name);
    await world.clock.advance(1000);
  }
  const ids = async () => {
    const list = await heart.irm.listAlertGroups({ integrationId: heart.id });
    return list.ok ? list.value.items.map(({ id }) => id) : [];
  };
  const [newest = '', second = '', third = ''] = await ids();
  const act = (id: string, action: string) =>
    world.irm.fetch(
      new Request(`https://irm.example.net/ui/api/alert-groups/${id}/${action}`, { method: 'POST', body: '{}' })
    );
  await act(newest, 'acknowledge');
  await act(second, 'silence');
  await act(third, 'resolve');

  expect(await readOpenGroups(heart.irm, heart.id)).toMatchObject({
    value: {
      counts: { firing: 4, acknowledged: 1, silenced: 1 },
      newest: [
        { title: 'G', state: 'acknowledged' },
        { title: 'F', state: 'silenced' },
        { title: 'D', state: 'firing' },
        { title: 'C', state: 'firing' },
        { title: 'B', state: 'firing' },
      ],
    },
  });
});
