import { TEST_LABEL } from '../../src/connection/desired/objects';
import type { Person, Said } from './wishes';
import { signIn } from './signIn';
import { IRM_ROOT, type SavedWorld, type Way, type World } from './world';

const IRM = `${IRM_ROOT}/integrations/v1/alertmanager`;

/** Addresses as IRM gives them out: the one that is connected, the one it moves to, and that of somebody else's team. */
export const ENDPOINT = `${IRM}/Ka1a2b3c4d5e6f7g8h9i0/`;
export const NEW_ENDPOINT = `${IRM}/Lz9y8x7w6v5u4t3s2r1q0/`;
export const OTHER_ENDPOINT = `${IRM}/Mm5n5o5p5q5r5s5t5u5v5/`;

export const NAME = 'IRM production';
export const BEAT_NAME = `${NAME} heartbeat`;
const FOLDER = 'irm-heartbeats';

/** States of Grafana in which flows begin. All hold what other people made. */
export type StartName =
  | 'fresh'
  | 'inIrm'
  | 'withoutResolved'
  | 'leftByTest'
  | 'leftWithOthers'
  | 'alerts'
  | 'whole'
  | 'paused'
  | 'drilled'
  | 'locked'
  | 'bent'
  | 'halfGone'
  | 'inPolicy'
  | 'withDashboard'
  | 'silenced'
  | 'byHand'
  | 'byHandInFolder'
  | 'unrouted'
  | 'routed';

interface Scene {
  world: World;
  person: Person;
}

const wish = (kind: 'connect' | 'connectWhole', isLocked = false) => ({
  ...{ do: kind, endpoint: ENDPOINT, name: NAME },
  isLocked,
});
const whole = async ({ person }: Scene) => succeed(await person.wish(wish('connectWhole')));

/** IRM knows the integration, too. */
async function inIrm(scene: Scene): Promise<void> {
  const { world } = scene;
  world.irm().createIntegration({ type: 'alertmanager', name: 'Production' });
  const saved = world.save();
  const { integrations } = saved.irm as { integrations: Array<{ name: string; token: string }> };
  const made = integrations.find(({ name }) => name === 'Production');
  Object.assign(made ?? {}, { token: new URL(ENDPOINT).pathname.split('/').at(-2) });
  world.load(saved);
  await whole(scene);
}

const DISK_FULL = { alertname: 'Disk full' };
const TEST_LABELS = { alertname: 'IRM Connect: real alert', [TEST_LABEL]: 'irmc-00112233aabbccdd' };
const QUARTER_OF_AN_HOUR = 900_000;

/** Alerts reached IRM, as Grafana sends them, so long ago that no resolved message follows. */
async function raised(scene: Scene, alerts: Array<Record<string, string>>): Promise<void> {
  const { world } = scene;
  await inIrm(scene);
  for (const labels of alerts) {
    const groupKey = `{}:${labels['alertname']}`;
    const body = { status: 'firing', groupKey, alerts: [{ status: 'firing', labels, annotations: {} }] };
    const headers = { 'Content-Type': 'application/json' };
    await world.irm().fetch(new Request(ENDPOINT, { method: 'POST', headers, body: JSON.stringify(body) }));
    await world.clock.advance(1000);
  }
  const saved = world.save();
  for (const group of (saved.irm as { alertGroups: Array<{ createdAt: number }> }).alertGroups) {
    group.createdAt -= QUARTER_OF_AN_HOUR;
  }
  world.load(saved);
}

