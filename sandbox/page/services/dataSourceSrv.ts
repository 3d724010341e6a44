import type { DataSourceInstanceSettings, DataSourceRef } from '@grafana/data';
import type { DataSourceSrv, GetDataSourceListFilters } from '@grafana/runtime';

type DataSources = Record<string, DataSourceInstanceSettings>;

/** The data sources of the organisation, to be listed and picked. Their queries are not part of the sandbox. */
export function createDataSourceSrv(dataSources: DataSources, defaultName: string): DataSourceSrv {
  const all = Object.values(dataSources);

  function find(ref?: string | DataSourceRef | null): DataSourceInstanceSettings | undefined {
    if (ref === undefined || ref === null || ref === 'default') {
      return all.find(({ name, isDefault }) => isDefault || name === defaultName);
    }
    const key = typeof ref === 'string' ? ref : ref.uid;
    return all.find(({ uid, name }) => uid === key || name === key);
  }

  return {
    get: (ref) => Promise.reject(new Error(`The sandbox does not run queries (data source ${JSON.stringify(ref)}).`)),
    getList: (filters = {}) => all.filter((one) => matches(one, filters)).sort((a, b) => a.name.localeCompare(b.name)),
    getInstanceSettings: find,
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- Grafana 13 gives a promise here, 12.3 nothing
    reload: () => Promise.resolve(),
    registerRuntimeDataSource: () => undefined,
  };
}

function matches(source: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  const { meta } = source;
  if (meta.builtIn) {
    return Boolean(filters.all);
  }
  const types = filters.type === undefined ? undefined : [filters.type].flat();
  return (
    (!filters.metrics || Boolean(meta.metrics)) &&
    (!filters.logs || Boolean(meta.logs)) &&
    (!filters.tracing || Boolean(meta.tracing)) &&
    (!filters.annotations || Boolean(meta.annotations)) &&
    (!filters.alerting || Boolean(meta.alerting)) &&
    (!filters.pluginId || meta.id === filters.pluginId) &&
    (!types || types.includes(source.type)) &&
    (!filters.filter || filters.filter(source))
  );
}
