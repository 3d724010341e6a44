import type { DeliveryStatus, GrafanaPort, GrafanaResult } from '../port/grafanaPort';
import type { DriftOf } from '../drift/drift';
import { loadDriftOf } from '../drift/loadDriftOf';
import { connectionsOf, type Connection } from '../ownership/connections';
import { readGrafana } from '../reading/readGrafana';
import type { GrafanaReading } from '../reading/reading';
import { sharedWith } from '../reading/sharedWith';
import { success } from '../result';
import { healthOf } from './healthOf';
import { memoryKey, NO_MEMORY, remember, type StatusMemory } from './memory';
import { replicasInHistory, strongest, WRITTEN_WITHIN, type ToldReplicas } from './replicas';
import type { HealthReason } from './types';

/** One look at Grafana, with what was seen before it. */
export interface Look {
  reading: GrafanaReading;
  memory: StatusMemory;
  driftOf: DriftOf | undefined;
  /** How often deliveries were asked for again, to meet another replica. */
  askedAgain: number;
}

/**
 * Deliveries are asked for so often again at most: with two replicas at random one look in 32 misses the other. Two of
 * them at once, because a load balancer that takes turns gives a request through the plugin's proxy and the one that
 * Grafana then sends to itself two turns, so that one such request after the other meets the same replica for ever.
 */
const ASKED_AGAIN_AT_ONCE = [1, 2, 1] as const;
export const MOST_ASKED_AGAIN = 4;

/** A state history that proved nothing is asked again after this long, in milliseconds. */
const ASK_HISTORY_AGAIN = 600_000;
/** Of a rule that has just been saved each replica is about to write. */
const ASK_SOON = 30_000;
/** Rules keep their state for long; milliseconds. */
const YEAR = 365 * 86_400_000;
const NEWEST_CHANGES = 20;

/**
 * Reads Grafana and adds it to what was seen before. On one replica this takes the requests of `readGrafana`, and one
 * more, once in 10 minutes, while a beat is missing: the state history, which may prove that there are others. With
 * several replicas known, deliveries are asked for up to 4 times more while a beat is missing, because only the
 * replica that sends knows of its beats; and what a replica that is gone did not answer is asked again. What has not
 * changed since `readBefore` stays the same objects; the contact points are taken from it unless `isListed`.
 */
export async function lookAt(
  port: GrafanaPort,
  before: StatusMemory,
  told?: ToldReplicas,
  { readBefore, isListed = true }: { readBefore?: GrafanaReading | undefined; isListed?: boolean } = {}
): GrafanaResult<Look> {
  const steady = told === 'several' || before.severalReplicas ? steadied(port) : port;
  const answer = await readGrafana(steady, {
    folder: readBefore?.folder.state ?? 'unread',
    integrations: isListed ? undefined : readBefore?.integrations,
    elsewhere: readBefore?.elsewhere,
  });
  if (!answer.ok) {
    return answer;
  }
  const reading = sharedWith(readBefore, answer.value);
  const driftOf = await loadDriftOf(reading);
  const memory = await withHistory(steady, { reading, memory: remember(before, reading), driftOf, replicas: told });
  const isOneOfMany = told === 'several' || memory.severalReplicas;
  const first: Look = { reading, memory, driftOf, askedAgain: 0 };
  return success(isOneOfMany ? await askedAgain(steady, first) : first);
}

/** What a load balancer answers for a replica that is gone, and a network for a load balancer. */
const GONE: ReadonlyArray<number | undefined> = [502, 503, 504, undefined];

/** With requests under way at the same time, the first one more may be given to the same replica. */
const MOST_TRIES = 3;

/** Asks again what a replica that is gone did not answer, as the next one may. */
function steadied(port: GrafanaPort): GrafanaPort {
  const patient = async <T>(call: () => GrafanaResult<T>): GrafanaResult<T> => {
    let answer = await call();
    for (let tries = 1; !answer.ok && GONE.includes(answer.error.status) && tries < MOST_TRIES; tries += 1) {
      answer = await call();
    }
    return answer;
  };
  return {
    ...port,
    listIntegrations: () => patient(() => port.listIntegrations()),
    readFolderRules: (uid) => patient(() => port.readFolderRules(uid)),
    findsFolder: (uid) => patient(() => port.findsFolder(uid)),
    deliveries: () => patient(() => port.deliveries()),
    ruleStatuses: (...place) => patient(() => port.ruleStatuses(...place)),
    readRuleGroup: (...place) => patient(() => port.readRuleGroup(...place)),
    alertsWithLabel: (name, value) => patient(() => port.alertsWithLabel(name, value)),
  };
}

