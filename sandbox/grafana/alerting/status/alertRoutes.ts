import { Hono, type Context } from 'hono';

import { opensBy } from '../../access';
import type { GrafanaEnv } from '../../context';
import type { RunningAlertmanager } from '../dispatch/alertmanager';
import type { Alert } from '../dispatch/alerts';
import { formatGoDuration } from '../duration';
import { goPattern } from '../goPattern';
import { json } from '../http';
import { matchesAll, parseMatcher, type Labels, type Matcher } from '../labels';
import { inMilliseconds } from '../times';

interface AlertDeps {
  alertmanager: RunningAlertmanager;
  now(): number;
}

const BASE = '/api/alertmanager/grafana';

/** Which rights open these two: docs/facts.md#permissions. */
const ALERTS = 'alert.instances:read';
const ALERT_WAYS = [[ALERTS]];
const RECEIVER_ACTIONS = [
  'alert.notifications:read',
  'alert.notifications.receivers:read',
  'alert.notifications.receivers.secrets:read',
];
const RECEIVERS = `any of ${RECEIVER_ACTIONS.join(', ')}`;
const RECEIVER_WAYS = RECEIVER_ACTIONS.map((action) => [action]);

interface Filter {
  matchers: Matcher[];
  isReceiver(name: string): boolean;
  active: boolean;
  silenced: boolean;
}

function readFilter(c: Context<GrafanaEnv>): Filter | undefined {
  const matchers = (c.req.queries('filter') ?? []).map(parseMatcher);
  const receiver = c.req.query('receiver');
  const isReceiver = receiver ? goPattern(receiver) : () => true;
  if (matchers.includes(undefined) || !isReceiver) {
    return undefined;
  }
  return {
    matchers: matchers.filter((matcher) => matcher !== undefined),
    isReceiver,
    active: c.req.query('active') !== 'false',
    silenced: c.req.query('silenced') !== 'false',
  };
}

function labelOrder(a: Labels, b: Labels): number {
  const text = (labels: Labels) => JSON.stringify(Object.entries(labels).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) < text(b) ? -1 : 1;
}

export function alertRoutes({ alertmanager, now }: AlertDeps): Hono<GrafanaEnv> {
  const app = new Hono<GrafanaEnv>();
  const badFilter = () => json(400, { message: 'bad matcher format' });

  function shownAlert(alert: Alert) {
    const silencedBy = alertmanager.silences.muting(alert.labels, now());
    const names = new Set(alertmanager.routesOf(alert).map(({ receiver }) => receiver));
    return {
      annotations: alert.annotations,
      endsAt: inMilliseconds(alert.endsAt),
      fingerprint: alert.fingerprint,
      receivers: [...names].map((name) => ({ name })),
      startsAt: inMilliseconds(alert.startsAt),
      status: { inhibitedBy: [], silencedBy, state: silencedBy.length > 0 ? 'suppressed' : 'active' },
      updatedAt: inMilliseconds(alert.updatedAt),
      generatorURL: alert.generatorURL,
      labels: alert.labels,
    };
  }

  function filtered(alerts: Alert[], { matchers, active, silenced }: Filter) {
    return alerts
      .filter(({ labels }) => matchesAll(matchers, labels))
      .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
      .map(shownAlert)
      .filter(({ status }) => (status.state === 'active' ? active : silenced));
  }

  app.get(`${BASE}/config/api/v1/receivers`, opensBy(RECEIVER_WAYS, RECEIVERS), () =>
    json(
      200,
      alertmanager.receivers().map(({ name, integrations }) => ({
        active: true,
        integrations: integrations.map(({ stored, status }) => ({
          lastNotifyAttempt: inMilliseconds(status?.at),
          lastNotifyAttemptDuration: formatGoDuration(status?.durationMs ?? 0),
          ...(status?.error !== undefined && { lastNotifyAttemptError: status.error }),
          name: stored.type,
          sendResolved: !stored.disableResolveMessage,
        })),
        name,
      }))
    )
  );

  app.get(`${BASE}/api/v2/alerts`, opensBy(ALERT_WAYS, ALERTS), (c) => {
    const filter = readFilter(c);
    if (!filter) {
      return badFilter();
    }
    const shown = filtered(alertmanager.alerts(), filter);
    return json(
      200,
      shown.filter(({ receivers }) => receivers.some(({ name }) => filter.isReceiver(name)))
    );
  });

  app.get(`${BASE}/api/v2/alerts/groups`, opensBy(ALERT_WAYS, ALERTS), (c) => {
    const filter = readFilter(c);
    if (!filter) {
      return badFilter();
    }
    const firing = new Set(alertmanager.alerts().map(({ fingerprint }) => fingerprint));
    const groups = alertmanager
      .groups()
      .filter(({ route }) => filter.isReceiver(route.receiver))
      .map((group) => ({
        alerts: filtered(
          group.alerts().filter(({ fingerprint }) => firing.has(fingerprint)),
          filter
        ),
        labels: group.groupLabels,
        receiver: { name: group.route.receiver },
      }))
      .filter(({ alerts }) => alerts.length > 0)
      .sort((a, b) => labelOrder(a.labels, b.labels));
    return json(200, groups);
  });

  // Measured on 12.4.0: so even where Alertmanagers gossip.
  app.get(`${BASE}/api/v2/status`, () => json(200, { cluster: { peers: [], status: 'disabled' } }));

  app.get('/api/v1/ngalert', () => json(200, { alertmanagersChoice: 'internal', numExternalAlertmanagers: 0 }));
  return app;
}
