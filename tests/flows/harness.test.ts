import { failure, success } from '../../src/connection/result';
import type { Transport } from '../../src/transport/transport';
import { play } from './faultCase';
import { createFaults, FAULT_KINDS } from './faultKinds';
import { FLOWS } from './flows';
import { judge } from './judge';
import { differences, foreignThings, normalise } from './normalise';
import { playPair, playSerially, verdictOf, type Pair } from './pair';
import { sample } from './sampling';
import { createStages } from './stages';
import { table } from './table';
import { createTurns, type Turn } from './turns';

const stages = createStages();
afterAll(() => stages.stop());

const VERSION = '12.4.0';
const SAFE = { isPageLost: false, isLate: false };

function flowNamed(name: string) {
  const flow = FLOWS.find((one) => one.name === name);
  if (!flow) {
    throw new Error(`no flow ${name}`);
  }
  return flow;
}

function kindNamed(name: string) {
  const kind = FAULT_KINDS.find((one) => one.name === name);
  if (!kind) {
    throw new Error(`no fault ${name}`);
  }
  return kind;
}

/** A server that notes what reaches it. */
function noting(reached: string[]): Transport {
  const answer = { status: 200, body: { items: ['own'] }, date: undefined, retryAfter: undefined, redirected: false };
  return {
    way: 'session',
    request: async ({ path }) => {
      reached.push(path);
      return success(answer);
    },
  };
}

test.each(['session', 'proxy'] as const)('every flow comes to an end in peace and is told so, by %s', async (way) => {
  const told: Record<string, string> = {};
  for (const flow of FLOWS) {
    const peace = await play(await stages.stage(VERSION, way, flow), undefined, false);
    told[flow.name] = peace.last.told;
    // These leave Grafana as they found it.
    const isTrial = flow.wish.do === 'test' || flow.wish.do === 'drill' || flow.name === 'real-alert';
    expect(differences(peace.before, peace.end).length > 0).toBe(!isTrial);
  }
  const isTold = (name: string) => (name === 'remove-in-policy' ? expect.any(String) : 'done');
  expect(told).toEqual(Object.fromEntries(FLOWS.map(({ name }) => [name, isTold(name)])));
});

test('a flow played twice comes to the same, whatever was played between', async () => {
  const stage = await stages.stage(VERSION, 'session', flowNamed('connect-whole'));
  const first = await play(stage, undefined, false);
  await play(await stages.stage(VERSION, 'session', flowNamed('remove')), undefined, true);
  const second = await play(stage, undefined, false);
  expect(differences(first.end, second.end)).toEqual([]);
  expect(second.requests).toEqual(first.requests);
});

test('going on after a fault, also on a new page, comes to what comes in peace', async () => {
  const flow = flowNamed('connect-whole');
  const stage = await stages.stage(VERSION, 'session', flow);
  const peace = await play(stage, undefined, false);
  const at = peace.requests.findIndex((request) => request.startsWith('POST'));
  for (const isPageLost of [false, true]) {
    const course = await play(stage, { kind: kindNamed('503'), at, length: 1 }, isPageLost);
    expect(course.first).toMatchObject({ told: 'failed', why: 'unreachable' });
    expect(course.last.told).toBe('done');
    expect(judge(flow, course, peace, { ...SAFE, isPageLost })).toEqual([]);
  }
});

