import { fakeClock } from '../../clock';
import { objectName } from '../platform/objectName';
import type { GrafanaVersion } from '../context';
import { createGrafana } from '../standIn';
import { DEFAULT_USERS, type Login } from './store';

const POINTS = '/api/v1/provisioning/contact-points';
const MINE = { uid: 'mine', name: 'Mine', type: 'webhook', settings: { url: 'http://a.example' } };
const grafanas: Array<ReturnType<typeof createGrafana>> = [];
afterEach(() => grafanas.splice(0).forEach((grafana) => grafana.stop()));

function grafanaWith(version: GrafanaVersion, permissions: Login['permissions'] = {}) {
  const users: Login[] = [...DEFAULT_USERS, { login: 'custom', password: 'custom', role: 'None', permissions }];
  const grafana = createGrafana({
    version,
    clock: fakeClock(Date.parse('2026-11-22T08:00:00Z')),
    rootUrl: 'http://grafana.example',
    send: async () => Response.json({}),
    users,
  });
  grafanas.push(grafana);
  return async (login: string, method: string, path: string, body?: object) => {
    const password = users.find((user) => user.login === login)?.password ?? '';
    const headers = {
      Authorization: `Basic ${btoa(`${login}:${password}`)}`,
      'Content-Type': 'application/json',
      'X-Disable-Provenance': 'true',
    };
    const request = new Request(`http://grafana.example${path}`, { method, headers, body: JSON.stringify(body) });
    const answer = await grafana.fetch(request);
    return { status: answer.status, body: (await answer.json().catch(() => undefined)) as Record<string, string[]> };
  };
}

const PROVENANCE = { 'alert.provisioning.provenance:write': [''] };

test('an Editor of 13.2 has no general right to notifications any longer, and makes and removes contact points all the same', async () => {
  const ask = grafanaWith('13.2.1');
  const { body } = await ask('editor', 'GET', '/api/access-control/user/permissions');
  expect(body['alert.notifications:write']).toBeUndefined();
  expect(body['alert.notifications.receivers:create']).toEqual(['']);
  expect((await ask('editor', 'POST', POINTS, MINE)).status).toBe(202);
  expect((await ask('editor', 'DELETE', `${POINTS}/mine`)).status).toBe(202);
});

test('an Admin of 13.2 keeps it', async () => {
  const { body } = await grafanaWith('13.2.1')('admin', 'GET', '/api/access-control/user/permissions');
  expect(body['alert.notifications:write']).toEqual(['']);
});

test('rights on contact points open the door of 13 and not that of 12.4', async () => {
  const only = { ...PROVENANCE, 'alert.notifications.receivers:create': [''] };
  expect((await grafanaWith('13.2.1', only)('custom', 'POST', POINTS, MINE)).status).toBe(202);
  expect((await grafanaWith('12.4.0', only)('custom', 'POST', POINTS, MINE)).status).toBe(403);
});

test('a right on one contact point is none on another', async () => {
  const scope = `receivers:uid:${objectName('Mine')}`;
  const ask = grafanaWith('13.2.1', {
    ...PROVENANCE,
    'alert.notifications.receivers:write': [scope],
    'alert.notifications.receivers:delete': [scope],
  });
  for (const one of [MINE, { ...MINE, uid: 'other', name: 'Other' }]) {
    expect((await ask('admin', 'POST', POINTS, one)).status).toBe(202);
  }
  expect((await ask('custom', 'PUT', `${POINTS}/mine`, { ...MINE, disableResolveMessage: true })).status).toBe(202);
  expect((await ask('custom', 'DELETE', `${POINTS}/other`)).status).toBe(403);
  expect((await ask('custom', 'DELETE', `${POINTS}/mine`)).status).toBe(202);
});

test('who made a contact point manages it, without any role', async () => {
  const ask = grafanaWith('13.2.1', { ...PROVENANCE, 'alert.notifications.receivers:create': [''] });
  await ask('custom', 'POST', POINTS, MINE);
  const { body } = await ask('custom', 'GET', '/api/access-control/user/permissions');
  expect(body['alert.notifications.receivers.protected:write']).toEqual([`receivers:uid:${objectName('Mine')}`]);
  const moved = { ...MINE, settings: { url: 'http://b.example' } };
  expect((await ask('editor', 'PUT', `${POINTS}/mine`, moved)).status).toBe(403);
  expect((await ask('custom', 'PUT', `${POINTS}/mine`, moved)).status).toBe(202);
});

test('nobody without a role and without rights reads contact points', async () => {
  expect((await grafanaWith('12.4.0')('custom', 'GET', POINTS)).status).toBe(403);
});
