import type { Clock } from '../../../clock';
import type { Labels } from '../labels';
import { isResolved, type Alert } from './alerts';
import type { Route } from './routes';

/**
 * How much later than due each flush comes. The Alertmanager sets the timer of the next flush from within the flush,
 * so delays add up: heartbeat-timing.json (group interval 1 s) shows 240.2 s for 240 flushes and 180.1 s for 180, that
 * is about 0.8 ms each. It is why a target that answers within a millisecond or two gets a repeat interval that is a
 * multiple of the group interval kept exactly. In sixteenths, because times since 1970 have no room for 0.8: sums of it
 * are a little off, and whether a send is older than the repeat interval must not hang on that.
 */
export const FLUSH_DRIFT_MS = 13 / 16;

export interface Flush {
  route: Route;
  groupKey: string;
  groupLabels: Labels;
  alerts: Alert[];
  now: number;
  /** When it fell due: earlier than now where the flush before it took longer than the group interval. */
  due: number;
  /** True once the group was stopped: what comes back then is not written down. */
  isStopped(): boolean;
}

/** Sends what is due; true when every integration was served or had nothing to be told. */
export type Notify = (flush: Flush) => Promise<boolean>;

export interface AggregationGroup {
  readonly route: Route;
  readonly groupLabels: Labels;
  insert(alert: Alert): void;
  alerts(): Alert[];
  stop(): void;
}

export function createAggregationGroup(
  clock: Clock,
  { route, groupKey, groupLabels }: Pick<Flush, 'route' | 'groupKey' | 'groupLabels'>,
  notify: Notify
): AggregationGroup {
  const alerts = new Map<string, Alert>();
  let hasFlushed = false;
  let busy = false;
  let missed: number | undefined;
  let stopped = false;
  let cancel = clock.schedule(route.groupWaitMs, tick);

  function tick() {
    if (busy) {
      missed = clock.now();
    } else {
      void flush(clock.now());
    }
  }

  async function flush(due: number) {
    const now = clock.now();
    busy = true;
    hasFlushed = true;
    cancel = clock.schedule(route.groupIntervalMs + FLUSH_DRIFT_MS, tick);
    const sent = [...alerts.values()];
    const served = await notify({ route, groupKey, groupLabels, alerts: sent, now, due, isStopped: () => stopped });
    if (served) {
      forget(sent.filter((alert) => isResolved(alert, now)));
    }
    busy = false;
    if (missed !== undefined && !stopped) {
      const since = missed;
      missed = undefined;
      cancel();
      await flush(since);
    }
  }

  function forget(resolved: Alert[]) {
    for (const alert of resolved) {
      if (alerts.get(alert.fingerprint) === alert) {
        alerts.delete(alert.fingerprint);
      }
    }
  }

  return {
    route,
    groupLabels,
    insert(alert) {
      alerts.set(alert.fingerprint, alert);
      if (!hasFlushed && alert.startsAt + route.groupWaitMs < clock.now()) {
        cancel();
        cancel = clock.schedule(0, tick);
      }
    },
    alerts: () => [...alerts.values()],
    stop() {
      stopped = true;
      cancel();
    },
  };
}
