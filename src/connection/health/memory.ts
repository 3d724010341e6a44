import { connectionsOf, type Connection } from '../ownership/connections';
import type { BeatMemory } from './beatMemory';
import { beatDelivery } from './deliveries';
import { isDouble, proofIn, stoppedSince, type Seen } from './proofOfReplicas';
import { strongest, type ReplicaEvidence } from './replicas';
import type { GrafanaReading } from '../reading/reading';

/** What a page remembers while it is open, because Grafana forgets. */
export interface StatusMemory {
  /** By key of the heartbeat contact point, see `memoryKey`. */
  beats: Readonly<Record<string, BeatMemory>>;
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

export const NO_MEMORY: StatusMemory = { beats: {}, severalReplicas: false };

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
 * alerting configuration (measured on 12.4.0: an unrelated contact point, saved, emptied all statuses within a
 * minute), and each replica knows only its own. The newest success over all snapshots is therefore kept. A failure is
 * not kept: after a change of configuration it may be mended.
 */
export function remember(memory: StatusMemory, reading: GrafanaReading): StatusMemory {
  if (reading.problems.deliveries) {
    return memory;
  }
  let { evidence, doubles } = memory;
  const count = Math.max(2, replicasKnown(memory));
  const idBefore = idsByUid(memory);
  const beats: Record<string, BeatMemory> = {};
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
    const seen: Seen = { connection, reading, before, delivery, attempt, lookedAt: memory.lookedAt, count };
    const proof = proofIn(seen);
    evidence = strongest(evidence, proof && { proof, seenAt: reading.serverTime, count: 2 });
    if (isDouble(seen) && attempt !== undefined && attempt !== doubles?.last) {
      doubles = { count: (doubles?.count ?? 0) + 1, last: attempt };
    }
    beats[key] = {
      lastBeat: newest(before?.lastBeat, delivery?.lastError === undefined ? attempt : undefined),
      lastAttempt: newest(before?.lastAttempt, attempt),
      unseenSince: attempt === undefined ? (before?.unseenSince ?? reading.serverTime) : undefined,
      replacedAt,
      name: heartbeatContactPoint.name,
      stoppedSince: stoppedSince(seen),
    };
  }
  const severalReplicas = memory.severalReplicas || evidence !== undefined;
  return { ...memory, beats, severalReplicas, evidence, doubles, lookedAt: reading.serverTime };
}

/** An attempt, unless it went to an endpoint that was replaced since. */
export const attemptAfter = (attempt: number | undefined, replacedAt: number | undefined): number | undefined =>
  attempt !== undefined && replacedAt !== undefined && attempt < replacedAt ? undefined : attempt;

/** Id of the connection for which each heartbeat contact point was known. */
const idsByUid = ({ beats }: StatusMemory): ReadonlyMap<string, string> =>
  new Map(
    Object.keys(beats).map((key): [string, string] => [key.slice(key.indexOf(' ') + 1), key.slice(0, key.indexOf(' '))])
  );

function newest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}
