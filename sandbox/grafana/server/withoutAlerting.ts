import type { MiddlewareHandler } from 'hono';

import type { Clock } from '../../clock';
import type { GrafanaEnv } from '../context';
import { GROUP } from '../platform/groupVersion';
import type { UnifiedAlertingConfiguration } from './configuration';

const ALERTING = /^\/api\/(v1\/(provisioning|ngalert|rules)|ruler|prometheus|alertmanager|alert-notifiers)(\/|$)/;
/** Answered by the organisation's Alertmanager, while it runs. */
const RUNNING = /^\/api\/alertmanager\//;
/** Kept in its configuration. */
const CONFIGURED = /^\/api\/v1\/provisioning\/(contact-points|policies|mute-timings)(\/|$)/;

const isNotificationsApi = (path: string) => path.startsWith(`/apis/${GROUP}/`);

/** A new organisation gets its Alertmanager with the next round over all of them. */
const ROUND_MS = 60_000;

interface Deps {
  configuration: UnifiedAlertingConfiguration;
  clock: Clock;
  organisation: number;
  isNew: boolean;
}

/**
 * Answers in the place of Grafana Alerting where there is none. Off for the server: its addresses are not there, as for
 * any unknown one (docs/facts.md#refusals). Off for the organisation, or not there yet in its first
 * minute: 500 in the words that were seen on 12.4.0; what a missing Alertmanager answers was read.
 */
export function withoutAlerting({ configuration, clock, organisation, isNew }: Deps): MiddlewareHandler<GrafanaEnv> {
  const { isEnabled, disabledOrgs } = configuration;
  const beganAt = clock.now();
  return async (c, next) => {
    const { path } = c.req;
    if (!isEnabled && (ALERTING.test(path) || isNotificationsApi(path))) {
      return c.json({ message: 'Not found' }, 404);
    }
    const hasAlertmanager = !disabledOrgs.includes(organisation) && !(isNew && clock.now() - beganAt < ROUND_MS);
    if (!hasAlertmanager && RUNNING.test(path)) {
      return c.json({ message: 'Alertmanager does not exist for this organization' }, 404);
    }
    if (!hasAlertmanager && (CONFIGURED.test(path) || isNotificationsApi(path))) {
      const message = 'No alertmanager configuration present in this organization';
      return c.json({ message, messageId: 'alerting.notification.configMissing', statusCode: 500, traceID: '' }, 500);
    }
    return next();
  };
}