async function askedAgain(port: GrafanaPort, first: Look): Promise<Look> {
  const { driftOf } = first;
  let [reading, memory, count] = [first.reading, first.memory, 0];
  for (const atOnce of ASKED_AGAIN_AT_ONCE) {
    if (doubtful({ reading, memory, driftOf }).length === 0) {
      break;
    }
    count += atOnce;
    for (const answer of await Promise.all(Array.from({ length: atOnce }, () => port.deliveries()))) {
      if (answer.ok) {
        const { value: deliveries, serverTime } = answer.value;
        const { deliveries: _, ...problems } = reading.problems;
        memory = remember(memory, { ...reading, problems, deliveries, serverTime });
        reading = { ...reading, problems, deliveries: newestOf(reading.deliveries, deliveries) };
      }
    }
  }
  return { reading, memory, driftOf, askedAgain: count };
}

/** Reasons that another replica may have an answer to. */
const DOUBTFUL: ReadonlyArray<HealthReason['code']> = [
  'overdue',
  'silentHere',
  'neverHere',
  'statusLost',
  'firstBeatDue',
  'notEvaluatedYet',
  'deliveryFails',
  'notRead',
  'notEvaluated',
  'evaluatesNothing',
  'notFiring',
  'noData',
  'queryFails',
  'dataSourceSilent',
];

/** Known on any replica; but since when beats are missing takes the one that saw the last. */
const HELD_BACK: ReadonlyArray<HealthReason['code']> = ['silenced', 'inhibited'];

type Seen = Pick<Look, 'reading' | 'memory' | 'driftOf'>;

/** Connections of which the replicas that answered cannot tell a beat in time, whatever was seen before. */
function doubtful({ reading, memory, driftOf }: Seen): Connection[] {
  const { evidence } = memory;
  const fresh: StatusMemory = { ...NO_MEMORY, severalReplicas: true, evidence };
  return connectionsOf(reading).filter((connection) => {
    const { code } = healthOf({ connection, reading, driftOf, memory: fresh, replicas: 'several' }).reason;
    const stoppedSince = memory.beats[memoryKey(connection)]?.stoppedSince ?? 0;
    // Once is enough, because no beat comes after it.
    const isNews = HELD_BACK.includes(code) && stoppedSince >= reading.serverTime;
    return DOUBTFUL.includes(code) || isNews;
  });
}

/** Of each integration what was sent last, whichever replica remembers it. */
function newestOf(a: readonly DeliveryStatus[], b: readonly DeliveryStatus[]): DeliveryStatus[] {
  const others = new Map(b.map((receiver) => [receiver.name, receiver]));
  const known = new Set(a.map(({ name }) => name));
  return [
    ...a.map((receiver) => ({
      ...receiver,
      integrations: receiver.integrations.map((one, index) => {
        const other = others.get(receiver.name)?.integrations[index];
        return other?.type === one.type && (other.lastAttempt ?? 0) > (one.lastAttempt ?? 0) ? other : one;
      }),
    })),
    ...b.filter(({ name }) => !known.has(name)),
  ];
}

/** Asks the state history how many replicas write it, where a beat is missing and nobody knows yet. */
async function withHistory(port: GrafanaPort, seen: Seen & { replicas: ToldReplicas }): Promise<StatusMemory> {
  const { reading, memory, replicas: told } = seen;
  const now = reading.serverTime;
  if (told !== undefined || memory.severalReplicas || now < (memory.askHistoryAt ?? 0)) {
    return memory;
  }
  const uid = connectionsOf(reading).find((connection) => {
    const { code } = healthOf({ ...seen, connection }).reason;
    return connection.rule?.uid !== undefined && (DOUBTFUL.includes(code) || HELD_BACK.includes(code));
  })?.rule?.uid;
  if (uid === undefined) {
    return memory;
  }
  const answer = await port.stateHistory(uid, now - YEAR, now, NEWEST_CHANGES);
  if (!answer.ok) {
    return { ...memory, askHistoryAt: now + ASK_HISTORY_AGAIN };
  }
  if (!answer.value.isKept) {
    return { ...memory, askHistoryAt: now + YEAR };
  }
  const changes = answer.value.value;
  const count = replicasInHistory(changes);
  const isNews = now - (changes.at(-1)?.at ?? now) < WRITTEN_WITHIN;
  const evidence = count > 1 ? ({ proof: 'history', seenAt: now, count } as const) : undefined;
  return {
    ...memory,
    askHistoryAt: now + (isNews ? ASK_SOON : ASK_HISTORY_AGAIN),
    evidence: strongest(memory.evidence, evidence),
    severalReplicas: memory.severalReplicas || evidence !== undefined,
  };
}
