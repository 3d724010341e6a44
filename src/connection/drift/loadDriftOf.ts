import { connectionsOf } from '../ownership/connections';
import type { GrafanaReading } from '../reading/reading';
import type { DriftOf } from './drift';
import { isInOrder } from './inOrder';

/**
 * `driftOf`, whose plans are loaded only where a connection is not plainly in order. Undefined where nobody needs it, and
 * where it cannot be loaded: health says so then of those connections, and the next reading tries again.
 */
export async function loadDriftOf(reading: GrafanaReading): Promise<DriftOf | undefined> {
  const isNeeded = connectionsOf(reading).some(
    (connection) => (connection.rule ?? connection.heartbeatContactPoint) && !isInOrder(connection, reading)
  );
  if (!isNeeded) {
    return undefined;
  }
  try {
    return (await import('./drift')).driftOf;
  } catch {
    return undefined;
  }
}
