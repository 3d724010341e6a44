import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { recordedStep, RECORDED_VERSIONS, responseOf } from '../../tests/support/recordings';
import type { HeartbeatRule } from '../connection/model';
import { ruleCalls } from './rules';

interface Sent {
  call: string;
  header: string | null;
  body: unknown;
}

const sent: Sent[] = [];
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => sent.splice(0));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ROOT = 'http://grafana.example';
const RULER = `${ROOT}/api/ruler/grafana/api/v1/rules/ruler-demo`;
const GROUP = `${ROOT}/api/v1/provisioning/folder/ruler-demo/rule-groups/g`;
const SAVE = 'POST /api/ruler/grafana/api/v1/rules/ruler-demo';
const LOCK = 'PUT /api/v1/provisioning/folder/ruler-demo/rule-groups/g';
const network = fetchTransport({ baseUrl: ROOT });
const rules = ruleCalls({
  way: 'session',
  request(call) {
    if (call.method !== 'GET') {
      const { method, path, headers, body } = call;
      sent.push({ call: `${method} ${path}`, header: headers?.['X-Disable-Provenance'] ?? null, body });
    }
    return network.request(call);
  },
});
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'ruler', name));

const UID = 'cg51a66we3saoa';
const RULE: HeartbeatRule = {
  uid: UID,
  folderUid: 'ruler-demo',
  group: 'g',
  title: 'Ruler heartbeat',
  labels: { irm_heartbeat: 'r' },
  annotations: { summary: 'heartbeat' },
  scope: { kind: 'alerting' },
  receiver: 'Ruler hb',
  muteTimings: [],
  isPaused: false,
  locked: false,
  evaluationInterval: 10,
  pendingPeriod: 0,
  groupWait: 0,
  groupInterval: 1,
  repeatInterval: 60,
};
const NEW_RULE = { ...RULE, uid: undefined };

/** The folder as recorded, with the rule's provenance and further rules in its group. */
function storedFolder(provenance = '', others: string[] = []) {
  const { body } = recordedStep('12.4.0', 'ruler', 'read folder').response;
  const folder = structuredClone(body) as Record<string, Array<{ rules: Array<{ grafana_alert: object }> }>>;
  const [group] = folder['Ruler demo'] ?? [];
  const [rule] = group?.rules ?? [];
  if (!group || !rule) {
    throw new Error('The recording holds no rule');
  }
  Object.assign(rule.grafana_alert, provenance ? { provenance } : {});
  group.rules.push(...others.map((uid) => ({ ...rule, grafana_alert: { ...rule.grafana_alert, uid } })));
  return http.get(RULER, () => HttpResponse.json(folder, { status: 202 }));
}

const emptyFolder = http.get(RULER, recorded('read folder, empty'));
const saving = http.post(RULER, recorded('create group with one rule'));
const locking = http.put(GROUP, () => HttpResponse.json({ title: 'g' }));

