import { http, HttpResponse } from 'msw';
import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { ALWAYS_TRUE } from '../../tests/support/alwaysTrue';
import { fetchTransport, transportTo } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, RECORDED_VERSIONS, responseOf } from '../../tests/support/recordings';
import { heartbeatRule } from '../connection/testing/fixtures';
import { ruleCalls } from './rules';
import { createServed } from './served';
import { ruleWrites } from './writeRule';

const server = mswServer();

const ROOT = 'http://grafana.example';
const RULER = `${ROOT}/api/ruler/grafana/api/v1/rules/ruler-demo`;
const FOLDER = `${ROOT}/api/folders/ruler-demo`;
const rules = ruleCalls(fetchTransport({ baseUrl: ROOT }), 'default', createServed('old'));
const writes = ruleWrites(fetchTransport({ baseUrl: ROOT }), 'default', createServed('old'));
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'ruler', name));
const refused = (message: string) => () => HttpResponse.json({ message }, { status: 403 });
const stored = (...groups: object[]) =>
  server.use(http.get(RULER, () => HttpResponse.json({ F: groups }, { status: 202 })));

const RULE = heartbeatRule({
  uid: expect.any(String) as string,
  folderUid: 'ruler-demo',
  group: 'g',
  title: 'Ruler heartbeat',
  labels: { irm_heartbeat: 'r' },
  annotations: { summary: 'heartbeat' },
  receiver: 'Ruler hb',
  evaluationInterval: 10,
  pendingPeriod: 0,
  groupWait: 0,
  groupInterval: 1,
  repeatInterval: 60,
  stored: expect.any(Object) as object & Record<string, unknown>,
});

describe('reading', () => {
  it.each(RECORDED_VERSIONS)('finds the rule of %s with everything that the plugin wrote', async (version) => {
    server.use(http.get(RULER, () => responseOf(recordedStep(version, 'ruler', 'read folder'))));
    expect(await rules.readFolderRules('ruler-demo')).toEqual({
      ok: true,
      value: {
        state: 'present',
        title: 'Ruler demo',
        rules: [{ ...RULE, query: expect.objectContaining({ condition: 'A' }), updatedAt: expect.any(Number) }],
        otherRules: [],
      },
    });
  });

  it('sees a lock, a pause, time intervals and the defaults of what a rule leaves out', async () => {
    const alert = {
      uid: 'x',
      title: 'X',
      condition: 'A',
      data: [],
      is_paused: true,
      provenance: 'file',
      version: 7,
      notification_settings: {
        receiver: 'Y',
        mute_time_intervals: ['nights'],
        active_time_intervals: ['office hours'],
      },
    };
    stored({ name: 'g', interval: '1m', rules: [{ for: '1m30s', grafana_alert: alert }] });
    const read = await rules.readFolderRules('ruler-demo');
    expect(read.ok && read.value.rules[0]).toMatchObject({
      provenance: 'file',
      version: 7,
      isPaused: true,
      isHalfSaved: false,
      muteTimings: ['nights'],
      activeTimings: ['office hours'],
      evaluationInterval: 60,
      pendingPeriod: 90,
      groupWait: 30,
      groupInterval: 300,
      repeatInterval: 14_400,
      labels: {},
    });
  });

  it.each([
    ['', 'none'],
    ['api', 'api'],
    ['file', 'file'],
    ['converted_prometheus', 'converted'],
    ['something_new', 'other'],
  ])('takes the provenance “%s” for %s', async (provenance, kind) => {
    stored({ name: 'g', interval: '1m', rules: [{ grafana_alert: { uid: 'x', title: 'X', provenance } }] });
    const read = await rules.readFolderRules('ruler-demo');
    expect(read.ok && read.value.rules.map((rule) => rule.provenance)).toEqual([kind]);
  });

  it('tells recording rules apart, by their place', async () => {
    const recording = { record: { metric: 'm', from: 'A' }, uid: 'r', title: 'R' };
    stored({ name: 'g', interval: '1m', rules: [{ grafana_alert: recording }] });
    const read = await rules.readFolderRules('ruler-demo');
    expect(read.ok && read.value.rules).toEqual([]);
    expect(read.ok && read.value.otherRules).toEqual([{ uid: 'r', folderUid: 'ruler-demo', group: 'g', title: 'R' }]);
  });
});

