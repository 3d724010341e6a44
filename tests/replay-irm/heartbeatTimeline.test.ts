import { irmRecording } from '../support/irmRecordings';
import { baseUrl, freshIrm } from './client';
import { differences } from './compare';
import { Names } from './names';

interface Event {
  at: string;
  event: string;
  heartbeat?: Record<string, unknown>;
  alert_group?: Record<string, unknown>;
}

const events = irmRecording<Event[]>('05-heartbeat-timeline');
const recorded = (event: string): Event => {
  const found = events.find((each) => each.event === event);
  if (!found) {
    throw new Error(`Not recorded: ${event}`);
  }
  return found;
};
const timeOf = (event: string) => Date.parse(recorded(event).at);
const inForm = (body: unknown) =>
  JSON.parse(JSON.stringify(body).replaceAll('{IRM}', baseUrl).replaceAll('127.0.0.1:3000', 'localhost:3000'));

async function armed() {
  const story = freshIrm(recorded('last heartbeat signal (POST)').at);
  const { id, heartbeatEndpoint, heartbeatId } = story.create('alertmanager');
  await story.heartbeat(heartbeatId, 'PATCH', { timeout_seconds: 60 });
  await story.send(heartbeatEndpoint, 'POST');
  const until = (event: string) => story.clock.advance(timeOf(event) - story.clock.now());
  const heartbeat = async () => (await story.heartbeat(heartbeatId)).json();
  const groups = async () => {
    const response = await story.send(`/api/v1/alert_groups/?integration_id=${id}`);
    return ((await response.json()) as { results: unknown[] }).results;
  };
  const reset = () => story.heartbeat(heartbeatId, 'POST', undefined, 'reset/');
  return { ...story, id, heartbeatEndpoint, until, heartbeat, reset, groups };
}

test('a missed heartbeat: down at H, alert group at an even minute, resolved at the next one after a beat', async () => {
  const { until, heartbeat, reset, groups, send, heartbeatEndpoint, clock } = await armed();
  // The real engine took up to six seconds after the even minute to make its alert group.
  const how = { names: new Names(), toleranceMs: 6000 };
  const expectAsRecorded = (value: unknown, was: unknown) => expect(differences(inForm(was), value, how)).toEqual([]);

  await until('status True');
  expect(await heartbeat()).toMatchObject({ status: true });

  await until('status became False');
  expectAsRecorded(await heartbeat(), recorded('status became False').heartbeat);
  expect(await groups()).toEqual([]);

  await until('alert group created');
  expectAsRecorded((await groups())[0], recorded('alert group created').alert_group);

  await until('heartbeat signal again');
  await send(heartbeatEndpoint, 'POST');
  await until('status right after');
  expectAsRecorded(await heartbeat(), recorded('status right after').heartbeat);
  expect(await groups()).toEqual([expect.objectContaining({ state: 'firing', alerts_count: 1 })]);

  // The recording tells of one beat only; by itself it would have run out again before IRM looked.
  await clock.advance(60_000);
  await send(heartbeatEndpoint, 'POST');
  await until('alert group resolved');
  expectAsRecorded((await groups())[0], recorded('alert group resolved').alert_group);

  expect((await reset()).status).toBe(204);
  expectAsRecorded(await heartbeat(), recorded('reset').heartbeat);
});

test('the status turns at H, not a moment earlier', async () => {
  const { heartbeat, clock } = await armed();
  await clock.advance(60_000);
  expect(await heartbeat()).toMatchObject({ status: true });
  await clock.advance(1);
  expect(await heartbeat()).toMatchObject({ status: false });
});

test('while beats keep coming nothing happens, and a missing heartbeat makes one alert group however long it lasts', async () => {
  const { groups, clock, send, heartbeatEndpoint } = await armed();
  for (let beat = 0; beat < 20; beat += 1) {
    await clock.advance(50_000);
    await send(heartbeatEndpoint, 'HEAD');
  }
  expect(await groups()).toEqual([]);
  await clock.advance(3_600_000);
  expect(await groups()).toEqual([expect.objectContaining({ state: 'firing', alerts_count: 1 })]);
});

test('a heartbeat that was never signalled, or was reset, never alerts', async () => {
  const { clock, heartbeat, reset, groups, create, groupsOf } = await armed();
  const other = create('webhook');
  await reset();
  await clock.advance(86_400_000);
  expect(await heartbeat()).toMatchObject({ status: false, last_heartbeat_time_verbal: null });
  expect(await groups()).toEqual([]);
  expect(await groupsOf(other.id)).toEqual([]);
});

test.each(['GET', 'HEAD', 'POST'])('%s counts as a beat, also at the path of another type', async (method) => {
  const { create, send, heartbeat } = freshIrm();
  const { heartbeatEndpoint, heartbeatId } = create('webhook');
  await send(heartbeatEndpoint.replace('/webhook/', '/zabbix/'), method);
  expect(await (await heartbeat(heartbeatId)).json()).toMatchObject({ status: true });
});

test.each(['webhook', 'formatted_webhook', 'grafana', 'zabbix'])(
  'a %s heartbeat alerts and resolves with default templates',
  async (type) => {
    const { create, send, heartbeat, clock, groupsOf } = freshIrm();
    const { id, heartbeatEndpoint, heartbeatId } = create(type);
    await heartbeat(heartbeatId, 'PATCH', { timeout_seconds: 60 });
    await send(heartbeatEndpoint, 'POST');
    await clock.advance(120_000);
    expect(await groupsOf(id)).toEqual([expect.objectContaining({ state: 'firing', alerts_count: 1 })]);
    await clock.advance(90_000);
    await send(heartbeatEndpoint, 'POST');
    await clock.advance(30_000);
    expect(await groupsOf(id)).toEqual([expect.objectContaining({ state: 'resolved', alerts_count: 2 })]);
  }
);
