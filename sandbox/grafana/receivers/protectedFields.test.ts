import { testGrafana } from '../testGrafana';

const POINTS = '/api/v1/provisioning/contact-points';
const EDITABLE = { 'X-Disable-Provenance': 'true' };
const point = (url: string, more: object = {}) => ({
  ...{ uid: 'a', name: 'A', type: 'webhook', settings: { url }, disableResolveMessage: false },
  ...more,
});
const object = (version: string) =>
  `/apis/notifications.alerting.grafana.app/${version}/namespaces/default/receivers/QQ`;

interface ReceiverObject {
  metadata: { annotations: Record<string, string> };
  spec: { integrations: Array<{ settings: { url: string } }> };
}

test.each(['webhook', 'oncall'])('13: where the %s of somebody else sends only administrators change', async (type) => {
  const { as } = testGrafana({ version: '13.2.1' });
  await as('admin', EDITABLE)('POST', POINTS, point('http://x.test/', { type }));
  const moved = point('http://y.test/', { type });
  expect(await as('editor', EDITABLE)('PUT', `${POINTS}/a`, moved)).toMatchObject({
    status: 403,
    body: {
      message: "user is not authorized to update protected fields of receiver 'A'",
      extra: { changed_protected_fields: { a: ['url'] } },
    },
  });
  const sameAddress = point('http://x.test/', { type, name: 'A2', disableResolveMessage: true });
  expect((await as('editor', EDITABLE)('PUT', `${POINTS}/a`, sameAddress)).status).toBe(202);
  expect((await as('admin', EDITABLE)('PUT', `${POINTS}/a`, moved)).status).toBe(202);
});

test('13: the app platform says so too, in its form and beforehand', async () => {
  const { as } = testGrafana({ version: '13.2.1' });
  await as('admin', EDITABLE)('POST', POINTS, point('http://x.test/'));
  const editor = as('editor');
  const { body } = await editor('GET', object('v1beta1'));
  const read = body as ReceiverObject;
  expect(read.metadata.annotations['grafana.com/access/canModifyProtected']).toBeUndefined();
  const moved = structuredClone(read);
  moved.spec.integrations[0]!.settings.url = 'http://y.test/';
  const refused = await editor('PUT', object('v1beta1'), moved);
  expect(refused).toMatchObject({ status: 403, body: { kind: 'Status', details: { uid: 'alerting.unauthorized' } } });
  expect(JSON.stringify(refused.body)).toContain('changed_protected_fields');
  expect((await editor('PUT', object('v1beta1'), read)).status).toBe(200);
  const [integration] = moved.spec.integrations;
  const test = { integration, alert: {} };
  expect((await editor('POST', `${object('v1beta1')}/test`, test)).status).toBe(403);
});

test('who made a contact point may move it, a service account like a person', async () => {
  const { as, ask } = testGrafana({ version: '13.2.1' });
  await as('editor', EDITABLE)('POST', POINTS, point('http://x.test/'));
  expect((await as('editor', EDITABLE)('PUT', `${POINTS}/a`, point('http://y.test/'))).status).toBe(202);

  const { body: account } = await as('admin')('POST', '/api/serviceaccounts', { name: 'bot', role: 'Editor' });
  const tokens = `/api/serviceaccounts/${(account as { id: number }).id}/tokens`;
  const { body: token } = await as('admin')('POST', tokens, { name: 't' });
  const bot = { Authorization: `Bearer ${(token as { key: string }).key}`, ...EDITABLE };
  expect((await ask('PUT', `${POINTS}/a`, bot, point('http://z.test/'))).status).toBe(403);
  await ask('POST', POINTS, bot, point('http://x.test/', { uid: 'b', name: 'B' }));
  const moved = point('http://z.test/', { uid: 'b', name: 'B' });
  expect((await ask('PUT', `${POINTS}/b`, bot, moved)).status).toBe(202);
  expect((await as('editor', EDITABLE)('PUT', `${POINTS}/b`, point('http://v.test/', moved))).status).toBe(202);
  const again = point('http://v.test/', { uid: 'b', name: 'B' });
  expect((await as('editor', EDITABLE)('PUT', `${POINTS}/b`, again)).status).toBe(403);
});

test('12.4: the app platform keeps the address from whoever did not make the contact point, the provisioning API does not', async () => {
  const { as } = testGrafana({ version: '12.4.0' });
  await as('admin', EDITABLE)('POST', POINTS, point('http://x.test/'));
  const editor = as('editor');
  const { body } = await editor('GET', object('v0alpha1'));
  const moved = structuredClone(body as ReceiverObject);
  moved.spec.integrations[0]!.settings.url = 'http://y.test/';
  expect(await editor('PUT', object('v0alpha1'), moved)).toMatchObject({ status: 403, body: { kind: 'Status' } });
  expect((await editor('PUT', object('v0alpha1'), body)).status).toBe(200);
  expect((await as('editor', EDITABLE)('PUT', `${POINTS}/a`, point('http://y.test/'))).status).toBe(202);
});

test('12.3 asks for nothing more, unless it is a release with the fix', async () => {
  const moveOther = async (protectsAddresses?: boolean) => {
    const { as } = testGrafana({ version: '12.3.0', protectsAddresses });
    await as('admin', EDITABLE)('POST', POINTS, point('http://x.test/'));
    return (await as('editor', EDITABLE)('PUT', `${POINTS}/a`, point('http://y.test/'))).status;
  };
  expect([await moveOther(), await moveOther(false), await moveOther(true)]).toEqual([202, 202, 403]);
});

test('rights on a contact point with a long name are listed under a hash of it', async () => {
  const { as } = testGrafana({ version: '13.2.1' });
  const named = (url: string) => point(url, { name: 'Platform team production alerts' });
  await as('editor', EDITABLE)('POST', POINTS, named('http://x.test/'));
  const { body } = await as('editor')('GET', '/api/access-control/user/permissions');
  expect((body as Record<string, string[]>)['alert.notifications.receivers.protected:write']).toEqual([
    'receivers:uid:5c8e522917cffa1688041f532847a404823778fb',
  ]);
  expect((await as('editor', EDITABLE)('PUT', `${POINTS}/a`, named('http://y.test/'))).status).toBe(202);
});
