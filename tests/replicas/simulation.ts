import type { HealthState } from '../../src/connection/health/types';
import { PEER_WAIT } from '../../src/connection/timing/gap';
import { calculateTiming } from '../../src/connection/timing/calculateTiming';
import type { Connection } from '../../src/connection/ownership/connections';
import { planOf, type Outage } from './events';
import { createWatcher, type Watcher } from './watcher';
import { createWorld, type World } from './world';

const SECOND = 1000;
const REFRESH = 10 * SECOND;
/** `TOLERANCE` of the domain: a beat so late is not called so. */
const TOLERANCE = 5 * SECOND;
/**
 * After an outage a replica that does not send still shows its own last attempt, until its next turn is over: 15 s, what
 * a page allows for, and one refresh.
 */
const RECOVERS_WITHIN = 15 * SECOND + TOLERANCE + REFRESH;

export interface SimulationOptions {
  replicas: number;
  hours: number;
  seed?: number;
}

interface FalseAlarm {
  watcher: string;
  connection: string;
  state: HealthState;
  reason: string;
  /** Seconds since the start, and since the last beat that arrived. */
  at: number;
  sinceBeat: number;
}

/** How long after it could be known an outage was told; seconds. Undefined: it was not told. */
export interface Telling {
  watcher: string;
  connection: string;
  kind: Outage['kind'];
  state: 'late' | 'down';
  delay: number | undefined;
}

export interface Simulated {
  watchers: Watcher[];
  counts: Readonly<Record<string, number>>;
  falseAlarms: FalseAlarm[];
  tellings: Telling[];
}

interface Story {
  outage: Outage;
  connection: Connection;
  lastBeat: number;
  told: Map<string, { late?: number; down?: number }>;
  over: number | undefined;
}

/**
 * Watches a cluster for some hours through a load balancer that takes turns, a sticky one, and each replica alone, by
 * pages that stay open and by browsers that open one anew each time, while replicas are killed and restarted and real
 * outages happen. What is shown is held against the beats that arrived.
 */
export async function simulate({ replicas, hours, seed = 1 }: SimulationOptions): Promise<Simulated> {
  const world = await createWorld(replicas);
  const { clock, connections, arrived } = world;
  const start = clock.now();
  await clock.advance(150 * SECOND);
  const plan = planOf(world, hours, seed);
  const watchers = watchersOf(world, replicas);
  const falseAlarms: FalseAlarm[] = [];
  const stories: Story[] = [];

  const lastBeatOf = ({ endpoint }: Connection) => arrived.get(endpoint.token)?.at(-1) ?? start;

  /** Opens a story for each connection of a new outage, and closes those whose beats came again. */
  function follow() {
    for (const outage of plan.outages) {
      if (!stories.some((story) => story.outage === outage)) {
        stories.push(
          ...connections.map((connection): Story => {
            return { outage, connection, lastBeat: lastBeatOf(connection), told: new Map(), over: undefined };
          })
        );
      }
    }
    for (const story of stories) {
      const last = lastBeatOf(story.connection);
      if (story.over === undefined && last < (story.outage.to ?? Infinity)) {
        story.lastBeat = last;
      }
      if (story.over === undefined && story.outage.to !== undefined && last >= story.outage.to) {
        story.over = last;
      }
    }
  }

  function note(watcher: Watcher, connection: Connection, state: HealthState, reason: string, now: number) {
    const story = stories.find(
      (one) => one.connection === connection && (one.over === undefined || now <= one.over + RECOVERS_WITHIN)
    );
    const sinceBeat = now - lastBeatOf(connection);
    const isFalse = story ? state === 'down' && sinceBeat <= intervalOf(connection) && story.over === undefined : true;
    if (isFalse) {
      const [at, since] = [now - start, sinceBeat].map((ms) => Math.round(ms / SECOND));
      falseAlarms.push({
        watcher: watcher.name,
        connection: name(connection),
        state,
        reason,
        at: at ?? 0,
        sinceBeat: since ?? 0,
      });
    } else if (story) {
      const told = story.told.get(watcher.name) ?? {};
      told.late ??= now;
      if (state === 'down') {
        told.down ??= now;
      }
      story.told.set(watcher.name, told);
    }
  }

  for (let time = 0; time < hours * 3600 * SECOND; time += REFRESH) {
    const end = clock.now() + REFRESH;
    while (clock.now() < end) {
      await plan.happenUntil(clock.now());
      await clock.advance(SECOND);
      follow();
    }
    for (const watcher of watchers) {
      for (const [id, health] of await watcher.look(connections, clock.now())) {
        const connection = connections.find((one) => one.id === id);
        if (connection && (health.state === 'late' || health.state === 'down')) {
          note(watcher, connection, health.state, health.reason.code, clock.now());
        }
      }
    }
  }
  world.grafana.stop();
  const kept = watchers.filter(({ isFresh }) => !isFresh);
  const tellings = stories.flatMap((story) => kept.flatMap((watcher) => tellingsOf(story, watcher, replicas)));
  return { watchers, counts: plan.counts, falseAlarms, tellings };
}

const intervalOf = ({ interval = 600 }: Connection) => interval * SECOND;
const name = ({ interval }: Connection) => `H ${interval} s`;

function watchersOf(world: World, replicas: number): Watcher[] {
  const places = Array.from({ length: replicas }, (_, place) => place);
  const living = () => world.grafana.replicas.findIndex(({ downSince }) => downSince() === undefined);
  const make = (watcher: string, replica: (() => number | undefined) | undefined, isFresh: boolean) =>
    createWatcher({ name: isFresh ? `${watcher}, fresh` : watcher, client: world.clientAt(replica), isFresh });
  const ways: Array<[string, (() => number | undefined) | undefined]> = [
    ['round robin', undefined],
    ['sticky', () => Math.max(0, living())],
    ...places.map((place): [string, () => number] => [`replica ${place + 1} alone`, () => place]),
  ];
  return ways.flatMap(([watcher, replica]) => [make(watcher, replica, false), make(watcher, replica, true)]);
}

/** When an outage of a connection could be known, and when it was told. */
function tellingsOf(
  { outage, connection, lastBeat, told, over }: Story,
  watcher: Watcher,
  replicas: number
): Telling[] {
  const { rule } = connection;
  const gap = rule && calculateTiming(rule, intervalOf(connection) / SECOND, { replicas }).gap;
  const ended = outage.to ?? Infinity;
  const shown = told.get(watcher.name);
  const lateAt = outage.kind === 'silence' ? outage.from : lastBeat + (gap?.greatest ?? 0) * SECOND + TOLERANCE;
  // A replica that waited for its turn when a silence began sends once more, and a silence is seen with a refresh.
  const silencedAt = outage.kind === 'silence' ? outage.from + REFRESH + (replicas - 1) * PEER_WAIT * SECOND : 0;
  const downAt = Math.max(lastBeat, silencedAt) + intervalOf(connection);
  const base = { watcher: watcher.name, connection: name(connection), kind: outage.kind };
  const telling = (state: 'late' | 'down', due: number): Telling[] =>
    due + REFRESH + 2 * SECOND < Math.min(ended, over ?? Infinity)
      ? [
          {
            ...base,
            state,
            delay: shown?.[state] === undefined ? undefined : Math.round((shown[state] - due) / SECOND),
          },
        ]
      : [];
  return [...telling('late', lateAt), ...telling('down', downAt)];
}
