import type { Hono } from 'hono';

import type { Clock } from '../clock';
import { answer } from './access';
import type { Alerting } from './alerting';
import type { GrafanaEnv, GrafanaVersion, May } from './context';
import { deprecatedIn13 } from './deprecation';
import { muteTimingRoutes } from './muteTimings/routes';
import type { MuteTimingStore } from './muteTimings/store';
import { notBuiltAnswer } from './notBuilt';
import { accountRoutes } from './people/accountRoutes';
import { mayOf } from './people/permissions';
import { serviceAccountRoutes } from './people/serviceAccountRoutes';
import { signedIn, signInRoutes } from './people/signIn';
import type { People } from './people/store';
import { groupVersion, GROUP } from './platform/groupVersion';
import { platformRoutes } from './platform/routes';
import type { PluginManifest } from './plugin/manifest';
import { pluginProxyRoutes } from './plugin/proxyRoutes';
import { pluginSettingsRoutes } from './plugin/settingsRoutes';
import type { SettingsStore } from './plugin/settingsStore';
import { policyExportRoutes } from './policies/exportRoutes';
import { policyRoutes } from './policies/routes';
import type { PolicyStore } from './policies/store';
import { exportRoutes } from './receivers/exportRoutes';
import { contactPointRoutes } from './receivers/provisioning';
import { rawConfigurationRoutes } from './receivers/rawConfiguration';
import type { ReceiverStore } from './receivers/store';
import { alertmanagerTestRoutes } from './receivers/receiverTest/alertmanagerTest';
import { createUsage } from './receivers/usage';
import type { GrafanaConfiguration } from './server/configuration';
import { onlyIntegrations } from './server/allowedIntegrations';
import { dataSourceRoutes, type DataSource } from './server/dataSources';
import { frontendSettings } from './server/frontendSettings';
import { withinRuleQuota } from './server/ruleQuota';
import { withoutAlerting } from './server/withoutAlerting';

export interface Parts {
  version: GrafanaVersion;
  clock: Clock;
  rootUrl: string;
  send: typeof fetch;
  people: People;
  receivers: ReceiverStore;
  policies: PolicyStore;
  muteTimings: MuteTimingStore;
  settings: SettingsStore;
  protectsAddresses: Record<'provisioning' | 'platform', boolean>;
  configuration: GrafanaConfiguration;
  /** Addresses that this Grafana does not have any longer. */
  gone: string[];
  /** Whether it has just been made, and has no Alertmanager for its first minute. */
  isNewOrganisation: boolean;
  organisationName: string;
  plugin: PluginManifest | undefined;
  alerting: Alerting;
  dataSources: DataSource[];
}

/** The stand-in has one. */
export const ORGANISATION = 1;
const ALERTMANAGER = '/api/alertmanager/grafana/config/api/v1';
const PROVISIONING = '/api/v1/provisioning';
const RULE_OBJECTS = '/apis/rules.alerting.grafana.app/v0alpha1/namespaces/default/alertrules';

