import type { IntegrationStatus } from '../port/grafanaPort';
import type { Connection } from '../ownership/connections';
import { alertOf, type GrafanaReading } from '../reading/reading';
import { PEER_WAIT } from '../timing/gap';
import type { BeatMemory } from './beatMemory';
import type { ReplicaProof } from './replicas';

/** One heartbeat in a reading, beside what was remembered of it. */
export interface Seen {
  connection: Connection;
  reading: GrafanaReading;
  before: BeatMemory | undefined;
  delivery: IntegrationStatus | undefined;
  attempt: number | undefined;
  /** When deliveries were read before this. */
  lookedAt: number | undefined;
  /** So many replicas are known of. */
  count: number;
}

/** Whole seconds of the `Date` header, and answers that are under way; milliseconds. */
const SLACK = 5_000;
/** Grafana gives up on a delivery after this long, in milliseconds. */
const LONGEST_DELIVERY = 30_000;

/** Whether an answer can only have come from another replica than one before it. */
export function proofIn({ connection, before, delivery, attempt, lookedAt }: Seen): ReplicaProof | undefined {
  const isSame = before !== undefined && (before.name ?? '') === (connection.heartbeatContactPoint?.name ?? '');
  if (!isSame || attempt === undefined) {
    return undefined;
  }
  if (before.lastAttempt !== undefined && attempt < before.lastAttempt) {
    return 'olderAttempt';
  }
  const isNew = before.lastAttempt === undefined || attempt > before.lastAttempt;
  const ended = attempt + (delivery?.took ?? LONGEST_DELIVERY) + SLACK;
  return isNew && lookedAt !== undefined && ended < lookedAt ? 'hiddenAttempt' : undefined;
}

/** What two replicas that know of each other never do: a second beat well within the repeat interval of the first. */
export function isDouble({ connection, before, delivery, attempt }: Seen): boolean {
  const { rule } = connection;
  const isKnownBeat = before?.lastAttempt !== undefined && before.lastAttempt === before.lastBeat;
  if (!rule || !isKnownBeat || attempt === undefined || delivery?.lastError !== undefined) {
    return false;
  }
  const last = before.lastAttempt ?? attempt;
  const apart = Math.abs(last - attempt);
  // A rule that was saved is told of at once.
  if (rule.updatedAt !== undefined && rule.updatedAt > Math.min(last, attempt)) {
    return false;
  }
  return apart > 0 && apart < rule.repeatInterval * 1000 - CLOCKS_DIFFER;
}

/** The clocks of two replicas agree so well, in milliseconds. */
const CLOCKS_DIFFER = 2_000;

/** A page that is refreshed every 10 s sees attempts so far apart although there are more; milliseconds. */
const BETWEEN_LOOKS = 12_000;
/** A failure that no reading repeats for so long is over; milliseconds. */
const FAILURE_LASTS = 60_000;

/** See `BeatMemory.stoppedSince`; undefined when a beat may have left just now. */
export function stoppedSince(seen: Seen): number | undefined {
  const { connection, reading, before, delivery, attempt, count } = seen;
  const { rule } = connection;
  const alert = alertOf(rule, reading);
  if (alert && alert.silencedBy.length + alert.inhibitedBy.length > 0) {
    // Whoever waited for its turn when the silence began sends once more.
    return before?.stoppedSince ?? reading.serverTime + (count - 1) * PEER_WAIT * 1000;
  }
  const last = before?.lastAttempt;
  const isNew = attempt !== undefined && (last === undefined || attempt > last);
  if (!rule || (isNew && delivery?.lastError === undefined)) {
    return undefined;
  }
  if (isNew) {
    return stoppedByFailure(attempt, rule.repeatInterval * 1000, before);
  }
  // A replica that has just started has no alert yet, silenced or not, and one that waits for its turn no attempt.
  const mayHaveSent = alert !== undefined && (last === undefined || reading.serverTime - last > FAILURE_LASTS);
  return mayHaveSent || (last !== undefined && last === before?.lastBeat && alert) ? undefined : before?.stoppedSince;
}

/**
 * An attempt that fails proves that no replica has sent for a repeat interval, or its log would say so. Two of them less
 * than that apart leave no room for a beat between them; nor does one that follows a beat by less than two.
 */
function stoppedByFailure(attempt: number, repeat: number, before: BeatMemory | undefined): number {
  const { lastAttempt, lastBeat, stoppedSince: stopped } = before ?? {};
  if (stopped !== undefined && lastAttempt !== undefined && attempt - lastAttempt < Math.max(repeat, BETWEEN_LOOKS)) {
    return stopped;
  }
  return lastBeat !== undefined && attempt - lastBeat < 2 * repeat ? lastBeat : attempt - repeat;
}
