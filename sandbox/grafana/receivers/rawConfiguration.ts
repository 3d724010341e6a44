import { Hono } from 'hono';

import { accessDenied, hasRole } from '../access';
import type { GrafanaEnv, GrafanaVersion, Policies } from '../context';
import { redacted } from './secrets';
import type { ReceiverStore } from './store';

/** `GET /api/alertmanager/grafana/config/api/v1/alerts`; from 13 on for administrators only. */
export function rawConfigurationRoutes(
  version: GrafanaVersion,
  store: ReceiverStore,
  policies: Policies
): Hono<GrafanaEnv> {
  const routes = new Hono<GrafanaEnv>();
  routes.get('/', (c) => {
    if (version === '13.2.1' && !hasRole(c.get('user').role, 'Admin')) {
      return accessDenied('alert.notifications.config:read');
    }
    const receivers = store.receivers().map(({ name, integrations }) => ({
      name,
      grafana_managed_receiver_configs: integrations.map(({ uid, label, type, disableResolveMessage, settings }) => ({
        uid,
        name: label ?? name,
        type,
        disableResolveMessage,
        settings: redacted(settings),
        secureFields: {},
      })),
    }));
    return c.json({
      template_files: {},
      alertmanager_config: { route: policies.tree(), receivers, templates: null },
    });
  });
  return routes;
}
