import { PLUGIN_ID } from '../transport/pluginId';

/** Where alerts of a rule, or alerts for a connection, are routed. */
export const routePath = (to: { rule: string } | { connection: string }) =>
  `/a/${PLUGIN_ID}/route?${new URLSearchParams(to)}`;