describe('reading', () => {
  it.each(RECORDED_VERSIONS)('finds the rule of %s with everything that the plugin wrote', async (version) => {
    server.use(http.get(RULER, () => responseOf(recordedStep(version, 'ruler', 'read folder'))));
    expect(await rules.listRules('ruler-demo')).toEqual({ ok: true, value: [{ ...RULE, uid: expect.any(String) }] });
  });

  it('finds none in an empty folder, and none in one that is not there', async () => {
    server.use(emptyFolder);
    expect(await rules.listRules('ruler-demo')).toEqual({ ok: true, value: [] });
    const folder = `${ROOT}/api/folders/ruler-demo`;
    server.use(
      http.get(RULER, () => HttpResponse.json({ message: 'Access denied' }, { status: 403 })),
      http.get(folder, () => responseOf(recordedStep('12.4.0', 'folders', 'not there')))
    );
    expect(await rules.listRules('ruler-demo')).toEqual({ ok: true, value: [] });
    server.use(http.get(folder, () => HttpResponse.json({ uid: 'ruler-demo', title: 'Ruler demo' })));
    expect(await rules.listRules('ruler-demo')).toMatchObject({ ok: false, error: { reason: 'forbidden' } });
  });

  it('sees a lock, a pause, mute timings and the defaults of what a rule leaves out', async () => {
    const alert = {
      uid: 'x',
      title: 'X',
      condition: 'A',
      data: [],
      is_paused: true,
      provenance: 'file',
      notification_settings: { receiver: 'Y', mute_time_intervals: ['nights'] },
    };
    const group = { name: 'g', interval: '1m', rules: [{ for: '1m30s', grafana_alert: alert }] };
    server.use(http.get(RULER, () => HttpResponse.json({ F: [group] }, { status: 202 })));
    const list = await rules.listRules('ruler-demo');
    expect(list.ok && list.value[0]).toMatchObject({
      locked: true,
      isPaused: true,
      muteTimings: ['nights'],
      evaluationInterval: 60,
      pendingPeriod: 90,
      groupWait: 30,
      groupInterval: 300,
      repeatInterval: 14_400,
      labels: {},
    });
  });

  it('passes over recording rules', async () => {
    const recording = { record: { metric: 'm', from: 'A' }, uid: 'r', title: 'R' };
    server.use(
      http.get(RULER, () =>
        HttpResponse.json({ F: [{ name: 'g', interval: '1m', rules: [{ grafana_alert: recording }] }] })
      )
    );
    expect(await rules.listRules('ruler-demo')).toEqual({ ok: true, value: [] });
  });
});

describe('saving an editable rule', () => {
  it('writes a group of the recorded form through the ruler API alone, which loads its contact point', async () => {
    server.use(emptyFolder, saving);
    expect(await rules.writeRule(NEW_RULE, 'editable')).toEqual({ ok: true, value: undefined });
    expect(sent.map(({ call }) => call)).toEqual([SAVE]);
    // Queries and their states are the business of wire/scope.test.ts.
    const { body } = structuredClone(recordedStep('12.4.0', 'ruler', 'create group with one rule').request);
    const group = body as { rules: Array<{ grafana_alert: Record<string, unknown> }> };
    for (const key of ['data', 'no_data_state', 'exec_err_state']) {
      delete group.rules[0]?.grafana_alert[key];
    }
    expect(sent[0]?.body).toMatchObject(group);
  });

  it('keeps the uid, and the query of a rule that somebody else made', async () => {
    server.use(storedFolder(), saving);
    const scope = { kind: 'other' as const, summary: 'something' };
    await rules.writeRule({ ...RULE, scope, isPaused: true, muteTimings: ['nights'], receiver: 'Other' }, 'editable');
    expect(sent[0]?.body).toMatchObject({
      rules: [
        {
          grafana_alert: {
            uid: UID,
            is_paused: true,
            data: [{ datasourceUid: '__expr__', model: { expression: '1 > 0', intervalMs: 1000 } }],
            no_data_state: 'Alerting',
            notification_settings: { receiver: 'Other', mute_time_intervals: ['nights'] },
          },
        },
      ],
    });
  });

  it.each([
    ['new rule, although somebody has made one meanwhile', NEW_RULE, storedFolder()],
    ['rule beside which somebody has put another', RULE, storedFolder('', ['theirs'])],
  ])('does not wipe out what is not ours: a %s', async (_, rule, folder) => {
    server.use(folder);
    const written = await rules.writeRule(rule, 'editable');
    expect(written).toMatchObject({ ok: false, error: { reason: 'changedMeanwhile' } });
    expect(sent).toEqual([]);
  });

  it('says that a rule is gone, and that Grafana does not like an interval', async () => {
    server.use(emptyFolder, http.post(RULER, recorded('unknown uid'), { once: true }));
    expect(await rules.writeRule(RULE, 'editable')).toMatchObject({ ok: false, error: { reason: 'changedMeanwhile' } });
    server.use(http.post(RULER, recorded('interval 7s')));
    expect(await rules.writeRule(NEW_RULE, 'editable')).toMatchObject({
      ok: false,
      error: { reason: 'invalid', message: expect.stringContaining('multiple of the base interval') },
    });
  });
});

