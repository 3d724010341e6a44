import { connectionId } from '../endpoint/identity';
import { endpointUrl } from '../endpoint/integrationPath';
import { contactPoint, desiredConnection, heartbeatRule, otherEndpoint } from '../testing/fixtures';
import { overviewOf } from './overview';
import { snapshotOf, type Scene } from './testing/scene';
import type { StatusSnapshot } from './snapshot';

/** Several scenes as one Grafana, each connection with an endpoint, names and a rule of its own. */
function grafanaOf(scenes: Record<string, Scene>): StatusSnapshot {
  const snapshots = Object.entries(scenes).map(([name, scene]) => {
    const endpoint = { ...otherEndpoint, token: `Token${name}` };
    const heartbeat = desiredConnection({ endpoint }).heartbeat;
    const desired = desiredConnection({
      endpoint,
      contactPoint: { name, maxAlerts: 0, sendResolved: true },
      heartbeat: heartbeat && { ...heartbeat, contactPointName: `${name} heartbeat` },
    });
    const rule = scene.rule === null ? null : { ...scene.rule, uid: name };
    return snapshotOf({
      ...scene,
      desired,
      rule,
      status: { ...scene.status, uid: name },
      alert: { ...scene.alert, ruleUid: name },
    });
  });
  const all = <T>(read: (snapshot: StatusSnapshot) => readonly T[]) => snapshots.flatMap(read);
  return {
    ...snapshotOf(),
    observed: {
      contactPoints: all(({ observed }) => observed.contactPoints),
      contactPointNames: all(({ observed }) => observed.contactPointNames),
      folder: { uid: 'irm-heartbeats', title: 'IRM heartbeats' },
      rules: all(({ observed }) => observed.rules),
    },
    ruleStatuses: all(({ ruleStatuses }) => ruleStatuses),
    deliveries: all(({ deliveries }) => deliveries),
    alerts: all(({ alerts }) => alerts),
  };
}

const names = (snapshot: StatusSnapshot) =>
  overviewOf({ snapshot }).rows.map(
    ({ connection, health }) => `${connection.alertContactPoint?.name} ${health.state}`
  );

it('lists all connections, worst first, and counts them', () => {
  const snapshot = grafanaOf({
    well: {},
    bare: { heartbeatContactPoint: null, rule: null },
    fresh: { lastAttempt: null, status: { activeAt: snapshotOf().serverTime } },
    rest: { rule: { isPaused: true } },
    lost: { lastAttempt: null },
    slow: { lastAttempt: -200 },
    bent: { rule: { muteTimings: ['x'] } },
    dead: { lastAttempt: -1, delivery: { lastError: 'no', cause: 'refused' } },
  });
  expect(names(snapshot)).toEqual([
    'dead down',
    'bent misconfigured',
    'slow late',
    'lost unknown',
    'rest paused',
    'fresh new',
    'bare none',
    'well up',
  ]);
  const { counts, worst } = overviewOf({ snapshot });
  expect(worst).toBe('down');
  expect(counts).toEqual({ new: 1, up: 1, late: 1, down: 1, paused: 1, misconfigured: 1, unknown: 1, none: 1 });
});

it('puts the longest overdue first, then goes by name', () => {
  const snapshot = grafanaOf({ c: { lastAttempt: -150 }, b: { lastAttempt: -300 }, z: {}, a: {} });
  expect(names(snapshot)).toEqual(['b late', 'c late', 'a up', 'z up']);
});

it('has nothing to say of a Grafana without connections', () => {
  const snapshot = {
    ...snapshotOf(),
    observed: { contactPoints: [], contactPointNames: [], folder: undefined, rules: [] },
  };
  expect(overviewOf({ snapshot })).toMatchObject({ rows: [], worst: undefined, orphanedRules: [], counts: { up: 0 } });
});

it('knows what nobody adopted yet, also after an endpoint was rotated', () => {
  const rotated = contactPoint({ uid: 'irmc-0123456789', name: 'b', url: endpointUrl(otherEndpoint) });
  const hand = contactPoint({ name: 'a', url: endpointUrl({ ...otherEndpoint, token: 'Hand' }) });
  const snapshot = snapshotOf({ otherContactPoints: [rotated, hand] });
  const { rows } = overviewOf({ snapshot });
  expect(rows.map(({ connection, isAdoptable }) => [connection.alertContactPoint?.name, isAdoptable])).toEqual([
    ['a', true],
    ['b', false],
    ['IRM Production', false],
  ]);
});

it('finds rules of the plugin whose contact points are gone', () => {
  const id = connectionId(otherEndpoint);
  const orphan = heartbeatRule({ uid: 'o', group: `irmc-${id}`, labels: { irm_connection: id } });
  const snapshot = snapshotOf({ otherRules: [orphan, heartbeatRule()] });
  expect(overviewOf({ snapshot }).orphanedRules).toEqual([orphan]);
});

it('shows the last delivery of alerts beside the heartbeat', () => {
  const [row] = overviewOf({ snapshot: snapshotOf() }).rows;
  expect(row?.alertDelivery).toMatchObject({ lastAttempt: undefined });
});
