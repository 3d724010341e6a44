import { CONNECTION_LABEL } from '../connection/desired/objects';

/**
 * Id of the connection whose heartbeat an alert is; undefined for every other alert. The context is that of Grafana's
 * extension point for alerts, which is typed nowhere: `{ instance: { labels }, rule? }`.
 */
export function connectionOfAlert(context: unknown): string | undefined {
  const id = field(field(field(context, 'instance'), 'labels'), CONNECTION_LABEL);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/**
 * Grafana hands over a read-only proxy around an object that may be frozen, and such a proxy throws on every plain
 * access to an object within (measured on 12.4.0). Its descriptors are the originals'.
 */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