const STARTS: Record<StartName, (scene: Scene) => Promise<void>> = {
  fresh: () => Promise.resolve(),
  alerts: async ({ person }) => succeed(await person.wish(wish('connect'))),
  whole,
  inIrm,
  /** The contact point sends no resolved messages, so that nothing closes an alert group by itself. */
  async withoutResolved(scene) {
    await inIrm(scene);
    const point = (await contactPoints(scene.world)).find(({ name }) => name === NAME);
    const path = `/api/v1/provisioning/contact-points/${point?.uid}`;
    await scene.world.call('admin', 'PUT', path, { ...point, disableResolveMessage: true });
  },
  /** Page and rule of a real alert are gone, its alert group is open in IRM beside one of others. */
  leftByTest: (scene) => raised(scene, [DISK_FULL, TEST_LABELS]),
  /** The notification of the real alert was repeated before its rule went. */
  leftWithOthers: (scene) => raised(scene, [DISK_FULL, TEST_LABELS, TEST_LABELS]),
  async paused(scene) {
    await whole(scene);
    succeed(await scene.person.wish({ do: 'pause', endpoint: ENDPOINT }));
  },
  /** The page on which a drill ran is gone. */
  async drilled(scene) {
    await whole(scene);
    succeed(await scene.person.wish({ do: 'beginDrill', endpoint: ENDPOINT }));
  },
  locked: async ({ person }) => succeed(await person.wish(wish('connectWhole', true))),
  /** Somebody bent the heartbeat's address and made its rule repeat too seldom. */
  async bent(scene) {
    await whole(scene);
    await bendContactPoint(scene.world);
    await bendRule(scene.world);
  },
  /** Somebody removed the rule, and the heartbeat's contact point after it. */
  async halfGone(scene) {
    await whole(scene);
    const { world } = scene;
    await world.call('admin', 'DELETE', `/api/v1/provisioning/alert-rules/${(await ourRule(world)).uid}`);
    const beat = (await contactPoints(world)).find(({ name }) => name === BEAT_NAME);
    await world.call('admin', 'DELETE', `/api/v1/provisioning/contact-points/${beat?.uid}`);
  },
  async inPolicy(scene) {
    await whole(scene);
    const path = '/api/v1/provisioning/policies';
    const tree = (await scene.world.call('admin', 'GET', path)) as { routes: object[] };
    const ours = { receiver: NAME, object_matchers: [['page', '=', 'yes']] };
    await scene.world.call('admin', 'PUT', path, { ...tree, routes: [...tree.routes, ours] });
  },
  async withDashboard(scene) {
    await whole(scene);
    const dashboard = { uid: 'beats-seen', title: 'Beats seen' };
    await scene.world.call('admin', 'POST', '/api/dashboards/db', { folderUid: FOLDER, dashboard });
  },
  async silenced(scene) {
    await whole(scene);
    await scene.world.call('admin', 'POST', '/api/alertmanager/grafana/api/v2/silences', {
      ...{ comment: 'Maintenance', createdBy: 'admin' },
      matchers: [{ name: 'heartbeat', value: 'true', isEqual: true, isRegex: false }],
      startsAt: '2026-11-22T08:00:00Z',
      endsAt: '2026-11-22T20:00:00Z',
    });
  },
  async byHand({ world }) {
    await byHand(world, 'operations');
  },
  async byHandInFolder({ world }) {
    await byHand(world, FOLDER);
  },
  async unrouted(scene) {
    await whole(scene);
    await routePolicies(scene.world, { receiver: 'Team mail', routes: POLICIES });
    await makeRule(scene.world, CPU_HOT);
  },
  /** The default policy, one with others below it, one without, and a rule send to the connection. */
  async routed(scene) {
    await whole(scene);
    const [first, ...rest] = POLICIES;
    const ours = { receiver: NAME, object_matchers: [['team', '=', 'b']] };
    await routePolicies(scene.world, { receiver: NAME, routes: [ours, { ...first, receiver: NAME }, ...rest] });
    await makeRule(scene.world, { ...CPU_HOT, notification_settings: { receiver: NAME, group_wait: '1m' } });
  },
};

/** Policies with all that Grafana knows in one. */
const POLICIES = [
  {
    ...{ receiver: 'Team mail', object_matchers: [['severity', '=~', 'critical|page']], continue: true },
    ...{ mute_time_intervals: ['nights'], group_by: ['...'], group_wait: '1m' },
    routes: [
      { receiver: 'Team mail', object_matchers: [['site', '!=', 'lab']], repeat_interval: '2h' },
      { receiver: 'Team mail', object_matchers: [['site', '!~', 'x.*']], active_time_intervals: ['nights'] },
    ],
  },
  { receiver: 'Team mail', object_matchers: [['team', '=', 'a']] },
];

/** A rule of others, which a flow routes. */
export const CPU_HOT = { uid: 'cpu-hot', title: 'CPU hot', folderUID: 'team', ruleGroup: 'cpus' };

async function routePolicies(world: World, tree: object): Promise<void> {
  const nights = [{ times: [{ start_time: '22:00', end_time: '24:00' }] }];
  await world.call('admin', 'POST', '/api/v1/provisioning/mute-timings', { name: 'nights', time_intervals: nights });
  const before = (await world.call('admin', 'GET', '/api/v1/provisioning/policies')) as object;
  await world.call('admin', 'PUT', '/api/v1/provisioning/policies', { ...before, ...tree });
}

