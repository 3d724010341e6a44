import { testGrafana } from '../testGrafana';

const TIMINGS = '/api/v1/provisioning/mute-timings';
const POLICIES = '/api/v1/provisioning/policies';
const EDITABLE = { 'X-Disable-Provenance': 'true' };
const MINUTE = 60_000;
const hours = (start_time: string, end_time: string, more = {}) => [{ times: [{ start_time, end_time }], ...more }];

/** It is Monday, 09:00 UTC; the rule beats once a minute at most. */
async function beating(settings: object | undefined, labels = {}) {
  const grafana = testGrafana();
  const editor = grafana.as('editor', EDITABLE);
  await editor('POST', TIMINGS, { name: 'after ten', time_intervals: hours('10:00', '11:00') });
  await editor('POST', TIMINGS, {
    name: 'in Helsinki',
    time_intervals: hours('11:00', '12:00', { location: 'Europe/Helsinki' }),
  });
  await editor('POST', '/api/folders', { uid: 'f', title: 'F' });
  const point = { uid: 'a', name: 'A', type: 'webhook', settings: { url: 'http://x.test/' } };
  await editor('POST', '/api/v1/provisioning/contact-points', point);
  const timing = { group_wait: '0s', group_interval: '30s', repeat_interval: '1m' };
  const data = [{ refId: 'A', datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0' } }];
  const rule = { title: 'R', condition: 'A', data };
  const notification_settings = settings && { receiver: 'A', ...timing, ...settings };
  const save = () =>
    editor('POST', '/api/ruler/grafana/api/v1/rules/f', {
      ...{ name: 'g', interval: '10s', rules: [{ labels, grafana_alert: { ...rule, notification_settings } }] },
    });
  const saved = await save();
  /** How many notifications leave while this many minutes pass. */
  async function sentIn(minutes: number) {
    const before = grafana.sent.length;
    await grafana.clock.advance(minutes * MINUTE);
    return grafana.sent.length - before;
  }
  return { ...grafana, editor, saved, save, timing, sentIn };
}

test('a mute timing of a rule holds its notifications back and lets the overdue one out when it ends', async () => {
  const { sentIn, editor } = await beating({ mute_time_intervals: ['in Helsinki'] });
  expect(await sentIn(59)).toBe(0);
  const { body } = await editor('GET', '/api/alertmanager/grafana/api/v2/alerts');
  expect(body).toMatchObject([{ status: { state: 'active', silencedBy: [] } }]);
  expect(await sentIn(3)).toBeGreaterThan(0);
});

test('with active times notifications leave inside them only', async () => {
  const { sentIn } = await beating({ active_time_intervals: ['after ten'] });
  expect(await sentIn(59)).toBe(0);
  expect(await sentIn(60)).toBeGreaterThan(30);
  await sentIn(2);
  expect(await sentIn(60)).toBe(0);
});

test('a policy’s mute timing is its own: policies below it do not inherit it', async () => {
  const { sentIn, editor, timing } = await beating(undefined, { team: 'a' });
  const matchers = { object_matchers: [['team', '=', 'a']], mute_time_intervals: ['in Helsinki'] };
  const quiet = { receiver: 'A', ...timing, ...matchers };
  expect((await editor('PUT', POLICIES, { receiver: 'empty', routes: [quiet] })).status).toBe(202);
  expect(await sentIn(30)).toBe(0);
  const loud = { object_matchers: [['team', '=', 'a']] };
  await editor('PUT', POLICIES, { receiver: 'empty', routes: [{ ...quiet, routes: [loud] }] });
  expect(await sentIn(10)).toBeGreaterThan(3);
});

test('a changed mute timing is taken over at the next poll, as contact points are', async () => {
  const { sentIn, editor } = await beating({ mute_time_intervals: ['in Helsinki'] });
  await editor('PUT', `${TIMINGS}/in Helsinki`, { time_intervals: [] });
  expect(await sentIn(2)).toBeGreaterThan(0);
});

test('a rule or a policy cannot name one that is not there, and none that is named can go', async () => {
  const { editor, saved } = await beating({ mute_time_intervals: ['after ten'] });
  expect(saved.status).toBe(202);
  expect(await editor('DELETE', `${TIMINGS}/after ten`)).toMatchObject({
    status: 409,
    body: { message: 'Time interval is used by alert rules' },
  });
  const child = { receiver: 'A', object_matchers: [['a', '=', 'b']] };
  const tree = (name: string) => ({ receiver: 'A', routes: [{ ...child, mute_time_intervals: [name] }] });
  expect((await editor('PUT', POLICIES, tree('nope'))).status).toBe(400);
  await editor('PUT', POLICIES, tree('in Helsinki'));
  expect((await editor('DELETE', `${TIMINGS}/in Helsinki`)).status).toBe(409);
  await editor('PUT', POLICIES, { receiver: 'A', routes: [child] });
  expect((await editor('DELETE', `${TIMINGS}/in Helsinki`)).status).toBe(204);
  expect((await editor('GET', `${TIMINGS}/in Helsinki`)).status).toBe(404);

  const unknown = await beating({ active_time_intervals: ['nope'] });
  expect(unknown.saved).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining('time interval nope does not exist') as string },
  });
});

test('mute timings are made once, kept locked or not, and checked', async () => {
  const { as, grafana } = testGrafana();
  const nights = { name: 'nights', time_intervals: hours('00:00', '06:00', { weekdays: ['monday:friday'] }) };
  expect(await as('editor')('POST', TIMINGS, nights)).toMatchObject({ status: 201, body: { provenance: 'api' } });
  expect((await as('editor')('POST', TIMINGS, nights)).status).toBe(400);
  expect((await as('editor', EDITABLE)('PUT', `${TIMINGS}/nights`, nights)).status).toBe(403);
  expect((await as('editor', EDITABLE)('DELETE', `${TIMINGS}/nights`)).status).toBe(403);
  const overMidnight = { name: 'x', time_intervals: hours('22:00', '06:00') };
  expect((await as('editor')('POST', TIMINGS, overMidnight)).status).toBe(400);
  expect((await as('viewer')('POST', TIMINGS, nights)).status).toBe(403);
  const { body } = await as('viewer')('GET', TIMINGS);
  expect(body).toMatchObject([nights]);
  const second = testGrafana({ saved: JSON.parse(JSON.stringify(grafana.snapshot())) as unknown });
  expect((await second.as('viewer')('GET', TIMINGS)).body).toEqual(body);
});
