import { parseArgs } from 'node:util';
import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { BY_HAND, FLOWS, type Flow } from './flows';
import { playPair, playSerially, verdictOf, type Pair, type Serial, type Verdict } from './pair';
import { random, sample } from './sampling';
import { createStages } from './stages';
import type { StartName } from './starts';
import { table } from './table';
import type { Turn } from './turns';

/**
 * Lets two persons act on one Grafana at once, each pair of flows, one interrupted by the other at every request, and
 * a sample of those that change hands twice and three times: `npm run two-hands -- [--sample 500] [--pair rename,pause] [--flow route]
 * [--version 12.4.0] [--verbose]`. Exits with 1 when something went wrong that nobody was told of, except for the known cases below.
 */
const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    pair: { type: 'string', multiple: true },
    flow: { type: 'string' },
    version: { type: 'string', default: '12.4.0' },
    verbose: { type: 'boolean' },
  },
});

/** Orders with two and with three changes of hands, for each pair. */
const FURTHER = 4;
const ORDERS_OF_A_SCENE = 4;

/**
 * The wizard offers no way back from a connection that it made: that is a removal. During a drill the page says that one
 * paused the heartbeat, which is more than the "paused already" that the person here would take for done. A
 * real alert is followed for minutes, in which it asks the same again and again, and writes nothing that others do.
 */
const OFFERED = [...FLOWS.filter(({ name }) => !/^undo-(connect|heartbeat)|^drill|^real-alert/.test(name)), ...BY_HAND];

/** What no plugin can see, because Grafana has no precondition for it; see docs/nothing-lost.md. */
const BEYOND_US: ReadonlyArray<{ a: RegExp; b: RegExp }> = [
  // A delete in the one request after the last look.
  { a: /^remove/, b: /^undo-adopt/ },
  // A change to a locked contact point in the one request after the last look.
  { a: /^connect-locked$/, b: /^rotate$/ },
  // Two contact points, each made or moved to the address where the other did not stand yet.
  { a: /^undo-rotate$/, b: /^(repair-bent$|adopt)/ },
];

interface Interleaving {
  pair: Pair;
  startName: StartName;
  serial: Serial;
  order: Turn[];
}

interface Row extends Record<Verdict, number> {
  flow: string;
  otherEnds: number;
}

