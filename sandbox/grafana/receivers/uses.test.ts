import { testGrafana } from '../testGrafana';

const POINTS = '/api/v1/provisioning/contact-points';
const POLICIES = '/api/v1/provisioning/policies';
const RECEIVERS = '/apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers';
const EDITABLE = { 'X-Disable-Provenance': 'true' };
const point = (uid: string, name: string, type = 'webhook', settings: object = { url: `http://${uid}.test/` }) => ({
  ...{ uid, name, type, settings, disableResolveMessage: false },
});
const data = [{ refId: 'A', datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0' } }];

async function setUp() {
  const grafana = testGrafana();
  const editor = grafana.as('editor', EDITABLE);
  for (const folder of ['one', 'two']) {
    await editor('POST', '/api/folders', { uid: folder, title: folder });
  }
  const rule = (folder: string, receiver: string) =>
    editor('POST', `/api/ruler/grafana/api/v1/rules/${folder}`, {
      ...{ name: 'g', interval: '10s' },
      rules: [{ grafana_alert: { title: folder, condition: 'A', data, notification_settings: { receiver } } }],
    });
  const names = async () =>
    ((await editor('GET', POINTS)).body as Array<{ uid: string; name: string }>).map(
      ({ uid, name }) => `${uid}:${name}`
    );
  const uses = async (name: string) => {
    const { body } = await editor('GET', `${RECEIVERS}/${Buffer.from(name).toString('base64url')}`);
    const { annotations } = (body as { metadata: { annotations: Record<string, string> } }).metadata;
    return [annotations['grafana.com/inUse/routes'], annotations['grafana.com/inUse/rules']];
  };
  return { ...grafana, editor, rule, names, uses };
}

test('a contact point that a nested policy or a rule of any folder names stays', async () => {
  const { editor, rule, uses } = await setUp();
  for (const uid of ['a', 'b', 'c']) {
    await editor('POST', POINTS, point(uid, uid.toUpperCase()));
  }
  await editor('PUT', POLICIES, { receiver: 'empty', routes: [{ receiver: 'A', routes: [{ receiver: 'A' }] }] });
  await rule('one', 'B');
  await rule('two', 'B');
  expect(await uses('A')).toEqual(['2', '0']);
  expect(await uses('B')).toEqual(['0', '2']);
  expect(await uses('C')).toEqual(['0', '0']);
  const statuses = [];
  for (const uid of ['a', 'b', 'c']) {
    statuses.push((await editor('DELETE', `${POINTS}/${uid}`)).status);
  }
  expect(statuses).toEqual([409, 409, 202]);
  await editor('DELETE', '/api/ruler/grafana/api/v1/rules/one');
  expect((await editor('DELETE', `${POINTS}/b`)).status).toBe(409);
  await editor('DELETE', '/api/ruler/grafana/api/v1/rules/two');
  expect((await editor('DELETE', `${POINTS}/b`)).status).toBe(202);
});

test('integrations of several types live under one name; only the last one is in use', async () => {
  const { editor, rule, names } = await setUp();
  await editor('POST', POINTS, point('w', 'A'));
  await editor('POST', POINTS, point('o', 'A', 'oncall'));
  await editor('POST', POINTS, point('m', 'A', 'email', { addresses: 'ops@example.net' }));
  await editor('POST', POINTS, point('s', 'B', 'slack', { url: 'http://slack.test/' }));
  expect((await editor('POST', POINTS, point('x', 'A', 'oncall', {}))).status).toBe(400);
  expect(await names()).toEqual(['m:A', 'o:A', 'w:A', 's:B']);
  await rule('one', 'A');
  expect((await editor('DELETE', `${POINTS}/w`)).status).toBe(202);
  expect((await editor('DELETE', `${POINTS}/o`)).status).toBe(202);
  expect((await editor('DELETE', `${POINTS}/m`)).status).toBe(409);
});

test('one of several integrations that gets another name moves out; policies and rules stay with the rest', async () => {
  const { editor, rule, names, uses } = await setUp();
  await editor('POST', POINTS, point('w', 'A'));
  await editor('POST', POINTS, point('m', 'A', 'email', { addresses: 'ops@example.net' }));
  await editor('PUT', POLICIES, { receiver: 'A' });
  await rule('one', 'A');
  await editor('PUT', `${POINTS}/w`, point('w', 'B'));
  expect(await names()).toEqual(['m:A', 'w:B']);
  expect([await uses('A'), await uses('B')]).toEqual([
    ['1', '1'],
    ['0', '0'],
  ]);
});

test('an integration of the type oncall delivers, and is tested, like a webhook', async () => {
  const { editor, rule, clock, sent } = await setUp();
  await editor('POST', POINTS, point('o', 'A', 'oncall'));
  await rule('one', 'A');
  await clock.advance(60_000);
  expect(sent.map(({ url }) => url)).toEqual(['http://o.test/']);
  expect(await sent[0]?.json()).toMatchObject({ receiver: 'A', status: 'firing', alerts: [{ status: 'firing' }] });
  const integration = { type: 'oncall', settings: { url: 'http://o.test/' } };
  const tested = await editor('POST', `${RECEIVERS}/-/test`, { integration, alert: {} });
  expect(tested.body).toMatchObject({ status: 'success' });
});

test('an object is of another version after every change of content and of no other', async () => {
  const { editor } = await setUp();
  await editor('POST', POINTS, point('w', 'A'));
  const path = `${RECEIVERS}/QQ`;
  type Versioned = { metadata: { resourceVersion: string } };
  const read = async () => (await editor('GET', path)).body as Versioned;
  const seen = [await read()];
  await editor('PUT', `${POINTS}/w`, point('w', 'A'));
  expect((await read()).metadata).toEqual(seen[0]?.metadata);
  const changes = [
    () => editor('PUT', `${POINTS}/w`, point('w', 'A', 'webhook', { url: 'http://y.test/' })),
    () => editor('PUT', `${POINTS}/w`, { ...point('w', 'A'), disableResolveMessage: true }),
    () => editor('POST', POINTS, point('m', 'A', 'email', { addresses: 'ops@example.net' })),
    () => editor('DELETE', `${POINTS}/m`),
  ];
  for (const change of changes) {
    await change();
    const stale = await editor('PUT', path, seen.at(-1));
    expect(stale.status).toBe(409);
    seen.push(await read());
  }
  const versions = seen.map(({ metadata }) => metadata.resourceVersion);
  expect(new Set(versions.slice(0, 4)).size).toBe(4);
});
