import { arrivalOf } from '../endpoint/arrival';
import type { Connection } from './connections';

/**
 * Names of the contact points that send alerts to a connection, each once; new policies name the first one. Those that
 * IRM refuses count only where it refuses all, because a repair mends the first.
 */
export function targetsOf({
  alertContactPoint,
  otherAlertContactPoints,
}: Pick<Connection, 'alertContactPoint' | 'otherAlertContactPoints'>): string[] {
  const all = [...(alertContactPoint ? [alertContactPoint] : []), ...otherAlertContactPoints];
  const arriving = all.filter(arrivalOf);
  return [...new Set((arriving.length > 0 ? arriving : all).map(({ name }) => name))];
}
