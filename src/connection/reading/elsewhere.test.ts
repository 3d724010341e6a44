import { ALWAYS_TRUE } from '../../../tests/support/alwaysTrue';
import { firingRule } from '../../../tests/support/firingRule';
import type { ClusterOptions } from '../../../tests/support/standIns';
import { planAdopt, planChangeTiming } from '../actions/change';
import { planPause, planResume } from '../actions/pause';
import { namesToRemove, planRemoval } from '../actions/remove';
import { planRotation } from '../actions/rotate';
import { healthOf } from '../health/healthOf';
import { NO_MEMORY } from '../health/memory';
import { connectionsOf, type Connection } from '../ownership/connections';
import { desiredFrom } from '../ownership/desiredFrom';
import { isBlocked, isUpToDate } from '../plan/types';
import { grantedBy } from '../plan/granted';
import { planConnection } from '../plan/planConnection';
import { foldersToChoose, missingRightsFor } from '../plan/rights';
import { carryOut, shown, takeBack } from '../testing/acting';
import { proposeTiming } from '../timing/presets';
import { grafanaError, onCall, troubledGrafana, type TroubledGrafana } from '../testing/applying';
import { desiredConnection, otherEndpoint } from '../testing/fixtures';
import { call, makeContactPoint, PROVISIONING, saveRule, type RuleByHand } from '../testing/people';
import { SEARCH_AGAIN } from './searchElsewhere';
import { pathsOf } from './folderPath';
import { readGrafana } from './readGrafana';
import type { GrafanaReading } from './reading';
import { readSurroundings } from './uses';
import { driftOf } from '../drift/drift';

const VERSIONS = ['12.3.0', '12.4.0', '13.2.1'] as const;

/** A name with what a regular expression would take for its own. */
const BEATS = 'oncall (beat) +1.*|\\';
const DIRECT = { receiver: BEATS, notification: { group_wait: '0s', group_interval: '1s', repeat_interval: '2m' } };
const KEPT = ['keep alertContactPoint: ', 'keep heartbeatContactPoint: ', 'keep folder: '];

/** Somebody followed the manual page, with the rule in a team's folder that lies in another one. */
async function byHand(
  rule: Partial<RuleByHand> = {},
  { type = 'webhook', ...cluster }: { type?: string } & ClusterOptions = {}
) {
  const grafana = await troubledGrafana('editor', cluster);
  const { endpoint, heartbeat } = grafana.world.newIntegration('Production');
  await makeContactPoint(grafana, { uid: 'a', name: 'oncall', type, url: endpoint });
  await makeContactPoint(grafana, {
    uid: 'b',
    name: BEATS,
    type,
    url: heartbeat,
    disableResolveMessage: true,
  });
  await call(grafana, 'POST', '/api/folders', { uid: 'ops', title: 'Operations' });
  await call(grafana, 'POST', '/api/folders', { uid: 'team', title: 'Payments', parentUid: 'ops' });
  await saveRule(grafana, { title: 'Always', folderUid: 'team', group: 'watchdogs', ...DIRECT, ...rule });
  await grafana.world.clock.advance(60_000);
  return grafana;
}

async function read(grafana: TroubledGrafana, before?: GrafanaReading): Promise<[Connection, GrafanaReading]> {
  const answer = await readGrafana(grafana.port, { elsewhere: before?.elsewhere, folder: 'unread' });
  const [connection] = answer.ok ? connectionsOf(answer.value) : [];
  if (!answer.ok || !connection) {
    throw new Error(answer.ok ? 'no connection' : answer.error.message);
  }
  return [connection, answer.value];
}

const adopted = (connection: Connection, objects: GrafanaReading) => {
  const { heartbeat } = desiredFrom(connection);
  return planAdopt(connection, objects, { interval: 600, timing: heartbeat?.timing ?? (undefined as never) }).plan;
};

const judge = (connection: Connection, reading: GrafanaReading) =>
  healthOf({
    connection,
    reading,
    driftOf,
    memory: NO_MEMORY,
    replicas: undefined,
    alertmanagers: undefined,
  } as Parameters<typeof healthOf>[0]);

