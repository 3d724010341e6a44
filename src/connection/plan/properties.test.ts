import fc from 'fast-check';
import { casesOf } from '../../../tests/scale';
import { planRepair } from '../actions/change';
import { planRemoval } from '../actions/remove';
import { planRotation } from '../actions/rotate';
import { driftOf } from '../drift/drift';
import { CONNECTION_LABEL, isOurUid } from '../desired/objects';
import { connectionId } from '../endpoint/identity';
import { isMarked } from '../ownership/rules';
import { connectionOf, connectionsOf, type Connection } from '../ownership/connections';
import type { GrafanaObjects } from '../reading/reading';
import { endpoints, grafanaOf } from '../testing/arbitraries';
import { desiredConnection } from '../testing/fixtures';
import { after, surroundings } from '../testing/planning';
import { planConnection } from './planConnection';
import { isBlocked, isUpToDate, type Plan } from './types';

/** Every token of one type, as IRM gives them out. */
const unlike = endpoints.filter(({ type }) => type === 'alertmanager');
const grafana = grafanaOf(unlike);
const anEndpoint = fc.constantFrom(...unlike);
const RUNS = { numRuns: casesOf(800, 1 / 4) };

/** What a plan would touch, by uid. */
const touched = ({ steps }: Plan) =>
  steps.flatMap(({ action, uid }) => (action === 'update' || action === 'delete' ? (uid ?? []) : []));

/** What belongs to a connection, by uid. */
const owned = (one: Connection) => [
  ...[one.alertContactPoint, one.heartbeatContactPoint, one.rule].flatMap((object) => object?.uid ?? []),
  ...[...one.otherAlertContactPoints, ...one.otherHeartbeatContactPoints, ...one.otherRules].flatMap(
    ({ uid }) => uid ?? []
  ),
];

const uidsOf = ({ integrations, rules }: GrafanaObjects) => [...integrations, ...rules].flatMap(({ uid }) => uid ?? []);

const isOurs = (uid: string, { rules }: GrafanaObjects) =>
  isOurUid(uid) || rules.some((rule) => rule.uid === uid && isMarked(rule));

const isOurFolder = (uid: string | undefined) => uid === 'irm-heartbeats';

function othersOf(connection: Connection | undefined, found: GrafanaObjects) {
  return connectionsOf(found)
    .filter(({ id }) => id !== connection?.id)
    .flatMap(owned);
}

it('a plan that was carried out has nothing left to do', () => {
  fc.assert(
    fc.property(grafana, anEndpoint, (found, endpoint) => {
      const desired = desiredConnection({ endpoint });
      const plan = planConnection(desired, found);
      fc.pre(!isBlocked(plan));
      // A rule of another connection that bears our label becomes ours with our first object, and is mended then.
      const others = connectionsOf(found).filter(({ id }) => id !== connectionId(endpoint));
      const labels = others.flatMap(({ rule, otherRules }) => [rule, ...otherRules].map((one) => one?.labels));
      fc.pre(!labels.some((own) => own?.[CONNECTION_LABEL] === connectionId(endpoint)));
      const again = planConnection(desired, after(found, plan));
      expect(again.obstacles.filter(({ blocking }) => blocking)).toEqual([]);
      expect(isUpToDate(again)).toBe(true);
    }),
    RUNS
  );
});

it('a plan touches nothing of another connection', () => {
  fc.assert(
    fc.property(grafana, anEndpoint, (found, endpoint) => {
      const plan = planConnection(desiredConnection({ endpoint }), found);
      const others = othersOf(connectionOf(endpoint, found), found);
      expect(touched(plan).filter((uid) => others.includes(uid))).toEqual([]);
    }),
    RUNS
  );
});

it('a repair that was carried out leaves nothing that stops a heartbeat', () => {
  fc.assert(
    fc.property(grafana, (found) => {
      for (const connection of connectionsOf(found).filter(({ isOurs }) => isOurs)) {
        const { plan } = planRepair(connection, found);
        if (isBlocked(plan)) {
          continue;
        }
        const now = after(found, plan);
        const repaired = connectionOf(connection.endpoint, now);
        const drifts = repaired ? driftOf(repaired, now) : undefined;
        expect(drifts?.filter(({ severity }) => severity === 'stops')).toEqual([]);
      }
    }),
    RUNS
  );
});

it('a removal takes nothing of another connection, and all of its own that the plugin made', () => {
  fc.assert(
    fc.property(grafana, fc.boolean(), (found, includeHandMade) => {
      for (const connection of connectionsOf(found)) {
        const { plan } = planRemoval(connection, found, surroundings(), { includeHandMade });
        const others = othersOf(connection, found);
        expect(touched(plan).filter((uid) => others.includes(uid) && !isOurFolder(uid))).toEqual([]);
        const left = uidsOf(after(found, plan));
        const ours = owned(connection).filter((uid) => includeHandMade || isOurs(uid, found));
        expect(ours.filter((uid) => left.includes(uid))).toEqual([]);
      }
    }),
    RUNS
  );
});

it('a rotation leaves nothing at the old endpoint and doubles no rule', () => {
  fc.assert(
    fc.property(grafana, anEndpoint, (found, endpoint) => {
      for (const connection of connectionsOf(found)) {
        const { plan } = planRotation(connection, found, endpoint);
        if (isBlocked(plan)) {
          continue;
        }
        const now = after(found, plan);
        const isMoved = connection.endpoint !== endpoint && plan.retires !== undefined;
        expect(isMoved && connectionOf(connection.endpoint, now) !== undefined).toBe(false);
        expect(now.rules).toHaveLength(found.rules.length);
        // A rule that sends elsewhere may be claimed by whom it sends to.
        const { rule, heartbeatContactPoint } = connection;
        const there = connectionOf(endpoint, now);
        if (rule?.uid !== undefined && rule.receiver === heartbeatContactPoint?.name) {
          expect(there && owned(there)).toContain(rule.uid);
        }
      }
    }),
    RUNS
  );
});