/** Builds a start state, by the person who then goes on with it. */
export async function buildStart(world: World, way: Way, name: StartName, fresh: SavedWorld): Promise<SavedWorld> {
  world.load(fresh);
  await STARTS[name]({ world, person: await signIn(world, way, 'editor') });
  return world.save();
}

/** What other people have: contact points, a rule, a policy, a dashboard, an integration in IRM. */
export async function othersThings(world: World): Promise<SavedWorld> {
  const email = { addresses: 'team@example.net' };
  await makeContactPoint(world, { uid: 'team-mail', name: 'Team mail', type: 'email', settings: email });
  const hook = { url: 'https://chat.example.net/hook' };
  await makeContactPoint(world, { uid: 'team-chat', name: 'Team mail', type: 'webhook', settings: hook });
  await world.call('admin', 'POST', '/api/folders', { uid: 'team', title: 'Team' });
  await makeRule(world, { uid: 'disk-full', title: 'Disk full', folderUID: 'team', ruleGroup: 'disks' });
  const tree = (await world.call('admin', 'GET', '/api/v1/provisioning/policies')) as object;
  const routes = [{ receiver: 'Team mail', object_matchers: [['team', '=', 'a']] }];
  await world.call('admin', 'PUT', '/api/v1/provisioning/policies', { ...tree, routes });
  const dashboard = { uid: 'disks', title: 'Disks' };
  await world.call('admin', 'POST', '/api/dashboards/db', { folderUid: 'team', dashboard });
  world.irm().createIntegration({ type: 'alertmanager', name: 'Team' });
  return world.save();
}

async function byHand(world: World, folderUID: string): Promise<void> {
  await world.call('editor', 'POST', '/api/folders', { uid: folderUID, title: folderUID });
  const at = (uid: string, name: string, url: string) => ({ uid, name, type: 'webhook', settings: { url } });
  await makeContactPoint(world, at('pager', 'Pager', ENDPOINT));
  await makeContactPoint(world, at('pager-beat', 'Pager beat', `${ENDPOINT}heartbeat/`));
  const notification_settings = {
    receiver: 'Pager beat',
    group_wait: '0s',
    group_interval: '1s',
    repeat_interval: '2m',
  };
  await makeRule(world, { uid: 'beat', title: 'Beat', folderUID, ruleGroup: 'beats', notification_settings });
}

const makeContactPoint = (world: World, body: object) =>
  world.call('editor', 'POST', '/api/v1/provisioning/contact-points', body);

const makeRule = (world: World, rule: object) =>
  world.call('editor', 'POST', '/api/v1/provisioning/alert-rules', {
    ...{ condition: 'A', for: '0s', noDataState: 'OK', execErrState: 'OK', orgID: 1 },
    data: [
      {
        ...{ refId: 'A', queryType: '', datasourceUid: '__expr__', relativeTimeRange: { from: 0, to: 0 } },
        model: { type: 'math', expression: '1 > 0', refId: 'A' },
      },
    ],
    ...rule,
  });

async function contactPoints(world: World) {
  const path = '/api/v1/provisioning/contact-points';
  return (await world.call('admin', 'GET', path)) as Array<{ uid: string; name: string; settings: object }>;
}

async function ourRule(world: World) {
  const rules = (await world.call('admin', 'GET', '/api/v1/provisioning/alert-rules')) as Array<{
    uid: string;
    folderUID: string;
    notification_settings: object;
  }>;
  const rule = rules.find(({ folderUID }) => folderUID === FOLDER);
  if (!rule) {
    throw new Error('the start state has no heartbeat rule');
  }
  return rule;
}

async function bendContactPoint(world: World): Promise<void> {
  const beat = (await contactPoints(world)).find(({ name }) => name === BEAT_NAME);
  const settings = { ...beat?.settings, url: `${ENDPOINT}heartbeats/` };
  const path = `/api/v1/provisioning/contact-points/${beat?.uid}`;
  await world.call('admin', 'PUT', path, { ...beat, settings, disableResolveMessage: false });
}

async function bendRule(world: World): Promise<void> {
  const rule = await ourRule(world);
  const notification_settings = { ...rule.notification_settings, repeat_interval: '1h' };
  await world.call('admin', 'PUT', `/api/v1/provisioning/alert-rules/${rule.uid}`, { ...rule, notification_settings });
}

function succeed(said: Said): void {
  if (said.told !== 'done') {
    throw new Error(`a start state cannot be built: ${said.told} ${said.why}`);
  }
}
