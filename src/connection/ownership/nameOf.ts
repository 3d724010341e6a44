import type { Connection } from './connections';

/** The name by which people know a connection: that of its alert contact point, else of its heartbeat's. */
export function nameOf({ alertContactPoint, heartbeatContactPoint, rule, id }: Connection): string {
  return alertContactPoint?.name ?? heartbeatContactPoint?.name ?? rule?.title ?? id;
}
