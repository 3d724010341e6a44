import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { FAULT_KINDS, type FaultKind } from './faultKinds';
import { Person, type Told } from './person';
import { options, sampler, table } from './run';
import { casesFor, clientOf, type Case, type Way } from './stage';
import { untruths } from './truth';
import { createWorld, essenceOf, type World } from './world';

/**
 * `npm run faults`: every request of every flow meets every kind of fault, once and three times in a row, as the user
 * and through the proxy, on each version, with the page kept and lost. What the page tells must be true, and going on
 * must end where a run without faults ends.
 */
const VERSIONS: readonly GrafanaVersion[] = ['12.3.0', '12.4.0', '13.0.0'];
const WAYS: readonly Way[] = ['session', 'proxy'];
/** How many requests in a row meet the fault. */
const LENGTHS = [1, 3];

interface Fault {
  kind: FaultKind;
  at: number;
  length: number;
}

/** A person of whose requests some meet a fault; answers how many there were. */
function troubledPerson(world: World, way: Way, fault: Fault | undefined) {
  let count = 0;
  const port = clientOf(world, way, (request, onwards) => {
    const index = count++;
    const isHit = fault !== undefined && index >= fault.at && index < fault.at + fault.length;
    return isHit ? fault.kind.answer(request, onwards) : onwards(request);
  });
  return { person: new Person(port, (ms) => world.clock.advance(ms)), requests: () => count };
}

interface Calm {
  essence: string;
  requests: number;
}

async function withoutFaults({ saved, version, wish, name }: Case, way: Way): Promise<Calm> {
  const world = createWorld(version, saved);
  const { person, requests } = troubledPerson(world, way, undefined);
  const told = await person.try(wish);
  if (told.what !== 'done') {
    throw new Error(`${name} does not work without faults: ${told.what} ${told.error?.message ?? ''}`);
  }
  const calm = { essence: essenceOf(world), requests: requests() };
  world.stop();
  return calm;
}

/** Undefined when all was well, else what was not. */
async function tryOne(one: Case, way: Way, fault: Fault, isLost: boolean, calm: Calm): Promise<string | undefined> {
  const world = createWorld(one.version, one.saved);
  try {
    const first = troubledPerson(world, way, fault).person;
    const told = await first.try(one.wish);
    const lie = lieIn(told, world, calm);
    if (lie) {
      return lie;
    }
    const next = isLost ? troubledPerson(world, way, undefined).person : first;
    const last = told.what === 'done' && !isLost ? told : await next.goOn(one.wish);
    const end = essenceOf(world);
    if (end === calm.essence) {
      return last.what === 'failed' ? `ended right, yet the page says: ${last.error?.message}` : undefined;
    }
    return `after “${words(told)}”, going on ended in “${words(last)}” elsewhere:\n${differing(calm.essence, end)}`;
  } finally {
    world.stop();
  }
}

function lieIn(told: Told, world: World, calm: Calm): string | undefined {
  if (told.what === 'done' || told.what === 'nothing') {
    const end = essenceOf(world);
    return end === calm.essence ? undefined : `told “${told.what}”, and it is not:\n${differing(calm.essence, end)}`;
  }
  const lies = told.outcome ? untruths(told.outcome, world) : [];
  return lies.length > 0 ? `told in place or removed, and it is not: ${lies.join(', ')}` : undefined;
}

const words = ({ what, error }: Told) => (error ? `${what}: ${error.reason} ${error.message}` : what);

function differing(wanted: string, found: string): string {
  const [a, b] = [wanted.split('\n'), found.split('\n')];
  const missing = a.filter((line) => !b.includes(line)).map((line) => `    - ${line.trim()}`);
  const extra = b.filter((line) => !a.includes(line)).map((line) => `    + ${line.trim()}`);
  return [...missing.slice(0, 8), ...extra.slice(0, 8)].join('\n');
}

async function main() {
  const { flow, version, verbose, sample } = options();
  const isChosen = sampler(sample);
  const rows = new Map<string, { cases: number; different: number }>();
  const start = Date.now();

  for (const tried of VERSIONS.filter((one) => version === undefined || one === version)) {
    for (const one of await casesFor(tried, flow)) {
      const row = rows.get(one.name) ?? { cases: 0, different: 0 };
      rows.set(one.name, row);
      for (const way of WAYS) {
        const calm = await withoutFaults(one, way);
        for (let at = 0; at < calm.requests; at += 1) {
          for (const kind of FAULT_KINDS) {
            for (const length of LENGTHS) {
              for (const isLost of [false, true]) {
                if (!isChosen()) {
                  continue;
                }
                row.cases += 1;
                const problem = await tryOne(one, way, { kind, at, length }, isLost, calm);
                if (problem) {
                  row.different += 1;
                  if (verbose) {
                    const where = `${tried} ${way} ${one.name}, request ${at}, ${kind.name} × ${length}`;
                    console.log(`${where}${isLost ? ', page lost' : ''}: ${problem}`);
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  const cases = [...rows.values()].reduce((sum, row) => sum + row.cases, 0);
  const different = [...rows.values()].reduce((sum, row) => sum + row.different, 0);
  table(
    ['flow', 'cases', 'different'],
    [...rows].map(([name, row]) => [name, row.cases, row.different])
  );
  console.log(`${Math.round((1000 * cases) / (Date.now() - start))} cases a second`);
  console.log(`faults: ${cases} cases, ${cases - different} equal, ${different} different`);
  process.exitCode = different > 0 || cases === 0 ? 1 : 0;
}

void main();
