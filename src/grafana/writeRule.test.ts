import { http, HttpResponse } from 'msw';
import { fetchTransport } from '../../tests/support/fetchTransport';
import { mswServer } from '../../tests/support/mswServer';
import { recordedStep, responseOf } from '../../tests/support/recordings';
import type { HeartbeatRule } from '../connection/model';
import { heartbeatRule } from '../connection/testing/fixtures';
import { ruleCalls } from './rules';
import { createServed } from './served';
import { ruleWrites } from './writeRule';
import type { Transport } from '../transport/transport';

interface Sent {
  call: string;
  header: string | null;
  body: unknown;
}

const sent: Sent[] = [];
const server = mswServer();
beforeEach(() => sent.splice(0));

const ROOT = 'http://grafana.example';
const RULER = `${ROOT}/api/ruler/grafana/api/v1/rules/ruler-demo`;
const GROUP = `${ROOT}/api/v1/provisioning/folder/ruler-demo/rule-groups/g`;
const SAVE = 'POST /api/ruler/grafana/api/v1/rules/ruler-demo';
const LOCK = 'PUT /api/v1/provisioning/folder/ruler-demo/rule-groups/g';
const network = fetchTransport({ baseUrl: ROOT });
const transport: Transport = {
  way: 'session',
  request(call) {
    if (call.method !== 'GET') {
      const { method, path, headers, body } = call;
      sent.push({ call: `${method} ${path}`, header: headers?.['X-Disable-Provenance'] ?? null, body });
    }
    return network.request(call);
  },
};
const served = createServed('old');
const rules = { ...ruleCalls(transport, 'default', served), ...ruleWrites(transport, 'default', served) };
const recorded = (name: string) => () => responseOf(recordedStep('12.4.0', 'ruler', name));
const saving = http.post(RULER, recorded('create group with one rule'));
const locking = http.put(GROUP, () => HttpResponse.json({ title: 'g' }));

const UID = 'cg51a66we3saoa';
const NEW_RULE = heartbeatRule({
  uid: undefined,
  folderUid: 'ruler-demo',
  group: 'g',
  title: 'Ruler heartbeat',
  labels: { irm_heartbeat: 'r' },
  annotations: { summary: 'heartbeat' },
  receiver: 'Ruler hb',
  version: undefined,
  evaluationInterval: 10,
  pendingPeriod: 0,
  groupWait: 0,
  groupInterval: 1,
  repeatInterval: 60,
  stored: undefined,
});
const NEW_LOCKED = { ...NEW_RULE, provenance: 'api' as const };

/** The rule as recorded, read by the plugin. */
async function storedRule(provenance = ''): Promise<HeartbeatRule> {
  const { body } = recordedStep('12.4.0', 'ruler', 'read folder').response;
  const folder = structuredClone(body) as Record<string, Array<{ rules: Array<{ grafana_alert: object }> }>>;
  Object.assign(folder['Ruler demo']?.[0]?.rules[0]?.grafana_alert ?? {}, provenance ? { provenance } : {});
  server.use(http.get(RULER, () => HttpResponse.json(folder, { status: 202 })));
  const read = await rules.readFolderRules('ruler-demo');
  const [rule] = read.ok ? read.value.rules : [];
  if (!rule) {
    throw new Error('The recording holds no rule');
  }
  return rule;
}

