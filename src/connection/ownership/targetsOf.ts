import type { Connection } from './connections';

/** Names of the contact points that send alerts to a connection, each once; new policies name the first one. */
export function targetsOf({
  alertContactPoint,
  otherAlertContactPoints,
}: Pick<Connection, 'alertContactPoint' | 'otherAlertContactPoints'>): string[] {
  const all = [...(alertContactPoint ? [alertContactPoint] : []), ...otherAlertContactPoints];
  return [...new Set(all.map(({ name }) => name))];
}
