import fc from 'fast-check';
import { testGrafana } from '../../sandbox/grafana/testGrafana';
import { transportTo } from '../../tests/support/fetchTransport';
import { RECORDED_VERSIONS, recordedStep } from '../../tests/support/recordings';
import { applyRouting, applyRule, undoRouting } from '../connection/route-alerts/applyRouting';
import { planRouting } from '../connection/route-alerts/planRouting';
import { planRule } from '../connection/route-alerts/planRule';
import type { PolicyChoice, Raw } from '../connection/route-alerts/types';
import { createGrafanaClient } from './grafanaClient';
import { MATCHING, planned, POLICIES, policiesWorld, RECEIVERS, TEAM_WEB, TREE } from './testing/policiesWorld';
import { treeFromPlatform, treeFromProvisioning, treeToWire } from './wire/storedTree';

const RULES = '/api/v1/provisioning/alert-rules';
const NOTHING: PolicyChoice = { kind: 'nothing', defaultReceiver: 'mail' };

const WAYS = [
  ['12.3.0', 'platform', 'v0alpha1/namespaces/default/routingtrees/user-defined'],
  ['12.4.0', 'platform', 'v0alpha1/namespaces/default/routingtrees/user-defined'],
  ['13.2.1', 'platform', 'v1beta1/namespaces/default/routingtrees/user-defined'],
  ['12.4.0', 'provisioning', '/api/v1/provisioning/policies'],
] as const;

