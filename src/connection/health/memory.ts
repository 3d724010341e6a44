import { connectionsOf, type Connection } from '../ownership/connections';
import { beatDelivery } from './deliveries';
import type { GrafanaReading } from '../reading/reading';

/** What was seen of one heartbeat contact point across refreshes. Times are epoch milliseconds of the server. */
export interface BeatMemory {
  /** The newest beat that was answered with success. */
  lastBeat: number | undefined;
  /** The newest attempt, whatever came of it. */
  lastAttempt: number | undefined;
  /** Since when every refresh found no delivery at all; undefined when the newest one found some. */
  unseenSince: number | undefined;
  /** When its endpoint was seen to have been replaced: what left before went to the old one. */
  replacedAt: number | undefined;
}

/** What a page remembers while it is open, because Grafana forgets. */
export interface StatusMemory {
  /** By key of the heartbeat contact point, see `memoryKey`. */
  beats: Readonly<Record<string, BeatMemory>>;
  /** Proven by an attempt that was older than one seen before: another replica answered. */
  severalReplicas: boolean;
}

export const NO_MEMORY: StatusMemory = { beats: {}, severalReplicas: false };

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
  let { severalReplicas } = memory;
  const idBefore = idsByUid(memory);
  const beats: Record<string, BeatMemory> = {};
  for (const connection of connectionsOf(reading)) {
    if (!connection.heartbeatContactPoint) {
      continue;
    }
    const key = memoryKey(connection);
    const before = memory.beats[key];
    const delivery = beatDelivery(connection, reading);
    const oldId = idBefore.get(connection.heartbeatContactPoint.uid);
    const isReplaced = !before && oldId !== undefined && oldId !== connection.id;
    const replacedAt = isReplaced ? reading.serverTime : before?.replacedAt;
    const attempt = attemptAfter(delivery?.lastAttempt, replacedAt);
    severalReplicas ||= attempt !== undefined && before?.lastAttempt !== undefined && attempt < before.lastAttempt;
    beats[key] = {
      lastBeat: newest(before?.lastBeat, delivery?.lastError === undefined ? attempt : undefined),
      lastAttempt: newest(before?.lastAttempt, attempt),
      unseenSince: attempt === undefined ? (before?.unseenSince ?? reading.serverTime) : undefined,
      replacedAt,
    };
  }
  return { beats, severalReplicas };
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
