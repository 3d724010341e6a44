import type { GrafanaVersion } from './context';
import type { ProvisionedObjects } from './provisioned';
import { testGrafana } from './testGrafana';

const POINTS = '/api/v1/provisioning/contact-points';
const RULES = '/api/v1/provisioning/alert-rules';
const GROUP = '/api/v1/provisioning/folder/f/rule-groups/g';
const RULER = '/api/ruler/grafana/api/v1/rules/f';
const EDITABLE = { 'X-Disable-Provenance': 'true' };

const point = (uid: string, more: object = {}) => ({
  ...{ uid, name: uid.toUpperCase(), type: 'webhook', settings: { url: `http://${uid}.test/` } },
  ...more,
});
const rule = (uid: string, more: object = {}) => ({
  ...{ uid, title: uid, folderUID: 'f', ruleGroup: 'g', interval: 10, condition: 'A' },
  data: [{ refId: 'A', datasourceUid: '__expr__', model: { type: 'math', expression: '1 > 0' } }],
  notification_settings: { receiver: 'A' },
  ...more,
});
const FILES: ProvisionedObjects = {
  folders: [{ uid: 'f', title: 'From a file' }],
  contactPoints: [point('a')],
  rules: [rule('r')],
};

type Body = Record<string, unknown>;

test('what a file puts in is there with its provenance, locked, and works', async () => {
  const { as, clock, sent } = testGrafana({ provisioned: FILES });
  const editor = as('editor');
  expect((await editor('GET', POINTS)).body).toMatchObject([{ uid: 'a', provenance: 'file' }]);
  expect((await editor('GET', `${RULES}/r`)).body).toMatchObject({ provenance: 'file', folderUID: 'f' });
  await clock.advance(60_000);
  expect(sent.map(({ url }) => url)).toEqual(['http://a.test/']);
});

test.each<[GrafanaVersion, number, number]>([
  ['12.4.0', 500, 500],
  ['13.2.1', 403, 409],
])('%s: no API changes what is in a file', async (version, pointStatus, ruleStatus) => {
  const { as } = testGrafana({ version, provisioned: FILES });
  for (const [headers, wanted] of [
    [{}, 'api'],
    [EDITABLE, ''],
  ] as const) {
    const editor = as('editor', headers);
    const moved = point('a', { settings: { url: 'http://y.test/' } });
    const changedPoint = await as('admin', headers)('PUT', `${POINTS}/a`, moved);
    expect(changedPoint.status).toBe(pointStatus);
    const changedRule = await editor('PUT', `${RULES}/r`, rule('r', { title: 'R2' }));
    expect(changedRule.status).toBe(ruleStatus);
    expect(JSON.stringify([changedPoint.body, changedRule.body])).toMatch(/provenance.*provenance/);
    if (version === '12.4.0') {
      expect(changedPoint.body).toEqual({ message: `cannot change provenance from 'file' to '${wanted}'` });
      expect(changedRule.body).toEqual(changedPoint.body);
    }
    expect((await editor('PUT', GROUP, { interval: 20, rules: [rule('r')] })).status).toBe(409);
    expect((await editor('DELETE', `${RULES}/r`)).status).toBe(409);
    expect((await editor('DELETE', GROUP)).status).toBe(409);
    const { body } = await editor('GET', `${RULER}/g`);
    expect((await editor('POST', RULER, { ...(body as Body), interval: '20s' })).status).toBe(400);
    expect((await editor('POST', RULER, { ...(body as Body), name: 'other' })).status).toBe(400);
    expect((await editor('DELETE', `${RULER}/g`)).status).toBe(400);
  }
  expect((await as('viewer')('GET', `${RULES}/r`)).body).toMatchObject({ title: 'r' });
});

test('the app platform refuses it too, as long as one does not claim to be the file', async () => {
  const { as } = testGrafana({ provisioned: FILES });
  const path = '/apis/notifications.alerting.grafana.app/v0alpha1/namespaces/default/receivers/QQ';
  const { body } = await as('editor')('GET', path);
  const object = body as { metadata: object };
  for (const provenance of ['none', 'api']) {
    const annotations = { 'grafana.com/provenance': provenance };
    const changed = { ...object, metadata: { ...object.metadata, annotations } };
    expect((await as('editor')('PUT', path, changed)).status).toBe(403);
  }
});

test('a contact point of a file can be deleted and is back after the restart, as is all in the file', async () => {
  const { as, grafana } = testGrafana({
    provisioned: { contactPoints: [point('a'), point('b', { provenance: 'api' })] },
  });
  const editor = as('editor');
  expect((await editor('DELETE', `${POINTS}/a`)).status).toBe(202);
  expect((await editor('DELETE', `${POINTS}/b`)).status).toBe(202);
  expect((await editor('GET', POINTS)).body).toEqual([]);
  grafana.restart('graceful');
  expect((await editor('GET', POINTS)).body).toMatchObject([{ uid: 'a', provenance: 'file' }]);
  const second = testGrafana({ saved: JSON.parse(JSON.stringify(grafana.snapshot())) as unknown });
  await second.as('editor')('DELETE', `${POINTS}/a`);
  second.grafana.restart('kill');
  expect((await second.as('editor')('GET', POINTS)).body).toMatchObject([{ uid: 'a' }]);
});

test('a saved state keeps a file once, however often it is started with it', () => {
  const first = JSON.parse(JSON.stringify(testGrafana({ provisioned: FILES }).grafana.snapshot())) as unknown;
  const second = testGrafana({ provisioned: FILES, saved: first }).grafana.snapshot();
  expect(second).toMatchObject({ files: [{ contactPoints: [{ uid: 'a' }] }] });
});

test('a restart that finds the file as it was changes no rule', async () => {
  const { as, grafana } = testGrafana({ provisioned: FILES });
  const read = async () => (await as('editor')('GET', `${RULER}/g`)).body;
  const before = await read();
  grafana.restart('graceful');
  expect(await read()).toEqual(before);
});

test('other provenances are put in while it runs; an imported group may be released, a converted rule not moved', async () => {
  const { as, grafana } = testGrafana({ provisioned: { contactPoints: [point('a', { provenance: '' })] } });
  grafana.provision({ rules: [rule('r', { provenance: 'converted_prometheus' })] });
  const editor = as('editor', EDITABLE);
  expect((await editor('GET', `${RULES}/r`)).body).toMatchObject({ provenance: 'converted_prometheus' });
  expect((await editor('PUT', `${RULES}/r`, rule('r', { title: 'R2' }))).body).toMatchObject({
    message: "cannot change provenance from 'converted_prometheus' to ''",
  });
  expect((await editor('PUT', GROUP, { interval: 10, rules: [rule('r', { title: 'R2' })] })).status).toBe(200);
  expect((await editor('GET', `${RULES}/r`)).body).not.toHaveProperty('provenance');
  grafana.restart('graceful');
  expect((await editor('GET', `${RULES}/r`)).body).toMatchObject({ title: 'R2' });
});

test('a file that cannot be read says what is wrong with it', () => {
  const provisioned = { rules: [rule('r', { notification_settings: { receiver: 'nope' } })] };
  expect(() => testGrafana({ provisioned })).toThrow(/Failed to provision rule r: .*\n.*nope does not exist/);
});
