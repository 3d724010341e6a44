import { PLUGIN_ID } from './pluginId';
import type { Transport } from './transport';

/** The servers that the plugin's proxy routes lead to. */
export type ProxyTarget = 'grafana' | 'irm';

/**
 * Calls Grafana or IRM through the plugin's backend proxy, where the token is added. The routes in `plugin.json` name
 * every endpoint and verb that may be called, and the role that a user needs for it.
 */
export function proxyTransport(
  session: Transport,
  { target = 'grafana', pluginId = PLUGIN_ID }: { target?: ProxyTarget; pluginId?: string } = {}
): Transport {
  return {
    way: 'proxy',
    request: (call) => session.request({ ...call, path: `/api/plugin-proxy/${pluginId}/${target}${call.path}` }),
  };
}
