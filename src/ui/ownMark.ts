import { PLUGIN_ID } from '../transport/pluginId';

/**
 * Says that what stands in this element is the plugin's own. In Grafana's frontend sandbox its code gets an empty copy
 * in place of every other element, so that lists have no height and nothing takes the focus. Grafana sets this itself
 * around what a module exports, but not where the module waits for its texts first, as `module.tsx` does
 * (docs/facts.md#plugins-and-their-proxy).
 */
export const ownMark = { 'data-plugin-sandbox': PLUGIN_ID };
