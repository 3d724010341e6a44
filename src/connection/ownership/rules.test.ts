import { planRemoval } from '../actions/remove';
import { planRotation } from '../actions/rotate';
import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { Endpoint, HeartbeatRule, Integration } from '../model';
import { planConnection } from '../plan/planConnection';
import { isUpToDate, type Plan } from '../plan/types';
import { planRepair } from '../actions/change';
import type { GrafanaObjects } from '../reading/reading';
import { desiredConnection, endpoint, heartbeatRule, integration, otherEndpoint } from '../testing/fixtures';
import { after, made, objects, surroundings } from '../testing/planning';
import { connectionOf, connectionsOf } from './connections';

const [A, B] = [connectionId(endpoint), connectionId(otherEndpoint)];
const beats = (to: Endpoint, name: string) =>
  integration({ uid: `irmc-${connectionId(to)}-hb`, name, url: heartbeatUrl(to), disableResolveMessage: true });
const ruleOf = (id: string, changes: Partial<HeartbeatRule> = {}) =>
  heartbeatRule({ uid: `rule-${id}`, group: `irmc-${id}`, labels: { irm_connection: id }, ...changes });

/** Which rules each connection has, the managed one first. */
const owned = (integrations: Integration[], rules: HeartbeatRule[]) =>
  Object.fromEntries(
    connectionsOf(objects({ integrations, rules })).map(({ id, rule, otherRules }) => [
      id,
      [rule, ...otherRules].flatMap((one) => one?.uid ?? []),
    ])
  );

describe('a rule belongs', () => {
  const [beatsOfA, beatsOfB] = [beats(endpoint, 'A beat'), beats(otherEndpoint, 'B beat')];

  it('to the heartbeat that it sends to, although its label names another connection', () => {
    const rule = ruleOf(B, { receiver: 'A beat' });
    expect(owned([beatsOfA, beatsOfB], [rule])).toEqual({ [A]: [rule.uid], [B]: [] });
  });

  it('to the heartbeat that it sends to, although the connection of its label is gone', () => {
    const rule = ruleOf('0123456789', { receiver: 'A beat' });
    expect(owned([beatsOfA], [rule])).toEqual({ [A]: [rule.uid] });
  });

  it('to the connection of its label, when somebody rerouted it to one that has a rule', () => {
    const rerouted = ruleOf(B, { receiver: 'A beat' });
    const own = ruleOf(A, { receiver: 'A beat' });
    expect(owned([beatsOfA, beatsOfB], [rerouted, own])).toEqual({ [A]: [own.uid], [B]: [rerouted.uid] });
  });

  it('to the connection of its label, when it sends to nobody’s heartbeat', () => {
    const rule = ruleOf(A, { receiver: 'email', group: 'moved' });
    expect(owned([beatsOfA, beatsOfB], [rule])).toEqual({ [A]: [rule.uid], [B]: [] });
  });

  it('to the connection of its group, when it has no label', () => {
    const rule = ruleOf(A, { receiver: '', labels: {} });
    expect(owned([beatsOfA, beatsOfB], [rule])).toEqual({ [A]: [rule.uid], [B]: [] });
  });

  it('to nobody, when one name beats for two connections and it names none', () => {
    const shared = { ...beatsOfB, name: 'A beat' };
    expect(owned([beatsOfA, shared], [heartbeatRule({ receiver: 'A beat' })])).toEqual({ [A]: [], [B]: [] });
  });

  it('to the connection that manages the marked one, before one made by hand', () => {
    const [hand, ours] = [heartbeatRule({ receiver: 'A beat' }), ruleOf(A, { receiver: 'A beat' })];
    expect(owned([beatsOfA], [hand, ours])).toEqual({ [A]: [ours.uid, hand.uid] });
  });
});

describe('after A was rotated to B, and somebody put a contact point at the old address again', () => {
  const rotated = after(made(), rotation(made()));
  const again = integration({ uid: 'again', name: 'Old', url: endpointUrl(endpoint) });
  const now: GrafanaObjects = { ...rotated, integrations: [...rotated.integrations, again] };
  const [a, b] = [connectionOf(endpoint, now), connectionOf(otherEndpoint, now)];
  if (!a || !b) {
    throw new Error('a connection is missing');
  }

  it('B is whole and has nothing to repair', () => {
    expect(b).toMatchObject({ stage: 'complete', isOurs: true, interval: 600 });
    expect(isUpToDate(planRepair(b, now).plan)).toBe(true);
  });

  it('A is the new contact point and nothing else', () => {
    expect(a).toMatchObject({ alertContactPoint: again, stage: 'heartbeat', isOurs: false, otherRules: [] });
    expect(a.rule).toBeUndefined();
  });

  it('removing A touches nothing of B', () => {
    const { steps } = planRemoval(a, now, surroundings(), { includeHandMade: true }).plan;
    const touched = steps.filter(({ action }) => action !== 'keep').map(({ uid }) => uid);
    expect(touched).toEqual(['again']);
  });

  it('setting A up again takes uids and a group of its own', () => {
    const plan = planConnection(desiredConnection(), now);
    expect(plan.obstacles.filter(({ blocking }) => blocking)).toMatchObject([{ reason: 'nameTaken' }]);
    const { heartbeat } = desiredConnection();
    const renamed = desiredConnection({ heartbeat: heartbeat && { ...heartbeat, contactPointName: 'Old beat' } });
    const { steps, obstacles } = planConnection(renamed, now);
    expect(obstacles).toEqual([]);
    expect(steps.map(({ action, uid }) => [action, uid])).toEqual([
      ['keep', 'again'],
      ['create', `irmc-${A}-2-hb`],
      ['keep', 'irm-heartbeats'],
      ['create', undefined],
    ]);
    expect(steps.at(-1)?.command).toMatchObject({ rule: { group: `irmc-${A}-2`, labels: { irm_connection: A } } });
  });
});

function rotation(found: GrafanaObjects): Plan {
  const connection = connectionOf(endpoint, found);
  if (!connection) {
    throw new Error('no connection');
  }
  return planRotation(connection, found, otherEndpoint).plan;
}
