import { connectionsOf, type Connection } from '../ownership/connections';
import { withAttempt, type BeatStretch } from './beatLog';
import type { BeatMemory } from './beatMemory';
import { attemptAfter, beatDelivery } from './deliveries';
import { isDouble, proofIn, stoppedSince, type Seen } from './proofOfReplicas';
import { strongest, type ReplicaEvidence } from './replicas';
import type { GrafanaReading } from '../reading/reading';

/** What was seen before, in this page and in others of the same browser, because Grafana forgets. */
export interface StatusMemory {
  /** By key of the heartbeat contact point, see `memoryKey`. */
  beats: Readonly<Record<string, BeatMemory>>;
  /** What was seen of its heartbeats, oldest first, by the same key. */
  log: Readonly<Record<string, readonly BeatStretch[]>>;
  /** Proven, see `evidence`. */
  severalReplicas: boolean;
  evidence?: ReplicaEvidence;
  /** When deliveries were last read, epoch milliseconds. */
  lookedAt?: number;
  /** The state history need not be asked before, epoch milliseconds. */
  askHistoryAt?: number;
  /**
   * Deliveries that another replica made so soon after one of the first that they cannot know of each other, each
   * counted once; see `sendsTwice`.
   */
  doubles?: { count: number; last: number };
}

export const NO_MEMORY: StatusMemory = { beats: {}, log: {}, severalReplicas: false };

/** How many replicas there are, as far as is known. */
export const replicasKnown = ({ severalReplicas, evidence }: StatusMemory): number =>
  severalReplicas ? (evidence?.count ?? 2) : 1;

/** One or two can come of a change of timing, which makes both send once. */
const PROVEN_DOUBLES = 3;

/** Whether replicas send every beat each on its own, because they do not know of each other. */
export const sendsTwice = ({ doubles }: StatusMemory): boolean => (doubles?.count ?? 0) >= PROVEN_DOUBLES;

/** Changes with the endpoint, so that a beat to an old address is no beat; holds no token. */
export const memoryKey = ({ id, heartbeatContactPoint }: Connection) => `${id} ${heartbeatContactPoint?.uid ?? ''}`;

/**
 * Adds a reading to what was seen before. Grafana forgets its deliveries at a restart and after every change of its
 * alerting configuration (docs/facts.md#deliveries-and-alerts), and each replica knows only its own. The newest success
 * over all snapshots is therefore kept. A failure is not kept: after a change of configuration it may be mended.
 */
export function remember(seenBefore: StatusMemory, reading: GrafanaReading): StatusMemory {
  if (reading.problems.deliveries) {
    return seenBefore;
  }
  const memory = isSetBack(seenBefore, reading) ? { ...seenBefore, beats: {}, log: {} } : seenBefore;
  let { evidence, doubles } = memory;
  const count = Math.max(2, replicasKnown(memory));
  const idBefore = idsByUid(memory);
  const beats: Record<string, BeatMemory> = {};
  const log: Record<string, readonly BeatStretch[]> = {};
  const { lookedAt } = memory;
  for (const connection of connectionsOf(reading)) {
    const { heartbeatContactPoint } = connection;
    if (!heartbeatContactPoint) {
      continue;
    }
    const key = memoryKey(connection);
    const before = memory.beats[key];
    const delivery = beatDelivery(connection, reading);
    const oldId = idBefore.get(heartbeatContactPoint.uid);
    const isReplaced = !before && oldId !== undefined && oldId !== connection.id;
    const replacedAt = isReplaced ? reading.serverTime : before?.replacedAt;
    const attempt = attemptAfter(delivery?.lastAttempt, replacedAt);
    const seen: Seen = { connection, reading, before, delivery, attempt, lookedAt, count };
    const proof = proofIn(seen);
    evidence = strongest(evidence, proof && { proof, seenAt: reading.serverTime, count: 2 });
    if (isDouble(seen) && attempt !== undefined && attempt !== doubles?.last) {
      doubles = { count: (doubles?.count ?? 0) + 1, last: attempt };
    }
    beats[key] = {
      lastBeat: newest(before?.lastBeat, delivery?.lastError === undefined ? attempt : undefined),
      lastAttempt: newest(before?.lastAttempt, attempt),
      ...unseen(seen),
      replacedAt,
      name: heartbeatContactPoint.name,
      stoppedSince: stoppedSince(seen),
    };
    log[key] = loggedWith(memory.log[key] ?? [], seen, replacedAt);
  }
  const severalReplicas = memory.severalReplicas || evidence !== undefined;
  return { ...memory, beats, log, severalReplicas, evidence, doubles, lookedAt: reading.serverTime };
}

/** A server whose clock is so far behind what was seen of it was set back to an older state; milliseconds. */
const SET_BACK = 600_000;
const isSetBack = ({ lookedAt = 0 }: StatusMemory, { serverTime }: GrafanaReading) => lookedAt - serverTime > SET_BACK;

/** Whoever looks less often than this, in milliseconds, may miss that a heartbeat came and was forgotten. */
const AWAY = 90_000;

/** Longest time between two heartbeats, about, in milliseconds. */
const usualGap = ({ rule }: Connection): number => (rule ? (rule.repeatInterval + rule.groupInterval) * 1000 : 0);

function unseen({ connection, reading: { serverTime }, before, attempt, lookedAt = serverTime }: Seen) {
  if (attempt !== undefined) {
    return { unseenSince: undefined };
  }
  const { unseenSince = serverTime, unwatchedUntil, lastBeat } = before ?? {};
  const due = lastBeat === undefined ? 0 : Math.max(lastBeat, unwatchedUntil ?? 0) + usualGap(connection);
  const cameDueAway = serverTime - lookedAt > AWAY && lookedAt <= due && due < serverTime;
  const until = cameDueAway ? serverTime : unwatchedUntil;
  return { unseenSince, ...(until !== undefined && { unwatchedUntil: until }) };
}

function loggedWith(log: readonly BeatStretch[], { connection, delivery, attempt }: Seen, replacedAt = 0) {
  const toThisEndpoint = log.filter(({ from }) => from >= replacedAt);
  if (attempt === undefined) {
    return toThisEndpoint;
  }
  const { lastError, cause } = delivery ?? {};
  const outcome =
    lastError === undefined ? ({ kind: 'delivered' } as const) : { kind: 'failed' as const, ...(cause && { cause }) };
  return withAttempt(toThisEndpoint, { at: attempt, ...outcome }, usualGap(connection));
}

/** Id of the connection for which each heartbeat contact point was known. */
const idsByUid = ({ beats }: StatusMemory): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(beats).map((key): [string, string] => [key.slice(key.indexOf(' ') + 1), key.slice(0, key.indexOf(' '))])
  );

/** The later of two times that may not be known. */
export function newest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}