test('lies, other ends, dead ends and what was done to others are found', async () => {
  const flow = flowNamed('connect');
  const peace = await play(await stages.stage(VERSION, 'session', flow), undefined, false);
  const kindsOf = (changes: Partial<typeof peace>) =>
    judge(flow, { ...peace, ...changes }, peace, SAFE).map(({ kind }) => kind);
  const failed = { told: 'failed', why: 'timeout', says: [], isOfferedAgain: true } as const;
  const claim = { object: 'contactPoint', action: 'create', name: 'IRM production' } as const;

  expect(kindsOf({})).toEqual([]);
  expect(kindsOf({ then: peace.before })).toEqual(['done, but is not']);
  const nothing = { ...failed, told: 'nothing', why: 'gone' } as const;
  expect(kindsOf({ first: nothing, then: peace.before })).toEqual(['nothing to do, but is']);
  expect(kindsOf({ end: peace.before })).toEqual(['ends otherwise']);
  expect(kindsOf({ first: failed, last: failed })).toEqual(['dead end']);
  expect(kindsOf({ foreign: ['rules.0.title: "A" -> "B"'] })).toEqual(["others' things"]);
  const inPlace = { ...failed, says: [{ ...claim, is: 'in place' }] } as const;
  expect(kindsOf({ first: inPlace })).toEqual([]);
  expect(kindsOf({ first: inPlace, then: peace.before })).toEqual(['untrue list']);
  expect(kindsOf({ first: { ...failed, says: [{ ...claim, is: 'not done' }] } })).toEqual(['untrue list']);
  expect(kindsOf({ first: { ...failed, says: [{ ...claim, is: 'removed' }] } })).toEqual(['untrue list']);
  expect(kindsOf({ first: { ...failed, says: [{ ...claim, is: 'uncertain' }] } })).toEqual([]);
});

test('faults let through what they say, and meet the requests that they are for', async () => {
  expect(FAULT_KINDS.length).toBeGreaterThanOrEqual(15);
  expect(new Set(FAULT_KINDS.map(({ name }) => name)).size).toBe(FAULT_KINDS.length);
  for (const kind of FAULT_KINDS.filter(({ isBehind }) => !isBehind)) {
    const reached: string[] = [];
    const faults = createFaults(() => 0);
    const session = faults.between(noting(reached));
    const ask = (path: string) => session.request({ method: 'POST', path });
    await ask('/early');
    faults.arm({ kind, at: 1, length: 1 });
    const answers = [await ask('/a'), await ask('/b'), await ask('/c')];
    expect(faults.requests).toEqual(['POST /a', 'POST /b', 'POST /c']);
    const last = { never: ['/c'], before: ['/b', '/c'], late: ['/c', '/b'] }[kind.acts];
    expect(reached).toEqual(['/early', '/a', ...last]);
    const isOwn = (answer: (typeof answers)[number]) =>
      answer.ok && JSON.stringify(answer.value.body) === '{"items":["own"]}';
    expect(answers.map(isOwn)).toEqual([true, false, true]);
  }
});

test('a replica that lags behind answers reads of Grafana as before the first write', async () => {
  const reached: string[] = [];
  const kept: number[] = [];
  const replica = {
    keepUp: () => void kept.push(reached.length),
    ask: async () => failure({ reason: 'timeout', message: 'behind' } as const),
  };
  const faults = createFaults(() => 0, replica);
  const { request } = faults.between(noting(reached));
  faults.arm({ kind: kindNamed('behind'), at: 0, length: 9 });
  const answers = [
    await request({ method: 'GET', path: '/before' }),
    await request({ method: 'POST', path: '/first' }),
    await request({ method: 'DELETE', path: '/second' }),
    await request({ method: 'GET', path: '/irm/alert' }),
    await request({ method: 'GET', path: '/after' }),
  ];
  expect(kept).toEqual([1]);
  expect(reached).toEqual(['/before', '/first', '/second', '/irm/alert']);
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
});

test('a removal ends as in peace where the folder is counted by a replica that lags behind', async () => {
  const flow = flowNamed('remove');
  const stage = await stages.stage(VERSION, 'session', flow);
  const peace = await play(stage, undefined, false);
  const at = peace.requests.findLastIndex((request) => request.endsWith('/counts'));
  const course = await play(stage, { kind: kindNamed('behind'), at, length: 1 }, false);
  expect(course.requests.length).toBeGreaterThan(peace.requests.length);
  expect(judge(flow, course, peace, SAFE)).toEqual([]);
});

