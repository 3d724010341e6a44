import type { Clock } from '../../../clock';
import type { StoredIntegration } from '../../context';
import type { Labels } from '../labels';
import type { Flush, Notify } from './aggregationGroup';
import { isResolved, type Alert } from './alerts';
import type { Peer } from './cluster';
import type { NotificationLog } from './notificationLog';
import type { Route } from './routes';
import type { RunningIntegration, RunningReceiver } from './receivers';

interface Notification {
  integration: StoredIntegration;
  receiver: string;
  groupKey: string;
  groupLabels: Labels;
  alerts: Array<Alert & { resolved: boolean }>;
  timeoutMs: number;
}

/** Carries a notification to its target. */
export type Deliver = (notification: Notification) => Promise<{ error?: string; durationMs: number }>;

/** The Alertmanager gives up on a notification when the next flush is due, yet not before this. */
const LEAST_TIMEOUT_MS = 10_000;

interface NotifyDeps {
  clock: Clock;
  receivers: ReadonlyMap<string, RunningReceiver>;
  log: NotificationLog;
  isMuted(labels: Labels, now: number): boolean;
  isHeld(route: Route, now: number): boolean;
  deliver: Deliver;
  /** The place among others; undefined before the start. */
  peer: Peer | undefined;
}

/** What happens at a flush: silenced alerts drop out, time intervals hold all back, each integration is told what it does not know yet. */
export function createNotify({ clock, receivers, log, isMuted, isHeld, deliver, peer }: NotifyDeps): Notify {
  /** Lets those before it send first. What they sent meanwhile is in the log then. */
  const waitForOthers = (waitMs: number) => new Promise<void>((resolve) => clock.schedule(waitMs, resolve));

  async function serve(integration: RunningIntegration, flush: Flush, alerts: Alert[]): Promise<boolean> {
    const { stored } = integration;
    const waitMs = peer?.waitMs() ?? 0;
    if (waitMs > 0) {
      await waitForOthers(waitMs);
      if (flush.isStopped()) {
        return false;
      }
    }
    const sendResolved = !stored.disableResolveMessage;
    const key = `${flush.groupKey}:${integration.key}`;
    const fingerprints = (resolved: boolean) =>
      alerts.filter((alert) => isResolved(alert, flush.now) === resolved).map((alert) => alert.fingerprint);
    const told = { firing: fingerprints(false), resolved: fingerprints(true) };
    const { repeatIntervalMs: repeatMs, groupIntervalMs } = flush.route;
    const needs = { now: clock.now(), due: flush.due, repeatMs, sendResolved };
    if (!log.needsNotification(key, told, needs)) {
      return true;
    }
    if (peer?.leavesItToOthers(key, flush.now)) {
      return false;
    }
    const wanted = alerts
      .map((alert) => ({ ...alert, resolved: isResolved(alert, flush.now) }))
      .filter((alert) => sendResolved || !alert.resolved);
    if (wanted.length > 0) {
      const at = clock.now();
      const { error, durationMs } = await deliver({
        integration: stored,
        receiver: stored.name,
        groupKey: flush.groupKey,
        groupLabels: flush.groupLabels,
        alerts: wanted,
        timeoutMs: Math.max(groupIntervalMs, LEAST_TIMEOUT_MS),
      });
      integration.status = { at, durationMs, error };
      if (error !== undefined) {
        peer?.noteFailure(key);
        // One try per flush: with a group interval of 1 s the recorded sink counted one try a second.
        return false;
      }
    }
    if (!flush.isStopped()) {
      log.record(key, { at: clock.now(), ...told });
    }
    return true;
  }

  return async (flush) => {
    const receiver = receivers.get(flush.route.receiver);
    const alerts = flush.alerts.filter((alert) => !isMuted(alert.labels, flush.now));
    if (!receiver || alerts.length === 0 || isHeld(flush.route, flush.now)) {
      return true;
    }
    const served = await Promise.all(receiver.integrations.map((integration) => serve(integration, flush, alerts)));
    return served.every(Boolean);
  };
}
