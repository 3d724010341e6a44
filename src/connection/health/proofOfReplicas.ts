import type { IntegrationStatus } from '../port/grafanaPort';
import type { Connection } from '../ownership/connections';
import type { GrafanaReading } from '../reading/reading';
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
  const apart = (before.lastAttempt ?? attempt) - attempt;
  return apart > 0 && apart < rule.repeatInterval * 1000 - CLOCKS_DIFFER;
}

/** The clocks of two replicas agree so well, in milliseconds. */
const CLOCKS_DIFFER = 2_000;

/** A page that is refreshed every 10 s sees attempts so far apart although there are more; milliseconds. */
const BETWEEN_LOOKS = 12_000;
/** A failure that no reading repeats for so long is over; milliseconds. */
const FAILURE_LASTS = 60_000;

/** See `BeatMemory.stoppedSince`; undefined when a beat may have left just now. */
export function stoppedSince({ connection, reading, before, delivery, attempt }: Seen): number | undefined {
  const { rule } = connection;
  const alert = reading.alerts.find(({ ruleUid }) => ruleUid !== '' && ruleUid === rule?.uid);
  if (alert && alert.silencedBy.length + alert.inhibitedBy.length > 0) {
    return before?.stoppedSince ?? reading.serverTime;
  }
  if (!rule) {
    return undefined;
  }
  const last = before?.lastAttempt;
  if (attempt === undefined || (last !== undefined && attempt <= last)) {
    const isOver = last === undefined || last === before?.lastBeat || reading.serverTime - last > FAILURE_LASTS;
    return isOver ? undefined : before?.stoppedSince;
  }
  if (delivery?.lastError === undefined) {
    return undefined;
  }
  const repeat = rule.repeatInterval * 1000;
  const goesOn = last !== undefined && attempt - last < Math.max(repeat, BETWEEN_LOOKS);
  return (goesOn ? before?.stoppedSince : undefined) ?? attempt - repeat;
}
