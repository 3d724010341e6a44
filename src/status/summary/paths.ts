import { PLUGIN_ID } from '../../transport/pluginId';

const ROOT = `/a/${PLUGIN_ID}/status`;

/** All connections. */
export const overviewPath = () => ROOT;

/** One connection in full: the default export of `detail/DetailPage.tsx`. */
export const connectionPath = (id: string) => `${ROOT}/${encodeURIComponent(id)}`;

const SETUP = `/a/${PLUGIN_ID}/setup`;

export const setupPath = () => SETUP;

/** Where the wizard goes on with a connection. */
export const setupConnectionPath = (id: string) => `${SETUP}/${encodeURIComponent(id)}`;