describe('an editable rule', () => {
  it('is written as a group of the recorded form through the ruler API alone, which loads its contact point', async () => {
    server.use(saving);
    expect(await rules.writeRule(NEW_RULE, undefined)).toEqual({ ok: true, value: undefined });
    expect(sent.map(({ call }) => call)).toEqual([SAVE]);
    // Queries and their states are the business of wire/scope.test.ts.
    const { body } = structuredClone(recordedStep('12.4.0', 'ruler', 'create group with one rule').request);
    const group = body as { rules: Array<{ grafana_alert: Record<string, unknown> }> };
    for (const key of ['data', 'no_data_state', 'exec_err_state']) {
      delete group.rules[0]?.grafana_alert[key];
    }
    expect(sent[0]?.body).toMatchObject(group);
    expect(sent[0]?.body).not.toHaveProperty('rules.0.grafana_alert.uid');
  });

  it('keeps its uid, and its query as it is stored', async () => {
    server.use(saving);
    const before = await storedRule();
    await rules.writeRule({ ...before, isPaused: true, muteTimings: ['nights'], receiver: 'Other' }, before);
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

  it('gets the query of its scope when that changes', async () => {
    server.use(saving);
    const before = await storedRule();
    await rules.writeRule({ ...before, scope: { kind: 'dataSource', dataSourceUid: 'prom' } }, before);
    expect(sent[0]?.body).toMatchObject({
      rules: [{ grafana_alert: { data: [{ datasourceUid: 'prom' }], no_data_state: 'OK', exec_err_state: 'OK' } }],
    });
  });

  it('is not written when its query is somebody else’s and nobody knows it any longer', async () => {
    const scope = { kind: 'other' as const, summary: 'something' };
    for (const rule of [NEW_RULE, NEW_LOCKED]) {
      expect(await rules.writeRule({ ...rule, scope }, undefined)).toMatchObject({
        ok: false,
        error: { reason: 'changedMeanwhile' },
      });
    }
    expect(sent).toEqual([]);
  });

  it('may be gone, and Grafana may not like an interval', async () => {
    const before = await storedRule();
    server.use(http.post(RULER, recorded('unknown uid'), { once: true }));
    expect(await rules.writeRule(before, before)).toMatchObject({ ok: false, error: { reason: 'changedMeanwhile' } });
    server.use(http.post(RULER, recorded('interval 7s')));
    expect(await rules.writeRule(NEW_RULE, undefined)).toMatchObject({
      ok: false,
      error: { reason: 'invalid', message: expect.stringContaining('multiple of the base interval') },
    });
  });
});

describe('a locked rule', () => {
  it('is created through the ruler API first, then locked with a change that Grafana cannot overlook', async () => {
    server.use(saving, locking);
    expect((await rules.writeRule(NEW_LOCKED, undefined)).ok).toBe(true);
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

  it('is changed through the provisioning API alone', async () => {
    server.use(locking);
    const before = await storedRule('api');
    expect((await rules.writeRule({ ...before, evaluationInterval: 20 }, before)).ok).toBe(true);
    expect(sent).toEqual([{ call: LOCK, header: null, body: expect.objectContaining({ interval: 20 }) }]);
  });

  it('is unlocked before it is saved as an editable one', async () => {
    server.use(saving, locking);
    const before = await storedRule('api');
    expect((await rules.writeRule({ ...before, provenance: 'none' }, before)).ok).toBe(true);
    expect(sent.map(({ call, header }) => [call, header])).toEqual([
      [LOCK, 'true'],
      [SAVE, null],
    ]);
  });

  it('is not gone on with when the first of two calls fails', async () => {
    server.use(http.post(RULER, recorded('unknown receiver')));
    expect(await rules.writeRule(NEW_LOCKED, undefined)).toMatchObject({ ok: false, error: { reason: 'invalid' } });
    expect(sent.map(({ call }) => call)).toEqual([SAVE]);
    server.use(http.put(GROUP, () => HttpResponse.error()));
    const before = await storedRule('api');
    expect((await rules.writeRule({ ...before, provenance: 'none' }, before)).ok).toBe(false);
    expect(sent.map(({ call }) => call)).toEqual([SAVE, LOCK]);
  });

  it('stays editable where Grafana does not tell which rule it has created', async () => {
    server.use(http.post(RULER, () => HttpResponse.json({ message: 'rule group updated successfully' })));
    expect(await rules.writeRule(NEW_LOCKED, undefined)).toMatchObject({
      ok: false,
      error: { reason: 'unexpected', message: expect.stringContaining('stayed editable') },
    });
  });
});
