import { Hono } from 'hono';

import { fakeClock } from '../../clock';
import type { GrafanaEnv, OrgRole, SignedInUser } from '../context';
import { mayOf } from '../people/permissions';
import { createReceiverStore } from '../receivers/store';
import { createAlerting } from './index';
import { contactPoint, START } from './testEngine';

function person(login: string, role: OrgRole, id: number): SignedInUser {
  return { id, uid: `a${id}aaaaaaaaaaaa`, login, name: login, email: '', role, kind: 'user' };
}

const PEOPLE = [person('admin', 'Admin', 1), person('editor', 'Editor', 2), person('colleague', 'Editor', 3)];

function setUp() {
  const clock = fakeClock(START);
  const beats: number[] = [];
  const contactPoints = [contactPoint('hb', { disableResolveMessage: true })];
  const names = () => contactPoints.map(({ name }) => name);
  const alerting = createAlerting({
    version: '12.4.0',
    clock,
    rootUrl: 'http://localhost:3000',
    send: async () => {
      beats.push(clock.now());
      return new Response('');
    },
    contactPoints: { list: () => contactPoints, names, hasReceiver: (name) => names().includes(name) },
    timeIntervals: { list: () => [], has: () => false },
    policies: { tree: () => ({ receiver: 'empty' }) },
  });
  const store = createReceiverStore('12.4.0');
  const { folders } = alerting;
  const rights = { version: '12.4.0', store, folders, dataSourceUids: [], protectsAddresses: false } as const;
  const app = new Hono<GrafanaEnv>();
  app.use(async (c, next) => {
    const user = PEOPLE.find(({ login }) => login === c.req.header('X-Login'));
    if (user) {
      c.set('user', user);
      c.set('may', mayOf(user, rights));
    }
    return next();
  });
  app.route('/', alerting.routes);

  async function ask(login: string, method: string, path: string, body?: unknown) {
    const response = await app.request(path, {
      method,
      headers: { 'X-Login': login },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Record<string, unknown> };
  }
  return { clock, beats, contactPoints, alerting, ask };
}

const RULER = '/api/ruler/grafana/api/v1/rules/irm-heartbeats';
const STATUS = '/api/alertmanager/grafana/config/api/v1/receivers';
const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };

function group(receiver: string) {
  const notification_settings = { receiver, group_wait: '0s', group_interval: '1s', repeat_interval: '60s' };
  const model = { expression: '1 > 0', intervalMs: 1000, maxDataPoints: 43200, refId: 'A', type: 'math' };
  const query = { refId: 'A', queryType: '', relativeTimeRange: { from: 0, to: 0 }, datasourceUid: '__expr__', model };
  const grafana_alert = { title: 'IRM', condition: 'A', data: [query], is_paused: false, notification_settings };
  return { name: 'irmc-1', interval: '10s', rules: [{ for: '0s', grafana_alert }] };
}

test('a new folder answers 403 to others for up to a minute, its author and admins see it at once', async () => {
  const { ask, clock } = setUp();
  expect((await ask('colleague', 'GET', '/api/folders')).body).toEqual([]);
  expect((await ask('editor', 'POST', '/api/folders', FOLDER)).status).toBe(200);
  const statusFor = async (login: string) => (await ask(login, 'GET', '/api/folders/irm-heartbeats')).status;
  expect([await statusFor('editor'), await statusFor('admin'), await statusFor('colleague')]).toEqual([200, 200, 403]);
  await clock.advance(60_000);
  expect(await statusFor('colleague')).toBe(200);
});

test('an editor who asks for a folder that is not there hears 403, an admin 404', async () => {
  const { ask } = setUp();
  expect((await ask('editor', 'GET', '/api/folders/nope')).status).toBe(403);
  expect((await ask('admin', 'GET', '/api/folders/nope')).status).toBe(404);
});

test('a rule saved through the ruler API beats within ten seconds, on a contact point made a moment before', async () => {
  const { ask, clock, contactPoints, beats } = setUp();
  await ask('editor', 'POST', '/api/folders', FOLDER);
  await clock.advance(61_000);
  contactPoints.push(contactPoint('new'));
  const known = async () => JSON.stringify((await ask('editor', 'GET', STATUS)).body).includes('"new"');
  expect(await known()).toBe(false);
  expect((await ask('editor', 'POST', RULER, group('new'))).status).toBe(202);
  expect(await known()).toBe(true);
  await clock.advance(10_000);
  expect(beats).toHaveLength(1);
});

test('a group that is sent back as it was read changes nothing; a duration is given back in its shortest form', async () => {
  const { ask } = setUp();
  await ask('editor', 'POST', '/api/folders', FOLDER);
  await ask('editor', 'POST', RULER, group('hb'));
  const read = await ask('editor', 'GET', `${RULER}/irmc-1`);
  expect(JSON.stringify(read.body)).toContain('"repeat_interval":"1m"');
  const again = await ask('editor', 'POST', RULER, read.body);
  expect(again.body).toEqual({ message: 'no changes detected in the rule group' });
});

test('a folder with rules is deleted only when that is asked for', async () => {
  const { ask } = setUp();
  await ask('editor', 'POST', '/api/folders', FOLDER);
  await ask('editor', 'POST', RULER, group('hb'));
  expect((await ask('editor', 'DELETE', '/api/folders/irm-heartbeats')).status).toBe(400);
  expect((await ask('editor', 'DELETE', '/api/folders/irm-heartbeats?forceDeleteRules=true')).status).toBe(200);
  expect((await ask('admin', 'GET', '/api/v1/provisioning/alert-rules')).body).toEqual([]);
});

test('what was saved as JSON goes on in another process: the cadence included', async () => {
  const first = setUp();
  await first.ask('editor', 'POST', '/api/folders', FOLDER);
  await first.ask('editor', 'POST', RULER, group('hb'));
  await first.clock.advance(30_000);
  const saved: unknown = JSON.parse(JSON.stringify(first.alerting.snapshot()));
  first.alerting.stop();

  const second = setUp();
  await second.clock.advance(35_000);
  second.alerting.restore(saved);
  await second.clock.advance(60_000);
  expect((await second.ask('admin', 'GET', `${RULER}/irmc-1`)).status).toBe(202);
  const gap = ((second.beats[0] ?? NaN) - (first.beats[0] ?? NaN)) / 1000;
  expect(Math.abs(gap - 60)).toBeLessThan(1.5);
  second.alerting.stop();
});
