import fc from 'fast-check';
import type { ReceiverUses } from '../routing/alertRouting';
import { remember, NO_MEMORY } from './memory';
import { overviewOf } from './overview';
import { grafanaOf } from './testing/grafanaOf';
import { at, type Scene } from './testing/scene';
import type { HealthInput } from './types';
import { verdictOf } from './verdict';
import { driftOf } from '../drift/drift';

const well: Scene = {};
const down: Scene = { lastAttempt: -700 };
const cutOff: Scene = { lastAttempt: -1, delivery: { lastError: 'no', cause: 'refused' } };
const late: Scene = { lastAttempt: -200 };
const bent: Scene = { rule: { muteTimings: ['x'] } };
const lost: Scene = { lastAttempt: null };
const bare: Scene = { heartbeatContactPoint: null, rule: null };
const resting: Scene = { rule: { isPaused: true } };
const fresh: Scene = { lastAttempt: null, status: { activeAt: at(0) } };

/** Alerts go to all but those named. */
const routedBut = (...names: string[]): ReceiverUses => ({
  useOf: (name) => ({ routes: names.includes(name) ? 0 : 1, rules: 0, isDefault: false, isShut: false }),
  defaultPolicy: undefined,
});

const verdict = (scenes: Record<string, Scene>, more: Partial<HealthInput> = {}, hasFailed = false) =>
  verdictOf({
    overview: overviewOf({ reading: grafanaOf(scenes), driftOf, replicas: 'one', receiverUses: routedBut(), ...more }),
    hasFailed,
  });
const names = (found: ReturnType<typeof verdict>) =>
  found?.affected.map(({ connection }) => connection.alertContactPoint?.name);

it.each<[string, Record<string, Scene>, Partial<HealthInput>, string, string[]]>([
  ['all arrive and are routed', { a: well, b: well }, {}, 'good allWell', ['a', 'b']],
  ['one is down, whatever else', { a: down, b: late, c: bent, d: lost }, {}, 'bad down', ['a']],
  ['one cannot send at all', { a: bent, b: late, c: well }, {}, 'bad misconfigured', ['a']],
  ['one is late', { a: late, b: lost, c: bare }, {}, 'warning late', ['a']],
  ['no alert is routed to one', { a: well, b: well }, { receiverUses: routedBut('b') }, 'warning notRouted', ['b']],
  ['of one nothing is known', { a: lost, b: bare, c: resting }, {}, 'unknown unknown', ['a']],
  ['one has no heartbeat', { a: bare, b: resting, c: well }, {}, 'warning noHeartbeat', ['a']],
  ['all are paused', { a: resting, b: resting }, {}, 'warning paused', ['a', 'b']],
  ['the first heartbeat is on its way', { a: fresh, b: well }, {}, 'unknown new', ['a']],
  ['nothing is connected', {}, {}, 'empty nothingConnected', []],
])('%s', (_name, scenes, more, expected, affected) => {
  const found = verdict(scenes, more);
  expect(`${found?.kind} ${found?.code}`).toBe(expected);
  expect(names(found)).toEqual(affected);
});

it('tells since when it is silent, and when IRM pages', () => {
  expect(verdict({ a: down, b: { lastAttempt: -900 } })).toMatchObject({
    since: at(-900),
    pages: { from: at(-300), until: at(-180), hasPaged: true },
    stopsAlerts: false,
    arriving: 0,
    total: 2,
  });
  expect(verdict({ a: cutOff })).toMatchObject({ code: 'down', stopsAlerts: true, since: undefined });
});

it('knows nothing of a Grafana that cannot be read, and says when IRM pages', () => {
  expect(verdict({ a: well, b: down }, { shownAt: at(30) }, true)).toMatchObject({
    kind: 'unknown',
    code: 'notRead',
    since: at(0),
    pages: { from: at(-100), hasPaged: false },
  });
  expect(verdictOf({ overview: undefined, hasFailed: true })).toMatchObject({ code: 'notRead', since: undefined });
  expect(verdictOf({ overview: undefined, hasFailed: false })).toBeUndefined();
});

it('is as it was while a refresh has just failed', () => {
  expect(verdict({ a: well }, { shownAt: at(20) }, true)).toMatchObject({ kind: 'good' });
});

it('counts those of which the routing is not known', () => {
  const unread = verdict({ a: well, b: well }, { receiverUses: undefined });
  expect(unread).toMatchObject({ kind: 'good', code: 'allWell', routingUnknown: 2 });
});

it('is good only where every heartbeat arrives, and none is known to be cut off from alerts', () => {
  const scene = fc.constantFrom(well, down, cutOff, late, bent, lost, bare, resting, fresh);
  const scenes = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), scene);
  const shownAt = fc.constantFrom(undefined, at(10), at(60));
  fc.assert(
    fc.property(
      scenes,
      fc.subarray(['a', 'b', 'c', 'd']),
      shownAt,
      fc.boolean(),
      (drawn, unrouted, late, remembers) => {
        const reading = grafanaOf(drawn);
        const memory = remembers ? remember(NO_MEMORY, reading) : undefined;
        const input = { reading, driftOf, memory, shownAt: late, receiverUses: routedBut(...unrouted) };
        const overview = overviewOf(input);
        const found = verdictOf({ overview, hasFailed: late !== undefined });
        const isAllWell = overview.rows.every(
          ({ health, routing }) => health.state === 'up' && routing.kind === 'routed'
        );
        const isFresh = overview.unreadSince === undefined;
        expect(found?.kind === 'good').toBe(isAllWell && isFresh && overview.rows.length > 0);
        expect(found?.kind === 'empty').toBe(isFresh && overview.rows.length === 0);
      }
    )
  );
});