describe('saving a locked rule', () => {
  it('creates it through the ruler API first, then locks it with a change that Grafana cannot overlook', async () => {
    server.use(emptyFolder, saving, locking);
    expect((await rules.writeRule(NEW_RULE, 'locked')).ok).toBe(true);
    expect(sent.map(({ call, header }) => [call, header])).toEqual([
      [SAVE, null],
      [LOCK, null],
    ]);
    const annotationsOf = ({ body }: Sent) => (body as { rules: Array<{ annotations: object }> }).rules[0]?.annotations;
    expect(sent[1]?.body).toMatchObject({ interval: 10, rules: [{ uid: UID, folderUID: 'ruler-demo', for: '0s' }] });
    expect(sent.map(annotationsOf)).toEqual([
      { summary: 'heartbeat', irm_connect_saving: 'true' },
      { summary: 'heartbeat' },
    ]);
  });

  it('changes it through the provisioning API alone', async () => {
    server.use(storedFolder('api'), locking);
    expect((await rules.writeRule({ ...RULE, evaluationInterval: 20 }, 'locked')).ok).toBe(true);
    expect(sent).toEqual([{ call: LOCK, header: null, body: expect.objectContaining({ interval: 20 }) }]);
  });

  it('unlocks it before it is saved as an editable one', async () => {
    server.use(storedFolder('api'), saving, locking);
    expect((await rules.writeRule(RULE, 'editable')).ok).toBe(true);
    expect(sent.map(({ call, header }) => [call, header])).toEqual([
      [LOCK, 'true'],
      [SAVE, null],
    ]);
  });

  it('does not go on when the first of two calls fails', async () => {
    server.use(emptyFolder, http.post(RULER, recorded('unknown receiver')));
    expect(await rules.writeRule(NEW_RULE, 'locked')).toMatchObject({ ok: false, error: { reason: 'invalid' } });
    expect(sent.map(({ call }) => call)).toEqual([SAVE]);
  });

  it('hides the mark of a save that was broken off', async () => {
    server.use(
      emptyFolder,
      saving,
      http.put(GROUP, () => HttpResponse.error())
    );
    expect(await rules.writeRule(NEW_RULE, 'locked')).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
    const [{ body }] = sent as [Sent];
    const {
      name,
      interval,
      rules: [rule] = [],
    } = body as { name: string; interval: string; rules: Array<{ grafana_alert: object }> };
    const stored = { ...rule, grafana_alert: { ...rule?.grafana_alert, uid: UID } };
    server.use(http.get(RULER, () => HttpResponse.json({ F: [{ name, interval, rules: [stored] }] }, { status: 202 })));
    expect(await rules.listRules('ruler-demo')).toEqual({ ok: true, value: [RULE] });
  });
});

describe('deleting', () => {
  it.each(['', 'api'])(
    'deletes by uid, so that other rules of the group stay (provenance “%s”)',
    async (provenance) => {
      server.use(
        storedFolder(provenance, ['theirs']),
        http.delete(`${ROOT}/api/v1/provisioning/alert-rules/${UID}`, recorded('but through provisioning'))
      );
      expect(await rules.deleteRule(RULE)).toEqual({ ok: true, value: undefined });
      expect(sent.map(({ call }) => call)).toEqual([`DELETE /api/v1/provisioning/alert-rules/${UID}`]);
    }
  );

  it('asks for nothing when the rule is gone or was never made', async () => {
    server.use(storedFolder());
    expect(await rules.deleteRule({ ...RULE, uid: 'gone' })).toEqual({ ok: true, value: undefined });
    server.use(emptyFolder);
    expect(await rules.deleteRule(RULE)).toEqual({ ok: true, value: undefined });
    expect(await rules.deleteRule(NEW_RULE)).toEqual({ ok: true, value: undefined });
    expect(sent).toEqual([]);
  });
});