it.each(VERSIONS)('finds a rule in a nested folder and adopts it where it stands (%s)', async (version) => {
  const grafana = await byHand({}, { version });
  const [connection, reading] = await read(grafana);
  expect(connection).toMatchObject({
    isOurs: false,
    rule: {
      title: 'Always',
      folderUid: 'team',
      whereabouts: { folder: { path: 'Operations / Payments', parents: ['ops'] } },
    },
  });
  const plan = adopted(connection, reading);
  expect(shown(plan)).toEqual([...KEPT, 'update rule: labels,annotations']);
  const outcome = await carryOut(plan, grafana);
  const [after, later] = await read(grafana, reading);
  expect(after).toMatchObject({ isOurs: true, interval: 600, rule: { folderUid: 'team', group: 'watchdogs' } });
  expect(isUpToDate(adopted(after, later))).toBe(true);
  expect(await grafana.client.findsFolder('irm-heartbeats')).toMatchObject({ value: false });
  await takeBack(grafana, outcome, plan);
  const [before] = await read(grafana, later);
  expect(before.rule).toMatchObject({ labels: {}, folderUid: 'team' });
});

it('takes three requests more once it is found, and none that is refused', async () => {
  const grafana = await byHand();
  const [, first] = await read(grafana);
  grafana.calls.length = 0;
  const [connection] = await read(grafana, first);
  expect(connection.rule).toBeDefined();
  expect(grafana.calls).toEqual([
    ...['listIntegrations', 'deliveries', 'findsFolder'],
    ...['readRuleGroup', 'ruleStatuses', 'alertsTo'],
  ]);
});

it.each(['12.3.0', '12.4.0'] as const)(
  'finds a paused rule, which has no alert, by its contact point (%s)',
  async (version) => {
    const grafana = await byHand({}, { version });
    await call(grafana, 'POST', '/api/folders', { uid: 'others', title: 'Others' });
    await saveRule(grafana, { title: 'Disk', folderUid: 'others', receiver: 'oncall' });
    const [found, reading] = await read(grafana);
    await carryOut(planPause(found, reading).plan, grafana);
    await grafana.world.clock.advance(600_000);
    const [connection] = await read(grafana);
    expect(connection.rule).toMatchObject({ title: 'Always', isPaused: true });
  }
);

it('pauses, resumes, rotates and removes a rule in its folder, and leaves the folder', async () => {
  const grafana = await byHand();
  const [connection, reading] = await read(grafana);
  await carryOut(adopted(connection, reading), grafana);
  let [now, objects] = await read(grafana, reading);
  await carryOut(planPause(now, objects).plan, grafana);
  [now, objects] = await read(grafana, objects);
  await carryOut(planResume(now, objects).plan, grafana);
  [now, objects] = await read(grafana, objects);
  await carryOut(planRotation(now, objects, otherEndpoint).plan, grafana);
  [now, objects] = await read(grafana, objects);
  expect(now).toMatchObject({ endpoint: otherEndpoint, rule: { folderUid: 'team', isPaused: false } });
  const surroundings = await readSurroundings(grafana.client, namesToRemove(now));
  if (!surroundings.ok) {
    throw new Error('not read');
  }
  const { plan } = planRemoval(now, objects, surroundings.value);
  expect(shown(plan)[0]).toMatch(/^delete rule/);
  await carryOut(plan, grafana);
  expect(await grafana.client.findsFolder('team')).toMatchObject({ value: true });
  expect(await grafana.client.readRuleGroup('team', 'watchdogs')).toMatchObject({ value: { rules: [] } });
});

