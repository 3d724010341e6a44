import { planAdopt, planChangeTiming, planRepair } from '../../src/connection/actions/change';
import { planPause, planResume } from '../../src/connection/actions/pause';
import { namesToRemove, planRemoval } from '../../src/connection/actions/remove';
import { planRename } from '../../src/connection/actions/rename';
import { planRotation } from '../../src/connection/actions/rotate';
import { expireSilence, restoreSilence } from '../../src/connection/actions/silences';
import type { ActionPlan } from '../../src/connection/actions/types';
import type { DesiredConnection, Endpoint } from '../../src/connection/model';
import { connectionOf, type Connection } from '../../src/connection/ownership/connections';
import { proposeConnection } from '../../src/connection/ownership/propose';
import { planConnection } from '../../src/connection/plan/planConnection';
import type { GrafanaObjects, GrafanaReading } from '../../src/connection/reading/reading';
import { readSurroundings } from '../../src/connection/reading/uses';
import { failure, success } from '../../src/connection/result';
import { proposeTiming } from '../../src/connection/timing/presets';
import type { Act, Wish } from './person';
import { ruleGroup, type World } from './world';

const BASE = 'https://oncall.example.net/oncall';
const endpoint = (token: string): Endpoint => ({ base: BASE, type: 'alertmanager', token });
export const A = endpoint('LUL6EatRGTbhTAKmYmWzYpgZZ');
export const B = endpoint('HuuJTjNwt29kGOOYqLg4QqKYo');

/** A flow: how things stand when it begins, and what the person wants. */
export interface Flow {
  name: string;
  start: StartName;
  wish: Wish | Act;
}

/** Wishes that make a start, one after the other, on a furnished Grafana; then what others do to it. */
export interface Start {
  wishes: readonly Wish[];
  others?: (world: World) => Promise<unknown>;
}

type StartName = keyof typeof STARTS;

const wish = (plan: (reading: GrafanaReading) => ActionPlan | undefined): Wish => ({
  plan: async (reading) => success(plan(reading)?.plan),
});

/** An action on the connection of an endpoint; nothing to do where there is none. */
const on = (at: Endpoint, action: (connection: Connection, objects: GrafanaObjects) => ActionPlan | undefined): Wish =>
  wish((reading) => {
    const connection = connectionOf(at, reading);
    return connection && action(connection, reading);
  });

const connecting = (change: Partial<DesiredConnection> & { withHeartbeat: boolean }): Wish => ({
  plan: async (reading) => {
    const { withHeartbeat, ...rest } = change;
    const desired = proposeConnection({ endpoint: A, objects: reading, title: 'Prod', withHeartbeat });
    return success(planConnection({ ...desired, ...rest }, reading));
  },
});

const contactPoint = connecting({ withHeartbeat: false, heartbeat: undefined });
const whole = connecting({ withHeartbeat: true });
const locked = connecting({ withHeartbeat: true, editability: 'locked' });
const slow = { interval: 1800, timing: proposeTiming(1800) };
const timing = on(A, (connection, objects) => planChangeTiming(connection, objects, slow));
const pause = on(A, planPause);
const resume = on(A, planResume);
const repair = on(A, planRepair);
const rename = on(A, (connection, objects) =>
  planRename(connection, objects, { alertContactPoint: 'Pager', heartbeatContactPoint: 'Pager beat' })
);
/** Once nothing is left at the old endpoint, whoever wants the rest in order repairs the connection at the new one. */
const rotate = wish((reading) => {
  const [from, to] = [connectionOf(A, reading), connectionOf(B, reading)];
  return from ? planRotation(from, reading, B) : to && planRepair(to, reading);
});
const normal = { interval: 600, timing: proposeTiming(600) };
const adopt = on(A, (connection, objects) =>
  connection.rule?.labels['irm_connection'] === connection.id ? undefined : planAdopt(connection, objects, normal)
);
const remove: Wish = {
  plan: async (reading, port) => {
    const connection = connectionOf(A, reading);
    if (!connection) {
      return success(undefined);
    }
    const surroundings = await readSurroundings(port, namesToRemove(connection));
    return surroundings.ok ? success(planRemoval(connection, reading, surroundings.value).plan) : surroundings;
  },
};

/** The connection's heartbeat alert is silenced by hand. */
const silence = ({ call, clock }: World) =>
  call('editor', 'POST', '/api/alertmanager/grafana/api/v2/silences', {
    matchers: [{ name: 'heartbeat', value: 'true', isRegex: false, isEqual: true }],
    startsAt: new Date(clock.now()).toISOString(),
    endsAt: new Date(clock.now() + 7_200_000).toISOString(),
    createdBy: 'somebody',
    comment: 'maintenance',
  });

const act = (work: Act['act']): Act => ({ act: work });

const unsilence = act(async (_, port) => {
  const listed = await port.listSilences();
  if (!listed.ok) {
    return listed;
  }
  const active = listed.value.find(({ state }) => state === 'active');
  return active ? expireSilence(port, active) : success(undefined);
});