describe('the folder', () => {
  const nothing = { title: undefined, rules: [], otherRules: [] };

  it('is there when it is empty', async () => {
    server.use(http.get(RULER, recorded('read folder, empty')));
    expect(await rules.readFolderRules('ruler-demo')).toEqual({ ok: true, value: { ...nothing, state: 'present' } });
  });

  it('is absent when Grafana says so to an Admin, and hidden when it says 403 to everybody else', async () => {
    server.use(http.get(RULER, refused('Access denied')));
    server.use(http.get(FOLDER, () => responseOf(recordedStep('12.4.0', 'folders', 'not there')), { once: true }));
    expect(await rules.readFolderRules('ruler-demo')).toEqual({ ok: true, value: { ...nothing, state: 'absent' } });
    server.use(http.get(FOLDER, () => responseOf(recordedStep('12.4.0', 'folders', 'get'))));
    expect(await rules.readFolderRules('ruler-demo')).toEqual({ ok: true, value: { ...nothing, state: 'hidden' } });
  });

  it('is there, and its rules are not for this person', async () => {
    server.use(
      http.get(RULER, refused('Permissions needed: alert.rules:read')),
      http.get(FOLDER, () => HttpResponse.json({ uid: 'ruler-demo', title: 'Ruler demo' }))
    );
    expect(await rules.readFolderRules('ruler-demo')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  });

  it('is not hidden because of a refusal that has nothing to do with folders', async () => {
    const refusal = refused('plugin proxy route access denied');
    server.use(http.get(RULER, refusal), http.get(FOLDER, refusal));
    expect(await rules.readFolderRules('ruler-demo')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  });

  it.each([
    ['admin:admin', 'absent'],
    ['editor:editorpass', 'hidden'],
    ['viewer:viewerpass', 'hidden'],
  ])('that was never made, asked for by %s, is %s', async (credentials, state) => {
    const { grafana } = testGrafana();
    const { readFolderRules } = ruleCalls(transportTo(grafana, credentials), 'default', createServed('old'));
    expect(await readFolderRules('irm-heartbeats')).toEqual({ ok: true, value: { ...nothing, state } });
  });
});

describe('deleting', () => {
  const RULE_PATH = `${ROOT}/api/v1/provisioning/alert-rules/abc`;

  it('deletes by uid alone, so that other rules of the group stay', async () => {
    server.use(http.delete(RULE_PATH, recorded('but through provisioning')));
    expect(await writes.deleteRule('abc')).toEqual({ ok: true, value: undefined });
  });

  it.each(['', 'api'])('leaves the rest of the group in place (provenance “%s”)', async (provenance) => {
    const { grafana, as } = testGrafana();
    const rule = { title: 'ours', condition: 'A', data: [ALWAYS_TRUE], folderUID: 'f', ruleGroup: 'g', provenance };
    grafana.provision({
      rules: [
        { ...rule, uid: 'ours', title: 'Ours' },
        { ...rule, uid: 'theirs', title: 'Theirs' },
      ],
    });
    const { deleteRule } = ruleWrites(transportTo(grafana, 'admin:admin'), 'default', createServed('old'));
    expect(await deleteRule('ours')).toEqual({ ok: true, value: undefined });
    const { body } = await as('admin')('GET', '/api/ruler/grafana/api/v1/rules/f');
    expect(body).toMatchObject({ f: [{ rules: [{ grafana_alert: { uid: 'theirs' } }] }] });
  });

  it('says that it is gone, or kept by a file', async () => {
    server.use(http.delete(RULE_PATH, () => new HttpResponse(null, { status: 404 }), { once: true }));
    expect(await writes.deleteRule('abc')).toMatchObject({ ok: false, error: { reason: 'notFound' } });
    const message = "cannot delete with provided provenance 'api', needs 'file'";
    server.use(http.delete(RULE_PATH, () => HttpResponse.json({ message }, { status: 409 })));
    expect(await writes.deleteRule('abc')).toMatchObject({ ok: false, error: { reason: 'locked' } });
  });
});
