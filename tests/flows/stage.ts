import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { proxyTransport } from '../../src/grafana/proxyTransport';
import { success } from '../../src/connection/result';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import { fetchTransport } from '../support/fetchTransport';
import { FLOWS, STARTS, UNDOABLE, type Flow, type Start } from './flows';
import { Person, wayBack, type Told } from './person';
import { createWorld, furnish, ROOT, type World } from './world';

export type Way = 'session' | 'proxy';

type Answer = (request: Request) => Promise<Response>;

/** The plugin's client of one person, whose requests can be met on their way. */
export function clientOf(
  world: World,
  way: Way,
  meet: (request: Request, onwards: Answer) => Promise<Response>
): GrafanaPort {
  const session = fetchTransport({
    baseUrl: ROOT,
    credentials: world.credentials('editor'),
    fetch: (request) => meet(request, (one) => world.grafana.fetch(one)),
  });
  return createGrafanaClient(way === 'proxy' ? proxyTransport(session) : session);
}

/** A person without trouble. */
export function calmPerson(world: World, way: Way = 'session'): Person {
  return new Person(
    clientOf(world, way, (request, onwards) => onwards(request)),
    (ms) => world.clock.advance(ms)
  );
}

/** A flow with the saved Grafana that it begins on. */
export interface Case {
  name: string;
  wish: Flow['wish'];
  saved: unknown;
  version: GrafanaVersion;
}

async function startOf({ wishes, others }: Start, version: GrafanaVersion): Promise<World> {
  const world = createWorld(version);
  await furnish(world);
  for (const wish of wishes) {
    await must(calmPerson(world), wish);
  }
  await others?.(world);
  return world;
}

async function must(person: Person, wish: Flow['wish']): Promise<Told> {
  const told = await person.try(wish);
  if (told.what !== 'done') {
    throw new Error(`a start is not to be had: ${told.what} ${JSON.stringify(told.error ?? told.plan?.obstacles)}`);
  }
  return told;
}

/** Every flow on its start, and the way back from each that has one. */
export async function casesFor(version: GrafanaVersion, only?: string): Promise<Case[]> {
  const cases: Case[] = [];
  for (const { name, start, wish } of FLOWS) {
    const isMeant = only === undefined || only === name || only === `undo ${name}`;
    if (!isMeant) {
      continue;
    }
    const world = await startOf(STARTS[start], version);
    cases.push({ name, wish, saved: world.snapshot(), version });
    if (UNDOABLE.includes(name)) {
      const plan = wayBack(await must(calmPerson(world), wish));
      if (!plan) {
        throw new Error(`there is no way back from ${name}`);
      }
      cases.push({
        name: `undo ${name}`,
        wish: { plan: async () => success(plan) },
        saved: world.snapshot(),
        version,
      });
    }
    world.stop();
  }
  return cases.filter(({ name }) => only === undefined || name === only);
}