it.each(VERSIONS)('adopts a rule that shares its group, and leaves the others as they are: %s', async (version) => {
  const grafana = await byHand({}, { version });
  await call(grafana, 'POST', '/api/ruler/grafana/api/v1/rules/team', {
    name: 'watchdogs',
    interval: '10s',
    rules: [
      firingRule('Disk', { keep_firing_for: '5m', labels: { team: 'db' } }),
      firingRule('Always', { alert: { notification_settings: { receiver: BEATS, ...DIRECT.notification } } }),
      {
        record: 'up:sum',
        grafana_alert: { title: 'Sum', condition: 'A', data: [ALWAYS_TRUE], record: { metric: 'up_sum', from: 'A' } },
      },
    ],
  });
  const others = async () => {
    const group = await grafana.client.readRuleGroup('team', 'watchdogs');
    const { rules, otherRules } = group.ok ? group.value : { rules: [], otherRules: [] };
    return JSON.stringify([rules.filter(({ title }) => title !== 'Always'), otherRules]);
  };
  const before = await others();
  await grafana.world.clock.advance(60_000);
  const [connection, reading] = await read(grafana);
  expect(connection.rule).toMatchObject({ title: 'Always' });
  const plan = adopted(connection, reading);
  expect(isBlocked(plan)).toBe(false);
  const outcome = await carryOut(plan, grafana);
  expect(await others()).toBe(before);
  const [ours, after] = await read(grafana, reading);
  expect(ours).toMatchObject({ isOurs: true, rule: { title: 'Always', group: 'watchdogs' } });
  await carryOut(planPause(ours, after).plan, grafana);
  const [paused, later] = await read(grafana, after);
  expect(paused.rule?.isPaused).toBe(true);
  await carryOut(planResume(paused, later).plan, grafana);
  // The group has one interval: another one would be theirs, too.
  const slower = { interval: 600, timing: { ...proposeTiming(600), evaluationInterval: 30 } };
  expect(planChangeTiming(ours, after, slower).plan.obstacles).toContainEqual(
    expect.objectContaining({ reason: 'groupShared', blocking: true })
  );
  await takeBack(grafana, outcome, plan);
  expect(await others()).toBe(before);
});

async function throughPolicies(labels = { watchdog: 'irm' }) {
  const grafana = await byHand({ receiver: undefined as never, notification: undefined as never, labels });
  const policies = {
    receiver: 'oncall',
    group_by: ['alertname'],
    routes: [
      {
        ...{ receiver: BEATS, object_matchers: [['watchdog', '=', 'irm']] },
        ...{ group_wait: '0s', group_interval: '10s', repeat_interval: '3m' },
      },
    ],
  };
  expect(await grafana.world.call('admin', 'PUT', `${PROVISIONING}/policies`, policies)).toBe(202);
  await grafana.world.clock.advance(60_000);
  return grafana;
}

it('takes a rule that policies lead there with their timing, and leaves it to them', async () => {
  const grafana = await throughPolicies();
  const [connection, reading] = await read(grafana);
  expect(connection.rule).toMatchObject({
    receiver: '',
    repeatInterval: 180,
    groupInterval: 10,
    whereabouts: { routedTo: BEATS },
  });
  const plan = adopted(connection, reading);
  expect(plan.obstacles).toEqual([]);
  expect(shown(plan)).toEqual([...KEPT, 'update rule: labels,annotations']);
  await carryOut(plan, grafana);
  const [after, later] = await read(grafana, reading);
  expect(after.rule).toMatchObject({ receiver: '', labels: { watchdog: 'irm', irm_connection: after.id } });
  expect(isUpToDate(adopted(after, later))).toBe(true);
  expect(judge(after, later).state).not.toBe('misconfigured');
});

it('gives such a rule its own contact point when somebody asks for another timing', async () => {
  const grafana = await throughPolicies();
  const [connection, reading] = await read(grafana);
  const { heartbeat } = desiredFrom(connection);
  const timing = { ...heartbeat?.timing, repeatInterval: 120 } as never;
  const { plan } = planAdopt(connection, reading, { interval: 600, timing });
  expect(shown(plan)[3]).toContain('receiver');
  await carryOut(plan, grafana);
  expect((await read(grafana, reading))[0].rule).toMatchObject({ receiver: BEATS, repeatInterval: 120 });
});

it('says unknown, and plans nothing, where the policies that lead it cannot be read', async () => {
  const grafana = await throughPolicies();
  grafana.trouble = onCall('readPolicies', grafanaError('forbidden', { status: 403 }));
  const [connection, reading] = await read(grafana);
  expect(judge(connection, reading)).toMatchObject({ state: 'unknown', reason: { code: 'forbidden' } });
  expect(adopted(connection, reading).obstacles).toContainEqual(expect.objectContaining({ reason: 'ruleHidden' }));
});

it('finds what the OnCall plugin made', async () => {
  const grafana = await byHand({}, { type: 'oncall' });
  const [connection, reading] = await read(grafana);
  expect(connection).toMatchObject({ heartbeatContactPoint: { type: 'oncall' }, rule: { folderUid: 'team' } });
  expect(shown(adopted(connection, reading))).toEqual([...KEPT, 'update rule: labels,annotations']);
});

