import { PLUGIN_ID } from '../transport/pluginId';

/** The page that routes alerts to a connection, or one rule's. */
export function routePath(about: { connection?: string; rule?: string }): string {
  return `/a/${PLUGIN_ID}/route?${new URLSearchParams(about)}`;
}
