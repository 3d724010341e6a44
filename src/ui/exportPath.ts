import { PLUGIN_ID } from '../transport/pluginId';

/** Stands for every connection in the address of the export. */
export const ALL_CONNECTIONS = 'all';

/** The page that shows one connection, or all of them, as code. */
export const exportPath = (connectionId: string = ALL_CONNECTIONS) =>
  `/a/${PLUGIN_ID}/export?connection=${encodeURIComponent(connectionId)}`;