it('shows both rules of one connection that stand in two folders, and adopts one', async () => {
  const grafana = await byHand();
  await saveRule(grafana, { title: 'Always too', folderUid: 'ops', ...DIRECT });
  await grafana.world.clock.advance(60_000);
  const [connection, reading] = await read(grafana);
  expect([connection.rule, ...connection.otherRules].map((rule) => rule?.folderUid).sort()).toEqual(['ops', 'team']);
  await carryOut(adopted(connection, reading), grafana);
  const [after] = await read(grafana, reading);
  expect(after.otherRules).toMatchObject([{ labels: {} }]);
});

it.each(['placeOfRule', 'readRuleGroup'])('says unknown and never missing when %s is refused', async (name) => {
  const grafana = await byHand();
  grafana.trouble = onCall(name, grafanaError('forbidden', { status: 403 }));
  const [connection, reading] = await read(grafana);
  expect(connection.rule).toBeUndefined();
  expect(judge(connection, reading)).toMatchObject({
    state: 'unknown',
    reason: { code: 'forbidden', part: 'rules' },
    nextAction: 'askForPermission',
  });
  const plan = adopted(connection, reading);
  expect(plan.obstacles).toContainEqual(expect.objectContaining({ reason: 'ruleHidden', name: BEATS }));
});

it.each(['default backend - 404', '404 page not found'])(
  'takes "%s" from in front of Grafana for no word about the rule',
  async (text) => {
    const grafana = await byHand();
    grafana.world.failWith((path) =>
      path.includes('/api/v1/rule/') ? new Response(text, { status: 404 }) : undefined
    );
    const [connection, reading] = await read(grafana);
    expect(judge(connection, reading).state).toBe('unknown');
    expect(isBlocked(adopted(connection, reading))).toBe(true);
  }
);

it('searches once, and again when five minutes have passed, for what is not there', async () => {
  const grafana = await byHand();
  await call(grafana, 'DELETE', '/api/ruler/grafana/api/v1/rules/team/watchdogs');
  await grafana.world.clock.advance(600_000);
  const [connection, reading] = await read(grafana);
  expect(connection.rule).toBeUndefined();
  const searches = async () => {
    grafana.calls.length = 0;
    await read(grafana, reading);
    return grafana.calls.filter((name) => name === 'alertsTo' || name === 'locateRules').length;
  };
  expect(await searches()).toBe(0);
  await grafana.world.clock.advance(SEARCH_AGAIN);
  expect(await searches()).toBe(2);
});

it('looks for a rule at once that left its group', async () => {
  const grafana = await byHand();
  const [, reading] = await read(grafana);
  await call(grafana, 'DELETE', '/api/ruler/grafana/api/v1/rules/team/watchdogs');
  await saveRule(grafana, { title: 'Always', folderUid: 'ops', ...DIRECT });
  await grafana.world.clock.advance(600_000);
  const [, lost] = await read(grafana, reading);
  const [connection] = await read(grafana, lost);
  expect(connection.rule).toMatchObject({ folderUid: 'ops' });
});

it('makes a heartbeat in a chosen folder, and none of its own', async () => {
  const grafana = await troubledGrafana();
  await call(grafana, 'POST', '/api/folders', { uid: 'ops', title: 'Operations' });
  const { heartbeat } = desiredConnection();
  const folder = { uid: 'ops', path: 'Operations', parents: [] };
  const desired = desiredConnection({ heartbeat: heartbeat && { ...heartbeat, folder } });
  const start = await readGrafana(grafana.port, { folder: 'unread' });
  const plan = start.ok ? planConnection(desired, start.value) : undefined;
  expect(plan && shown(plan)[2]).toBe('keep folder: ');
  const outcome = await carryOut(plan ?? (undefined as never), grafana);
  expect(outcome.found?.elsewhere).toMatchObject([{ folderUid: 'ops', rules: [{ whereabouts: { folder } }] }]);
  const [connection, reading] = await read(grafana);
  expect(connection).toMatchObject({ stage: 'complete', rule: { folderUid: 'ops' } });
  expect(isUpToDate(planConnection(desiredFrom(connection), reading))).toBe(true);
  expect(await grafana.client.findsFolder('irm-heartbeats')).toMatchObject({ value: false });
});