describe.each(WAYS)('policies of %s through the %s API', (version, api, path) => {
  it('adds one policy, leaves every other as it was, and takes it out again', async () => {
    const { client, asked, stored } = await policiesWorld({ version, api });
    const plan = await planned(client, MATCHING);
    const done = await applyRouting(client, plan);
    expect(asked.filter((call) => call.startsWith('PUT '))).toEqual([expect.stringContaining(path)]);
    const { routes, ...root } = await stored();
    const { routes: before, ...rootBefore } = TREE;
    expect(root).toEqual(rootBefore);
    expect(routes[0]).toMatchObject({ receiver: 'IRM', object_matchers: [['team', '=', 'web']], continue: true });
    expect(routes.slice(1)).toMatchObject(before);

    expect((await planned(client, MATCHING)).changes).toEqual([]);
    const undo = done.ok ? done.value.undo : undefined;
    expect(undo && (await undoRouting(client, undo))).toMatchObject({ ok: true });
    expect((await stored()).routes).toMatchObject(before);
    expect(await stored()).toMatchObject(TREE);
  });

  it('plans the value of a label as Grafana keeps it, without quotation marks around', async () => {
    const { client, stored } = await policiesWorld({ version, api });
    const matchers = [{ ...TEAM_WEB, value: '"web"' }];
    const quoted: PolicyChoice = { kind: 'matching', matchers, place: 0, continue: true };
    const plan = await planned(client, quoted);
    expect(plan.after.routes[0]?.matchers).toEqual([TEAM_WEB]);
    expect(await applyRouting(client, plan)).toMatchObject({ ok: true });
    expect((await stored()).routes[0]).toMatchObject({ object_matchers: [['team', '=', 'web']] });
    expect((await planned(client, quoted)).changes).toEqual([]);
  });

  it('does not write over what somebody changed since, neither to apply nor to undo', async () => {
    const { client, admin, stored } = await policiesWorld({ version, api });
    const plan = await planned(client, { kind: 'everything' });
    const theirs = { ...TREE, routes: TREE.routes.slice(1) };
    await admin('PUT', POLICIES, theirs);
    expect(await applyRouting(client, plan)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
    expect(await stored()).toEqual(theirs);

    const done = await applyRouting(client, await planned(client, { kind: 'everything' }));
    expect((await stored()).receiver).toBe('IRM');
    await admin('PUT', POLICIES, { ...theirs, receiver: 'pager' });
    const undo = done.ok ? done.value.undo : undefined;
    expect(undo && (await undoRouting(client, undo))).toMatchObject({ error: { reason: 'changedMeanwhile' } });
    expect((await stored()).receiver).toBe('pager');
  });

  it('sees a lock, and is refused by Grafana where one came since', async () => {
    const { client, as } = await policiesWorld({ version, api });
    const plan = await planned(client, MATCHING);
    await as('admin')('PUT', POLICIES, TREE);
    const locked = await planned(client, MATCHING);
    expect(locked.obstacles).toEqual([{ code: 'locked', provenance: 'api' }]);
    expect(await applyRouting(client, { ...plan, before: locked.before })).toMatchObject({
      error: { reason: 'locked' },
    });
  });

  it('says what Grafana says when the contact point is gone', async () => {
    const { client, admin } = await policiesWorld({ version, api });
    const plan = await planned(client, MATCHING);
    const points = (await admin('GET', '/api/v1/provisioning/contact-points')).body as Array<{
      uid: string;
      name: string;
    }>;
    const uid = points.find(({ name }) => name === 'IRM')?.uid ?? '';
    expect((await admin('DELETE', `/api/v1/provisioning/contact-points/${uid}`)).status).toBe(202);
    expect(await applyRouting(client, plan)).toMatchObject({
      error: { reason: 'invalid', message: expect.stringContaining("receiver 'IRM' does not exist") as string },
    });
  });

  it('is refused to a Viewer', async () => {
    const { client } = await policiesWorld({ version, api, login: 'viewer' });
    expect(await applyRouting(client, await planned(client, MATCHING))).toMatchObject({
      error: { reason: 'forbidden' },
    });
  });
});

it('is told by the app platform of a change in the very moment between the last look and the write', async () => {
  const { client, admin, fault, stored, grafana } = await policiesWorld({ api: 'platform' });
  const plan = await planned(client, MATCHING);
  fault.next = (request) => {
    if (request.method !== 'PUT') {
      return undefined;
    }
    fault.next = undefined;
    return admin('PUT', POLICIES, { ...TREE, receiver: 'pager' }).then(() => grafana.fetch(request));
  };
  expect(await applyRouting(client, plan)).toMatchObject({ error: { reason: 'changedMeanwhile', status: 409 } });
  expect((await stored()).receiver).toBe('pager');
});

it('believes what stands there where the answer to the write was lost', async () => {
  const { client, fault, grafana } = await policiesWorld({ api: 'platform' });
  const plan = await planned(client, MATCHING);
  fault.next = (request) =>
    request.method === 'PUT'
      ? Promise.resolve(grafana.fetch(request)).then(() => new Response('', { status: 504 }))
      : undefined;
  const done = await applyRouting(client, plan);
  expect(done).toMatchObject({ ok: true, value: { undo: { kind: 'tree' } } });
});

describe.each(RECORDED_VERSIONS)('recordings of %s', (version) => {
  const body = (file: string, step: string) => recordedStep(version, file, step).response.body as Raw;

  it('are read alike through both APIs', () => {
    const older = treeFromProvisioning(body('policies', 'read'));
    const { items } = body('app-platform', 'routing trees') as { items: Raw[] };
    const newer = treeFromPlatform(items);
    expect(newer?.root.receiver).toBe(older?.root.receiver);
    expect([older?.provenance, newer?.provenance]).toEqual(['', '']);
    expect(treeFromProvisioning(body('policies', 'read the locked one'))?.provenance).toBe('api');
    expect(newer && treeToWire(newer.root, newer)).toEqual(items[0]);
  });
});

const label = fc.constantFrom('team', 'severity', 'host');
const wirePolicy = fc.letrec((tie) => ({
  policy: fc.record(
    {
      zeta: fc.jsonValue(),
      receiver: fc.constantFrom('mail', 'pager', 'IRM', ''),
      object_matchers: fc.array(fc.tuple(label, fc.constantFrom('=', '!=', '=~'), fc.constantFrom('web', 'db')), {
        maxLength: 2,
      }),
      group_by: fc.array(label, { maxLength: 2 }),
      continue: fc.boolean(),
      repeat_interval: fc.constantFrom('1h', '4h'),
      routes: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('policy'), { maxLength: 3 })),
      alpha: fc.jsonValue(),
    },
    { requiredKeys: [] }
  ),
})).policy as fc.Arbitrary<Raw>;

