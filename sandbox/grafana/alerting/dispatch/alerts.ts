import type { Labels } from '../labels';

/** An alert as the Alertmanager holds it. Times are milliseconds of the clock. */
export interface Alert {
  fingerprint: string;
  labels: Labels;
  annotations: Labels;
  startsAt: number;
  /** In the past: resolved. In the future: when it counts as resolved unless it is sent again. */
  endsAt: number;
  updatedAt: number;
  generatorURL: string;
}

export function isResolved(alert: Alert, now: number): boolean {
  return alert.endsAt <= now;
}

/** Resolved alerts stay known for a while, as in the Alertmanager, so that a late resolved message can still leave. */
const KEEP_RESOLVED_MS = 30 * 60_000;

export interface AlertStore {
  put(alert: Alert): void;
  all(): Alert[];
  removeOld(now: number): void;
  clear(): void;
}

export function createAlertStore(): AlertStore {
  const alerts = new Map<string, Alert>();
  return {
    put: (alert) => void alerts.set(alert.fingerprint, alert),
    all: () => [...alerts.values()],
    removeOld(now) {
      for (const alert of alerts.values()) {
        if (alert.endsAt + KEEP_RESOLVED_MS < now) {
          alerts.delete(alert.fingerprint);
        }
      }
    },
    clear: () => alerts.clear(),
  };
}
