import { alertDelivery, attemptAfter, beatsFrom, deliveryAfter } from '../../connection/health/deliveries';
import { memoryKey, newest } from '../../connection/health/memory';
import type { Connection } from '../../connection/ownership/connections';
import type { ReadingData } from '../../ui/reading/useReading';
import type { Journey } from './journey';

/**
 * Whether messages are known to reach the integration: a test alert was answered in this browser session, Grafana's
 * last alert through the contact point was delivered, or a heartbeat was, which goes to the same integration. Undefined
 * where nothing of this was seen, and Grafana's deliveries could not be read.
 */
export function isProven(
  connection: Connection | undefined,
  { reading, memory }: Pick<ReadingData, 'reading' | 'memory'>,
  { madeAt, testedAt, enabledAt }: Journey
): boolean | undefined {
  if (!connection) {
    return testedAt !== undefined;
  }
  // Grafana keeps deliveries by name: what left before is of a contact point that was removed.
  const told = alertDelivery(connection, reading);
  const alert = told && deliveryAfter(told, madeAt);
  if (alert?.lastError !== undefined) {
    return false;
  }
  const lastBeat = memory.beats[memoryKey(connection)]?.lastBeat;
  const isSeen =
    testedAt !== undefined ||
    alert?.lastAttempt !== undefined ||
    attemptAfter(lastBeat, newest(beatsFrom(connection), enabledAt)) !== undefined;
  return isSeen || (reading.problems.deliveries ? undefined : false);
}