it('offers the folders in which somebody may make and change rules, with the rights of those above', () => {
  const folders = pathsOf([
    { uid: 'ops', title: 'Operations', parentUid: undefined },
    { uid: 'payments', title: 'Payments', parentUid: 'ops' },
    { uid: 'others', title: 'Other people', parentUid: undefined },
    { uid: 'mine', title: 'Mine', parentUid: 'hidden' },
  ]);
  const on = (...uids: string[]) => uids.map((uid) => `folders:uid:${uid}`);
  const granted = grantedBy({
    'alert.rules:create': on('ops', 'hidden', 'others'),
    'alert.rules:write': on('ops', 'hidden'),
  });
  expect(foldersToChoose(folders, granted).map(({ path }) => path)).toEqual([
    'Mine',
    'Operations',
    'Operations / Payments',
  ]);
});

it('changes no rule elsewhere through the plugin’s proxy, and adopts with one of its own beside it', async () => {
  const grafana = await byHand();
  const [connection, reading] = await read(grafana);
  const objects = { ...reading, isOwnFolderOnly: true };
  expect(planPause(connection, objects).plan.obstacles).toContainEqual(
    expect.objectContaining({ reason: 'otherFolder', blocking: true })
  );
  const plan = adopted(connection, objects);
  expect(shown(plan).slice(2)).toEqual(['create folder: title', expect.stringMatching(/^create rule/)]);
  await carryOut(plan, grafana);
  const [after] = await read(grafana, reading);
  expect(after).toMatchObject({ rule: { folderUid: 'irm-heartbeats' }, otherRules: [{ folderUid: 'team' }] });
});

it('refuses labels that would make policies lead the rule elsewhere', async () => {
  const grafana = await throughPolicies();
  const policies = {
    receiver: 'oncall',
    group_by: ['alertname'],
    routes: [
      { receiver: 'oncall', object_matchers: [['irm_connection', '=~', '.+']] },
      { receiver: BEATS, object_matchers: [['watchdog', '=', 'irm']], repeat_interval: '3m' },
    ],
  };
  expect(await grafana.world.call('admin', 'PUT', `${PROVISIONING}/policies`, policies)).toBe(202);
  await grafana.world.clock.advance(60_000);
  const [connection, reading] = await read(grafana);
  expect(adopted(connection, reading).obstacles).toContainEqual(expect.objectContaining({ reason: 'labelsReroute' }));
});

it('asks for rights on the very folder of the rule, or on one that it lies in', async () => {
  const grafana = await byHand();
  const [connection, reading] = await read(grafana);
  const plan = adopted(connection, reading);
  const of = (uid: string) =>
    missingRightsFor(
      grantedBy({ 'folders:read': [''], 'alert.rules:read': [''], 'alert.rules:write': [`folders:uid:${uid}`] }),
      plan
    );
  expect([of('team'), of('ops'), of('irm-heartbeats')]).toEqual([[], [], ['alert.rules:write']]);
});

it('says what cannot be told where a heartbeat shares its contact point, and never that there is none', async () => {
  const grafana = await byHand();
  await makeContactPoint(grafana, { uid: 'c', name: BEATS, url: 'http://log.example/' });
  await grafana.world.clock.advance(120_000);
  const [connection, reading] = await read(grafana);
  expect(connection).toMatchObject({ rule: { title: 'Always' }, otherHeartbeatContactPoints: [{ uid: 'b' }] });
  expect(judge(connection, reading)).toMatchObject({
    state: 'unknown',
    reason: { code: 'sharedContactPoint', name: BEATS },
    nextAction: 'openContactPoint',
  });

  const unread = { ...reading, rules: [], problems: { ...reading.problems, rules: grafanaError('timeout') } };
  const [without] = connectionsOf(unread);
  expect(without && judge(without, unread)).toMatchObject({
    state: 'unknown',
    reason: { code: 'notRead', part: 'rules', error: { reason: 'timeout' } },
  });
  const [nobodySends] = connectionsOf({ ...reading, rules: [] });
  expect(nobodySends && judge(nobodySends, { ...reading, rules: [] })).toMatchObject({ state: 'none' });
});
