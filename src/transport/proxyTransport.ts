import { PLUGIN_ID } from './pluginId';
import type { Transport } from './transport';

/**
 * Calls Grafana through the plugin's backend proxy, where the service account's token is added. The routes in
 * `plugin.json` name every endpoint and verb that may be called, and the role that a user needs for it.
 */
export function proxyTransport(session: Transport, pluginId: string = PLUGIN_ID): Transport {
  return {
    way: 'proxy',
    request: (call) => session.request({ ...call, path: `/api/plugin-proxy/${pluginId}/grafana${call.path}` }),
  };
}
