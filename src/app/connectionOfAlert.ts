import { CONNECTION_LABEL } from '../connection/desired/objects';

/**
 * Id of the connection whose heartbeat an alert or a rule is; undefined for every other. The contexts are those of
 * Grafana's extension points, which are typed nowhere: `{ instance: { labels }, rule? }` of an alert, `{ labels, ... }` of
 * a rule.
 */
export function connectionOfAlert(context: unknown): string | undefined {
  const id = field(field(field(context, 'instance') ?? context, 'labels'), CONNECTION_LABEL);
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/**
 * Grafana hands over a read-only proxy around an object that may be frozen, and such a proxy throws on every plain
 * access to an object within (docs/facts.md#plugins-and-their-proxy). Its descriptors are the originals'.
 */
function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}