const silenceAgain = act(async (_, port) => {
  const listed = await port.listSilences();
  if (!listed.ok) {
    return listed;
  }
  const [gone] = listed.value;
  return gone
    ? restoreSilence(port, gone, (gone.startsAt ?? 0) + 60_000)
    : failure({ reason: 'notFound', message: 'no silence', status: undefined });
});

const testAlert = act(async (reading, port) => {
  const contact = connectionOf(A, reading)?.alertContactPoint;
  return contact
    ? port.testIntegration(contact)
    : failure({ reason: 'notFound', message: 'no contact point', status: undefined });
});

const url = (token: Endpoint, rest = '') => `${BASE}/integrations/v1/${token.type}/${token.token}/${rest}`;

export const STARTS = {
  nothing: { wishes: [] },
  contactPoint: { wishes: [contactPoint] },
  whole: { wishes: [whole] },
  paused: { wishes: [whole, pause] },
  slowed: { wishes: [whole, timing] },
  renamed: { wishes: [whole, rename] },
  rotated: { wishes: [whole, rotate] },
  locked: { wishes: [locked] },
  drifted: {
    wishes: [whole],
    others: async ({ call }: World) => {
      const groups = (await call('admin', 'GET', '/api/ruler/grafana/api/v1/rules/irm-heartbeats')) as Record<
        string,
        Array<{ rules: Array<{ grafana_alert: { notification_settings: object } }> }>
      >;
      const [group] = Object.values(groups)[0] ?? [];
      for (const rule of group?.rules ?? []) {
        rule.grafana_alert.notification_settings = { receiver: 'On call', group_by: ['alertname', 'grafana_folder'] };
      }
      await call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/irm-heartbeats', group);
    },
  },
  handMade: {
    wishes: [],
    others: async ({ call }: World) => {
      const point = (uid: string, name: string, address: string, disableResolveMessage: boolean) =>
        call('admin', 'POST', '/api/v1/provisioning/contact-points', {
          ...{ uid, name, type: 'webhook', disableResolveMessage },
          settings: { url: address },
        });
      await point('byhand', 'By hand', url(A), false);
      await point('byhand-hb', 'By hand beat', url(A, 'heartbeat/'), true);
      await call('admin', 'POST', '/api/folders', { uid: 'irm-heartbeats', title: 'IRM heartbeats' });
      const group = ruleGroup('mine', 'By hand beat', 'By hand beat');
      await call('admin', 'POST', '/api/ruler/grafana/api/v1/rules/irm-heartbeats', group);
    },
  },
  used: {
    wishes: [whole],
    others: async ({ call }: World) => {
      const tree = (await call('admin', 'GET', '/api/v1/provisioning/policies')) as { routes: object[] };
      const routes = [...tree.routes, { receiver: 'IRM Prod', object_matchers: [['team', '=', 'a']] }];
      await call('admin', 'PUT', '/api/v1/provisioning/policies', { ...tree, routes });
      await call('admin', 'POST', '/api/dashboards/db', { dashboard: { title: 'Kept' }, folderUid: 'irm-heartbeats' });
    },
  },
  silenced: { wishes: [whole], others: silence },
  unsilenced: {
    wishes: [whole],
    others: async (world: World) => {
      const made = (await silence(world)) as { silenceID: string };
      await world.call('editor', 'DELETE', `/api/alertmanager/grafana/api/v2/silence/${made.silenceID}`);
    },
  },
} satisfies Record<string, Start>;

/** Everything that a person does with the plugin. Ways back are made from these by `undone`. */
export const FLOWS: readonly Flow[] = [
  { name: 'contact point', start: 'nothing', wish: contactPoint },
  { name: 'heartbeat', start: 'contactPoint', wish: whole },
  { name: 'connect whole', start: 'nothing', wish: whole },
  { name: 'connect locked', start: 'nothing', wish: locked },
  { name: 'pause', start: 'whole', wish: pause },
  { name: 'resume', start: 'paused', wish: resume },
  { name: 'change timing', start: 'whole', wish: timing },
  { name: 'repair', start: 'drifted', wish: repair },
  { name: 'rename', start: 'whole', wish: rename },
  { name: 'rotate', start: 'whole', wish: rotate },
  { name: 'adopt', start: 'handMade', wish: adopt },
  { name: 'remove', start: 'whole', wish: remove },
  { name: 'remove used', start: 'used', wish: remove },
  { name: 'pause locked', start: 'locked', wish: pause },
  { name: 'rename locked', start: 'locked', wish: rename },
  { name: 'remove locked', start: 'locked', wish: remove },
  { name: 'expire silence', start: 'silenced', wish: unsilence },
  { name: 'restore silence', start: 'unsilenced', wish: silenceAgain },
  { name: 'test', start: 'whole', wish: testAlert },
];

/** Flows whose way back is a flow of its own. */
export const UNDOABLE: readonly string[] = [
  'heartbeat',
  'connect whole',
  'pause',
  'change timing',
  'repair',
  'rename',
  'rotate',
  'adopt',
  'remove',
  'remove used',
  'pause locked',
];