const choices = fc.oneof(
  fc.constant<PolicyChoice>({ kind: 'everything' }),
  fc.constant<PolicyChoice>(NOTHING),
  fc
    .record({ place: fc.nat(4), continue: fc.boolean() })
    .map((more): PolicyChoice => ({ kind: 'matching', matchers: [TEAM_WEB], ...more }))
);

/** Every policy without those below it, as text: its fields in their order. */
function nodesOf(policy: Raw): string[] {
  const { routes, ...own } = policy;
  return [JSON.stringify(own), ...((routes as Raw[] | undefined) ?? []).flatMap(nodesOf)];
}

it('leaves every other policy as it was, to the byte, whatever stands in it', () => {
  fc.assert(
    fc.property(wirePolicy, choices, (body, choice) => {
      const tree = treeFromProvisioning({ ...body, receiver: body['receiver'] || 'mail' });
      if (!tree) {
        throw new Error('not read');
      }
      const plan = planRouting(tree, choice, ['IRM']);
      const before = nodesOf(tree.source);
      const written = treeToWire(plan.after, tree);
      const after = nodesOf(written);
      const touched = plan.changes.filter(({ kind }) => kind !== 'left');
      if (touched.length === 0) {
        expect(JSON.stringify(written)).toBe(JSON.stringify(tree.source));
      }
      // All but the touched ones are found again, in their order.
      const kept = after.filter((text) => before.includes(text));
      let at = 0;
      before.forEach((text) => (at += text === kept[at] ? 1 : 0));
      expect(at).toBe(kept.length);
      expect(after.length - kept.length).toBeLessThanOrEqual(touched.length);
      expect(before.length - kept.length).toBeLessThanOrEqual(touched.length);
      // Back again, and once more the same.
      expect(JSON.stringify(treeToWire(tree.root, tree))).toBe(JSON.stringify(tree.source));
      const again = treeFromProvisioning(written);
      expect(again && planRouting(again, choice, ['IRM']).changes.filter(({ kind }) => kind !== 'left')).toEqual([]);
    }),
    { numRuns: 300 }
  );
});

const RULE = {
  uid: 'disk',
  title: 'Disk full',
  ruleGroup: 'disks',
  folderUID: 'servers',
  orgID: 1,
  condition: 'A',
  data: [
    {
      refId: 'A',
      datasourceUid: '__expr__',
      relativeTimeRange: { from: 0, to: 0 },
      model: { refId: 'A', type: 'math', expression: '1 > 0' },
    },
  ],
  noDataState: 'OK',
  execErrState: 'OK',
  for: '5m',
  keep_firing_for: '10m',
  labels: { team: 'web' },
  annotations: { summary: 'x' },
  notification_settings: {
    receiver: 'mail',
    group_by: ['grafana_folder', 'alertname', 'host'],
    mute_time_intervals: ['nights'],
  },
};

