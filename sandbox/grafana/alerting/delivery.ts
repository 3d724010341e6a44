import type { Clock } from '../../clock';
import { deliverWebhook, unsentError } from '../webhook/deliver';
import { webhookPayload, type NotifiedAlert } from '../webhook/payload';
import type { Alert } from './dispatch/alerts';
import type { Deliver } from './dispatch/notify';

interface DeliveryDeps {
  clock: Clock;
  rootUrl: string;
  send: typeof fetch;
}

function silenceURL(rootUrl: string, { labels }: Alert): string {
  const own = Object.entries(labels).filter(([name]) => !/^__.*__$/.test(name) && !GIVEN_BY_RULE.has(name));
  const matchers = own.map(([name, value]) => `${name}=${value}`).sort();
  const query = new URLSearchParams([
    ['alertmanager', 'grafana'],
    ...[`__alert_rule_uid__=${labels.__alert_rule_uid__ ?? ''}`, ...matchers].map((text) => ['matcher', text]),
    ['orgId', '1'],
  ]);
  return `${rootUrl}/alerting/silence/new?${query.toString()}`;
}

const GIVEN_BY_RULE = new Set(['alertname', 'grafana_folder']);

function notified(rootUrl: string, alert: Alert & { resolved: boolean }): NotifiedAlert {
  const { labels, annotations, fingerprint } = alert;
  return {
    status: alert.resolved ? 'resolved' : 'firing',
    labels,
    annotations,
    startsAt: new Date(alert.startsAt).toISOString().replace('.000Z', 'Z'),
    endsAt: new Date(alert.endsAt).toISOString().replace('.000Z', 'Z'),
    generatorURL: `${alert.generatorURL}?orgId=1`,
    fingerprint,
    values: annotations.__values__ ? (JSON.parse(annotations.__values__) as Record<string, number>) : null,
    valueString: annotations.__value_string__ ?? '',
    silenceURL: silenceURL(rootUrl, alert),
  };
}

/** Takes notifications out of the stand-in: webhooks and OnCall's like them over HTTP; other types fail as without their settings. */
export function createDeliver({ clock, rootUrl, send }: DeliveryDeps): Deliver {
  return async ({ integration, receiver, groupKey, groupLabels, alerts, timeoutMs }) => {
    const { type, settings } = integration;
    const unsent = unsentError(type);
    if (unsent !== undefined) {
      return { error: unsent, durationMs: 0 };
    }
    const payload = webhookPayload({
      receiver,
      rootUrl,
      orgId: 1,
      groupKey,
      groupLabels,
      alerts: alerts.map((alert) => notified(rootUrl, alert)),
      maxAlerts: Number(settings.maxAlerts ?? 0),
    });
    return deliverWebhook({ settings, payload, send, clock, timeoutMs: Math.min(timeoutMs, WEBHOOK_TIMEOUT_MS) });
  };
}

/** Grafana's HTTP client for notifications waits no longer than this. */
const WEBHOOK_TIMEOUT_MS = 30_000;