/** Puts every API at its address; who is not signed in gets no further than sign-in and health. */
export function mountParts(app: Hono<GrafanaEnv>, parts: Parts): void {
  const { version, clock, rootUrl, send, people, receivers, policies, settings, alerting } = parts;
  const { plugin, dataSources, muteTimings, protectsAddresses, configuration } = parts;
  const usage = createUsage(policies, alerting.rules);
  const startedAt = clock.now();
  const test = { version, clock, rootUrl, send, store: receivers };

  function renamed(from: string, to: string) {
    alerting.rules.renameReceiver(from, to);
    policies.renameReceiver(from, to);
  }

  app.route('/', signInRoutes(people));
  app.get('/api/health', (c) => c.json({ database: 'ok', version, commit: 'NA' }));
  app.use('/api/*', signedIn(people, configuration.anonymous));
  app.use('/apis/*', signedIn(people, configuration.anonymous));
  app.use(
    '*',
    withoutAlerting({
      ...{ clock, organisation: ORGANISATION },
      configuration: configuration.unifiedAlerting,
      isNew: parts.isNewOrganisation,
    })
  );

  for (const path of parts.gone) {
    app.all(path, (c) => c.json({ message: 'Not found' }, 404));
  }

  const dataSourceUids = dataSources.map(({ uid }) => uid);
  const { provisioning, platform } = protectsAddresses;
  const isProtected = provisioning || platform;
  const rights = {
    version,
    store: receivers,
    folders: alerting.folders,
    protectsAddresses: isProtected,
    dataSourceUids,
  };
  for (const path of ['/api/*', '/apis/*']) {
    app.use(path, async (c, next) => {
      // Read once for a request and only when asked for: what it makes does not change what it may do.
      let may: May | undefined;
      c.set('may', (action, scope) => (may ??= mayOf(c.get('user'), rights))(action, scope));
      return next();
    });
  }

  app.get('/api/frontend/settings', () =>
    answer(200, frontendSettings({ version, rootUrl, startedAt, dataSources, configuration }))
  );
  app.route('/api', accountRoutes(rights, parts.organisationName));
  app.route('/api/serviceaccounts', serviceAccountRoutes(people));
  app.route('/api/datasources', dataSourceRoutes(dataSources));
  app.route('/api/plugins', pluginSettingsRoutes(plugin, settings));
  app.route('/api/plugin-proxy', pluginProxyRoutes({ plugin, settings, send }));

  const { allowedIntegrations } = configuration.unifiedAlerting;
  if (version === '13.2.1' && allowedIntegrations) {
    app.use(`${PROVISIONING}/contact-points/*`, onlyIntegrations(allowedIntegrations));
    app.use(`/apis/${GROUP}/*`, onlyIntegrations(allowedIntegrations));
  }

  if (configuration.alertRulesPerOrganisation !== undefined) {
    app.use(
      '*',
      withinRuleQuota(configuration.alertRulesPerOrganisation, () => alerting.rules.count())
    );
  }

  const successor = `/apis/${GROUP}/${groupVersion(version)}/namespaces/default`;
  for (const [path, replacement] of [
    ['mute-timings', `${successor}/timeintervals`],
    ['contact-points', `${successor}/receivers`],
    ['policies', `${successor}/routingtrees`],
    ['alert-rules', RULE_OBJECTS],
    ['folder', RULE_OBJECTS],
  ] as const) {
    app.use(`${PROVISIONING}/${path}`, deprecatedIn13(version, replacement));
    app.use(`${PROVISIONING}/${path}/*`, deprecatedIn13(version, replacement));
  }
  app.use('/api/ruler/*', deprecatedIn13(version, RULE_OBJECTS));
  app.route(`${PROVISIONING}/contact-points/export`, exportRoutes(receivers));
  app.route(
    `${PROVISIONING}/contact-points`,
    contactPointRoutes({ store: receivers, usage, renamed, version, protectsAddresses: provisioning })
  );
  app.route(`${PROVISIONING}/policies/export`, policyExportRoutes(policies));
  app.route(`${PROVISIONING}/policies`, policyRoutes({ version, policies, receivers, timeIntervals: muteTimings }));
  app.route(`${PROVISIONING}/mute-timings`, muteTimingRoutes({ timings: muteTimings, usage: usage.timeInterval }));
  app.route(`${ALERTMANAGER}/receivers/test`, alertmanagerTestRoutes(test));
  app.route(`${ALERTMANAGER}/alerts`, rawConfigurationRoutes(version, receivers, policies));
  app.route('/', alerting.routes);
  app.route(
    `/apis/${GROUP}`,
    platformRoutes({ ...test, usage, renamed, policies, muteTimings, protectsAddresses: platform })
  );

  app.notFound((c) => notBuiltAnswer(c.req.method, c.req.path) ?? c.json({ message: 'Not found' }, 404));
}