async function ruleWorld(rule: object, headers: Record<string, string> = { 'X-Disable-Provenance': 'true' }) {
  const world = await policiesWorld({ api: 'platform' });
  await world.admin('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  await world.admin('POST', '/api/folders', { uid: 'irm-heartbeats', title: 'IRM heartbeats' });
  expect((await world.as('admin', headers)('POST', RULES, rule)).status).toBe(201);
  const read = async () => {
    const answer = await world.client.readRuleRouting('disk');
    if (!answer.ok) {
      throw new Error(answer.error.message);
    }
    return answer.value;
  };
  const storedRule = async () => {
    const { updated: _, id: __, ...rest } = (await world.admin('GET', `${RULES}/disk`)).body as Raw;
    return rest;
  };
  return { ...world, read, storedRule };
}

it('changes the contact point of one rule and nothing else in it, and puts it back', async () => {
  const { client, read, storedRule } = await ruleWorld(RULE);
  const before = await storedRule();
  const done = await applyRule(client, planRule(await read(), 'IRM', RECEIVERS));
  expect(await storedRule()).toEqual({
    ...before,
    notification_settings: { ...RULE.notification_settings, receiver: 'IRM' },
  });
  expect(planRule(await read(), 'IRM', RECEIVERS).isChange).toBe(false);
  const undo = done.ok ? done.value.undo : undefined;
  expect(undo && (await undoRouting(client, undo))).toMatchObject({ ok: true });
  expect(await storedRule()).toEqual(before);
});

it('lets a rule that followed the policies choose, and follow them again', async () => {
  const { notification_settings: _, ...follows } = RULE;
  const { client, read, storedRule } = await ruleWorld(follows);
  const before = await storedRule();
  const done = await applyRule(client, planRule(await read(), 'IRM', RECEIVERS));
  expect(await storedRule()).toMatchObject({ notification_settings: { receiver: 'IRM' } });
  const undo = done.ok ? done.value.undo : undefined;
  expect(undo && (await undoRouting(client, undo))).toMatchObject({ ok: true });
  expect(await storedRule()).toEqual(before);
});

it('never touches heartbeats nor locked rules, and sees a change by somebody else', async () => {
  const inOurFolder = { ...RULE, folderUID: 'irm-heartbeats' };
  const theirs = await ruleWorld(inOurFolder);
  expect(planRule(await theirs.read(), 'IRM', RECEIVERS).obstacles).toEqual([]);
  const heartbeat = await ruleWorld({ ...inOurFolder, labels: { irm_connection: '0123456789' } });
  expect(planRule(await heartbeat.read(), 'IRM', RECEIVERS).obstacles).toEqual([{ code: 'heartbeat' }]);
  const byHand = { ...(await theirs.read()), receiver: 'oncall beat' };
  expect(planRule(byHand, 'IRM', RECEIVERS).obstacles).toEqual([{ code: 'heartbeat' }]);
  const locked = await ruleWorld(RULE, {});
  const plan = planRule(await locked.read(), 'IRM', RECEIVERS);
  expect(plan.obstacles).toEqual([{ code: 'locked', provenance: 'api' }]);
  expect(await applyRule(locked.client, plan)).toMatchObject({ error: { reason: 'locked' } });
  const { client, admin, read } = await ruleWorld(RULE);
  const stale = planRule(await read(), 'IRM', RECEIVERS);
  expect((await admin('PUT', `${RULES}/disk`, { ...RULE, title: 'Disk nearly full' })).status).toBe(200);
  expect(await applyRule(client, stale)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
});

it('changes a rule as an object of its own where the provisioning API is gone, and leaves the rest of it', async () => {
  const { grafana, as } = testGrafana({ version: '13.2.1', withoutProvisioningApi: true });
  const editor = as('editor');
  const objects = '/apis/rules.alerting.grafana.app/v0alpha1/namespaces/default/alertrules';
  await editor('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  for (const title of ['mail', 'IRM']) {
    const integrations = [{ type: 'webhook', version: 'v1', settings: { url: 'http://x.test/' } }];
    await editor('POST', '/apis/notifications.alerting.grafana.app/v1beta1/namespaces/default/receivers', {
      spec: { title, integrations },
    });
  }
  const expressions = { A: { model: { refId: 'A', type: 'math', expression: '1 > 0' }, source: true } };
  const made = await editor('POST', objects, {
    metadata: { name: 'disk', annotations: { 'grafana.app/folder': 'servers' } },
    spec: {
      title: 'Disk full',
      trigger: { interval: '10s' },
      noDataState: 'OK',
      execErrState: 'OK',
      keepFiringFor: '5m',
      notificationSettings: { receiver: 'mail', groupWait: '5s' },
      expressions,
    },
  });
  expect(made.status).toBe(201);
  const transport = transportTo(grafana, 'editor:editorpass');
  const client = createGrafanaClient(transport, { namespace: 'default', receiverTest: 'v1beta1' });
  const specOf = async () => ((await editor('GET', `${objects}/disk`)).body as { spec: Raw }).spec;
  const before = await specOf();
  const read = await client.readRuleRouting('disk');
  const done = read.ok ? await applyRule(client, planRule(read.value, 'IRM', RECEIVERS)) : read;
  expect(await specOf()).toEqual({ ...before, notificationSettings: { receiver: 'IRM', groupWait: '5s' } });
  const undo = done.ok && 'undo' in done.value ? done.value.undo : undefined;
  expect(undo && (await undoRouting(client, undo))).toMatchObject({ ok: true });
  expect(await specOf()).toEqual(before);
});
