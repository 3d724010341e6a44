import type { GrafanaVersion } from '../context';
import { formatDuration } from '../alerting/duration';
import type { GrafanaConfiguration } from './configuration';
import type { DataSource } from './dataSources';

interface Settings {
  version: GrafanaVersion;
  rootUrl: string;
  startedAt: number;
  dataSources: DataSource[];
  configuration: GrafanaConfiguration;
}

/** `GET /api/frontend/settings`: the fields that pages and plugins read. */
export function frontendSettings({ version, rootUrl, startedAt, dataSources, configuration }: Settings) {
  const byName = dataSources.map(({ name, ...rest }) => [name, { name, ...rest }]);
  return {
    buildInfo: {
      hideVersion: false,
      version,
      versionString: `Grafana v${version} (NA)`,
      commit: 'NA',
      commitShort: 'NA',
      buildstamp: Math.floor(startedAt / 1000),
      edition: 'Open Source',
      latestVersion: '',
      hasUpdate: false,
      env: 'production',
    },
    unifiedAlertingEnabled: configuration.unifiedAlerting.isEnabled,
    unifiedAlerting: {
      minInterval: formatDuration(configuration.unifiedAlerting.minIntervalSeconds * 1000),
      stateHistory: {
        backend: configuration.unifiedAlerting.stateHistoryBackend,
        prometheusMetricName: 'GRAFANA_ALERTS',
      },
      recordingRulesEnabled: true,
      alertStateHistoryBackend: configuration.unifiedAlerting.stateHistoryBackend,
    },
    anonymousEnabled: configuration.anonymous.isEnabled,
    namespace: 'default',
    appUrl: `${rootUrl}/`,
    appSubUrl: new URL(rootUrl).pathname.replace(/\/+$/, ''),
    datasources: Object.fromEntries(byName) as unknown,
    defaultDatasource: dataSources.find(({ isDefault }) => isDefault)?.name ?? '',
    featureToggles: Object.fromEntries(configuration.toggles.map((name) => [name, true])),
  };
}