async function main(): Promise<number> {
  const version = options.version as GrafanaVersion;
  const stages = createStages();
  const count = options.sample === undefined ? undefined : Number(options.sample);
  const all: Interleaving[] = [];
  // A sample need not play every pair in peace first.
  for (const { a, b, startName } of sample(wantedScenes(), count && Math.ceil(count / ORDERS_OF_A_SCENE))) {
    const start = await stages.start(version, 'session', startName);
    const pair = { world: await stages.world(version), flows: { a, b }, start, fresh: await stages.fresh(version) };
    const serial = await playSerially(pair);
    all.push(...ordersOf(serial).map((order) => ({ pair, startName, serial, order })));
  }
  const interleavings = sample(all, count);
  const rows = new Map<string, Row>();
  const total = { serial: 0, told: 0, silent: 0 };
  let known = 0;
  const reasons = new Map<string, number>();
  const started = performance.now();
  for (const one of interleavings) {
    const { name } = one.pair.flows.a;
    const row = rows.get(name) ?? { flow: name, serial: 0, told: 0, silent: 0, otherEnds: 0 };
    rows.set(name, row);
    const { verdict, why } = await run(one);
    row[verdict] += 1;
    row.otherEnds += verdict === 'told' && why ? 1 : 0;
    total[verdict] += 1;
    known += verdict === 'silent' && isBeyondUs(one) ? 1 : 0;
    if (why) {
      reasons.set(`${verdict}, ${why}`, (reasons.get(`${verdict}, ${why}`) ?? 0) + 1);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  await stages.stop();
  const cells = [...rows.values()].map((row) => [row.flow, row.serial, row.told, row.otherEnds, row.silent]);
  print(table(['interrupted flow', 'as one after the other', 'told', 'and ends otherwise', 'silent'], cells));
  print(`\n${[...reasons].map(([why, count]) => `${why}: ${count}`).join('; ')}`);
  print(`${(interleavings.length / seconds).toFixed(0)} interleavings a second`);
  const { serial, told, silent } = total;
  const counts = `${serial} as one after the other, ${told} told, ${silent} silent (${known} known)`;
  print(`two hands: ${interleavings.length} interleavings, ${counts}`);
  return silent > known ? 1 : 0;
}

function isBeyondUs({ pair: { flows } }: Interleaving): boolean {
  const names = [flows.a.name, flows.b.name];
  return BEYOND_US.some(
    ({ a, b }) =>
      (a.test(names[0] ?? '') && b.test(names[1] ?? '')) || (a.test(names[1] ?? '') && b.test(names[0] ?? ''))
  );
}

interface Scene {
  a: Flow;
  b: Flow;
  startName: StartName;
}

/** Every flow beside every other, on the state that the one begins in and on that of the other. */
function wantedScenes(): Scene[] {
  const names = options.pair?.map((pair) => pair.split(','));
  return OFFERED.flatMap((a) => OFFERED.map((b) => ({ a, b })))
    .filter(({ a, b }) => [a, b].some(({ name }) => name.includes(options.flow ?? '')))
    .filter(({ a, b }) => names?.some(([x, y]) => a.name === x && b.name === y) ?? true)
    .flatMap(({ a, b }) => [...new Set([a.start, b.start])].map((startName) => ({ a, b, startName })));
}

/** Every interruption of the first person, and some with more changes of hands. */
function ordersOf({ ab, ba }: Serial): Turn[][] {
  const mostA = Math.max(ab.requests.a, ba.requests.a);
  const mostB = Math.max(ab.requests.b, ba.requests.b);
  const once = Array.from({ length: Math.max(0, mostA - 1) }, (_, index): Turn[] => [
    { hand: 'a', requests: index + 1 },
    { hand: 'b' },
    { hand: 'a' },
  ]);
  const next = random(mostA * 1000 + mostB);
  const some = (most: number) => 1 + Math.floor(next() * Math.max(1, most - 1));
  const twice = Array.from({ length: FURTHER }, (): Turn[] => [
    ...[{ hand: 'a', requests: some(mostA) } as const, { hand: 'b', requests: some(mostB) } as const],
    ...[{ hand: 'a' } as const, { hand: 'b' } as const],
  ]);
  const thrice = Array.from({ length: FURTHER }, (): Turn[] => [
    ...[{ hand: 'a', requests: some(mostA) } as const, { hand: 'b', requests: some(mostB) } as const],
    ...[{ hand: 'a', requests: some(mostA) } as const, { hand: 'b' } as const, { hand: 'a' } as const],
  ]);
  return [...once, ...twice, ...thrice];
}

async function run({ pair, startName, serial, order }: Interleaving): Promise<{ verdict: Verdict; why: string }> {
  const course = await playPair(pair, order);
  const { verdict, why, lines } = verdictOf(pair, course, serial);
  if (options.verbose && (verdict === 'silent' || why)) {
    const { a, b } = pair.flows;
    print(`\n${verdict}${why && `, ${why}`}: a ${a.name}, b ${b.name} on ${startName}: ${order.map(textOf).join(' ')}`);
    for (const hand of ['a', 'b'] as const) {
      const { said, last } = course;
      print(`  ${hand} was told ${said[hand].told} ${said[hand].why}; in the end ${last[hand].told} ${last[hand].why}`);
    }
    lines.forEach((line) => print(`    ${line}`));
  }
  return { verdict, why };
}

const textOf = ({ hand, requests }: Turn) => `${hand}${requests ?? '*'}`;

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  }
);