test('what Grafana makes up does not count, what people chose does', async () => {
  const fresh = await stages.fresh(VERSION);
  const world = await stages.world(VERSION);
  world.load(fresh);
  const make = (title: string) => world.call('admin', 'POST', '/api/folders', { title, uid: 'f' });
  const look = () => normalise(world.save(), world.clock.now());
  await make('F');
  const [first, foreign] = [look(), foreignThings(world.save(), fresh)];
  await world.clock.advance(5000);
  await world.call('admin', 'DELETE', '/api/folders/f');
  await make('F');
  expect(differences(first, look())).toEqual([]);
  expect(differences(foreign, foreignThings(world.save(), fresh))).toEqual([]);
  await world.call('admin', 'DELETE', '/api/folders/f');
  await make('G');
  expect(differences(first, look())).toEqual(['folders.f.title: "F" -> "G"']);
  await world.call('admin', 'DELETE', '/api/dashboards/uid/disks');
  await world.call('admin', 'DELETE', '/api/v1/provisioning/alert-rules/disk-full');
  const changed = differences(foreign, foreignThings(world.save(), fresh)).map((line) => line.split(':')[0]);
  expect(changed).toEqual(['rules.0', 'dashboards.0']);
});

test('requests of two persons go through in their turns, one at a time', async () => {
  const orderOf = async (turns: readonly Turn[]) => {
    const reached: string[] = [];
    const gate = createTurns();
    gate.begin(turns);
    const hands = (['a', 'b'] as const).map(async (hand) => {
      const { request } = gate.between(hand)(noting(reached));
      const ask = (path: string) => request({ method: 'GET', path: hand + path });
      await Promise.all([ask('1'), ask('2')]);
      await ask('3');
      gate.leave(hand);
    });
    await Promise.all(hands);
    return reached.join(' ');
  };
  expect(await orderOf([{ hand: 'a' }, { hand: 'b' }])).toBe('a1 a2 a3 b1 b2 b3');
  expect(await orderOf([{ hand: 'b' }])).toBe('b1 b2 b3 a1 a2 a3');
  const thrice: Turn[] = [{ hand: 'a', requests: 1 }, { hand: 'b', requests: 2 }, { hand: 'a' }, { hand: 'b' }];
  expect(await orderOf(thrice)).toBe('a1 b1 b2 a2 a3 b3');
});

test('two hands: one after the other, told, silent', async () => {
  const flows = { a: flowNamed('pause'), b: flowNamed('rename') };
  const world = await stages.world(VERSION);
  const start = await stages.start(VERSION, 'session', 'whole');
  const pair: Pair = { world, flows, start, fresh: await stages.fresh(VERSION) };
  const serial = await playSerially(pair);
  expect(verdictOf(pair, serial.ba, serial)).toEqual({ verdict: 'serial', why: '', lines: [] });
  const { ab } = serial;
  const moved = { ...ab, end: { ...ab.end, folders: {} }, lastEnd: { ...ab.lastEnd, folders: {} } };
  expect(verdictOf(pair, moved, serial)).toMatchObject({ verdict: 'silent', why: 'nobody was told' });
  const failed = { told: 'failed', why: 'changedMeanwhile', says: [], isOfferedAgain: false } as const;
  const told = { ...ab, end: moved.end, said: { ...ab.said, b: failed } };
  expect(verdictOf(pair, told, serial)).toMatchObject({ verdict: 'told', why: '' });
  const stuck = { ...told, last: { ...ab.last, b: failed } };
  expect(verdictOf(pair, stuck, serial)).toMatchObject({ verdict: 'silent', why: 'cannot go on' });
  const refused = { ...stuck, last: { ...stuck.last, b: { ...failed, why: 'forbidden' } } };
  expect(verdictOf(pair, refused, serial)).toMatchObject({ verdict: 'told' });
  expect(verdictOf(pair, { ...ab, foreign: ['x'] }, serial)).toMatchObject({
    verdict: 'silent',
    why: "others' things",
  });

  const interrupted = await playPair(pair, [{ hand: 'a', requests: 6 }, { hand: 'b' }, { hand: 'a' }]);
  expect(interrupted.said.b.told).toBe('done');
});

test('samples are the same in every run, and in order', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  const some = sample(numbers, 10);
  expect(some).toEqual(sample(numbers, 10));
  expect(some).toHaveLength(10);
  expect([...some].sort((a, b) => a - b)).toEqual(some);
  expect(sample(numbers, undefined)).toEqual(numbers);
});

test('tables stand in columns', () => {
  expect(table(['flow', 'cases'], [['pause', 7]])).toBe('flow   cases\npause      7');
});
