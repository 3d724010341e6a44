import { PLUGIN_ID } from './pluginId';
import type { Transport } from './transport';

/** The servers that the plugin's proxy routes lead to. */
type ProxyTarget = 'grafana' | 'irm';

interface Options {
  target?: ProxyTarget;
  pluginId?: string;
  /** Where the routes lead, as the settings say; for error texts. */
  address?: string;
  /** The namespace that the settings give to the routes of the app platform; '' when they have none. */
  namespace?: string;
}

/**
 * Calls Grafana or IRM through the plugin's backend proxy, where the token is added. The routes in `plugin.json` name
 * every endpoint and verb that may be called, and the role that a user needs for it.
 */
export function proxyTransport(
  session: Transport,
  { target = 'grafana', pluginId = PLUGIN_ID, address = '', namespace }: Options = {}
): Transport {
  return {
    way: 'proxy',
    address,
    ...(namespace !== undefined && { namespace }),
    session,
    request: (call) => session.request({ ...call, path: `/api/plugin-proxy/${pluginId}/${target}${call.path}` }),
  };
}
