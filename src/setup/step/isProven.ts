import { alertDelivery } from '../../connection/health/deliveries';
import { memoryKey } from '../../connection/health/memory';
import type { Connection } from '../../connection/ownership/connections';
import type { ReadingData } from '../../ui/reading/useReading';
import type { Journey } from './journey';

/**
 * Whether messages are known to reach the integration: a test alert was answered in this browser session, Grafana's
 * last alert through the contact point was delivered, or a heartbeat was, which goes to the same integration.
 */
export function isProven(
  connection: Connection | undefined,
  { reading, memory }: Pick<ReadingData, 'reading' | 'memory'>,
  { testedAt }: Journey
): boolean {
  const alert = connection && alertDelivery(connection, reading);
  if (alert?.lastError !== undefined) {
    return false;
  }
  return (
    testedAt !== undefined ||
    alert?.lastAttempt !== undefined ||
    (connection !== undefined && memory.beats[memoryKey(connection)]?.lastBeat !== undefined)
  );
}
