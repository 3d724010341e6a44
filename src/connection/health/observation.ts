import { type RuleStatus, type AlertState, type IntegrationStatus } from '../port/grafanaPort';
import { alertOf, statusOf } from '../reading/reading';
import { calculateTiming } from '../timing/calculateTiming';
import { PEER_WAIT } from '../timing/gap';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../timing/presets';
import { isLocked } from '../model';
import { attemptAfter, beatDelivery, beatsFrom, deliveryAfter } from './deliveries';
import type { BeatMemory } from './beatMemory';
import { memoryKey, newest, replicasKnown } from './memory';
import type { HealthInput } from './types';

/** What can be told of one connection's beats. Times are epoch milliseconds, spans milliseconds. */
export interface Observation {
  now: number;
  status: RuleStatus | undefined;
  /** When the rule was saved last. */
  savedAt: number | undefined;
  /** The alert of the rule in this replica's Alertmanager. */
  alert: AlertState | undefined;
  delivery: IntegrationStatus | undefined;
  /** The last attempt failed, and so lately that it is still the news: see `observationOf`. */
  failure: { message: string; at: number } | undefined;
  lastBeat: number | undefined;
  /** No replica can have sent a beat since then, see `BeatMemory`. */
  stoppedSince: number | undefined;
  unseenSince: number | undefined;
  /** Before that nobody looked, see `BeatMemory`; undefined while there is a delivery to be seen. */
  unwatchedUntil: number | undefined;
  /** Longest time between two beats; undefined without a rule or with an impossible timing. */
  gap: number | undefined;
  /** Longest time from firing to the first beat. */
  firstBeat: number;
  /** IRM's heartbeat interval, its default where nobody noted it. */
  interval: number;
  intervalIsKnown: boolean;
  /** `one` only when somebody said so and nothing speaks against it. */
  replicas: 'one' | 'several' | 'unknown';
}

/**
 * How late a beat may be before it is called so, in milliseconds. The `Date` header counts in whole seconds, and an
 * evaluation or a flush may wait for the one before it.
 */
export const TOLERANCE = 5_000;

/** Whether the next beat is not overdue yet. */
export const isInTime = ({ lastBeat, now, gap, interval }: Observation): boolean =>
  lastBeat !== undefined && now <= lastBeat + (gap ?? interval) + TOLERANCE;

/** What is saved through the provisioning API reaches the running Alertmanager up to this much later (docs/stand-ins.md). */
const LOADING_LOCKED = 60_000;

/** Grafana gives up on an attempt after this long, in milliseconds; an attempt shows when it is over. */
const LONGEST_ATTEMPT = 30_000;

/** Gathers what concerns one connection out of a reading and the page's memory. */
export function observationOf(input: HealthInput): Observation {
  const { connection, reading, memory } = input;
  const { rule, interval = DEFAULT_HEARTBEAT_INTERVAL } = connection;
  const replicas = memory?.severalReplicas ? 'several' : (input.replicas ?? 'unknown');
  const count = replicas === 'several' ? Math.max(2, memory ? replicasKnown(memory) : 2) : 1;
  const report = rule && calculateTiming(rule, interval, { replicas: count, evaluation: reading.evaluation });
  const gap = report?.gap && report.gap.greatest * 1000;
  const remembered: BeatMemory | undefined = memory?.beats[memoryKey(connection)];
  const from = newest(newest(remembered?.replacedAt, beatsFrom(connection)), input.since);
  const told = beatDelivery(connection, reading);
  const delivery = told && deliveryAfter(told, from);
  const attempt = delivery?.lastAttempt;
  const lastBeat = newest(
    attemptAfter(remembered?.lastBeat, from),
    delivery?.lastError === undefined ? attempt : undefined
  );
  const isSeen = reading.problems.deliveries !== undefined || attempt !== undefined;
  // Several try in turn: what one of them tried before its last turn, another may have done since.
  const turn = rule && Math.max(rule.groupInterval, PEER_WAIT) * 1000 + (delivery?.took ?? LONGEST_ATTEMPT);
  const lasts = (count > 1 ? turn : gap) ?? interval * 1000;
  return {
    now: input.now ?? reading.serverTime,
    status: statusOf(rule, reading),
    savedAt: rule?.updatedAt,
    alert: alertOf(rule, reading),
    delivery,
    failure: failureOf(delivery, reading.serverTime, lasts, lastBeat),
    lastBeat,
    stoppedSince: remembered?.stoppedSince,
    unseenSince: isSeen ? undefined : remembered?.unseenSince,
    unwatchedUntil: isSeen ? undefined : remembered?.unwatchedUntil,
    gap,
    firstBeat: (report?.firstBeat?.greatest ?? 0) * 1000 + (rule && isLocked(rule) ? LOADING_LOCKED : 0) + TOLERANCE,
    interval: interval * 1000,
    intervalIsKnown: connection.interval !== undefined,
    replicas,
  };
}

/**
 * A failed attempt is repeated at every flush, so one that is older than a whole gap is the memory of a replica that
 * has nothing more to send, because another one delivered in its place (docs/replicas.md). It says nothing of now.
 * Measured against the reading, not against the clock: later attempts would not be in it.
 */
function failureOf(
  delivery: IntegrationStatus | undefined,
  seenAt: number,
  within: number,
  lastBeat: number | undefined
): Observation['failure'] {
  if (delivery?.lastError === undefined || delivery.lastAttempt === undefined) {
    return undefined;
  }
  // Another replica delivered after this one had failed.
  if (lastBeat !== undefined && lastBeat > delivery.lastAttempt) {
    return undefined;
  }
  const isNews = seenAt - delivery.lastAttempt <= within + TOLERANCE;
  return isNews ? { message: delivery.lastError, at: delivery.lastAttempt } : undefined;
}
