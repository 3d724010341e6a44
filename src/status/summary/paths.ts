import { connectionsPath } from '../../ui/connectionsNav';
import { PLUGIN_ID } from '../../transport/pluginId';

/** All connections. */
export const overviewPath = connectionsPath;

/** One connection in full: the default export of `detail/DetailPage.tsx`. */
export const connectionPath = (id: string) => `${connectionsPath()}/${encodeURIComponent(id)}`;

const SETUP = `/a/${PLUGIN_ID}/setup`;

/** The wizard for a connection that is not there yet. */
export const newConnectionPath = () => `${SETUP}/new`;

/** Where the wizard goes on with a connection. */
export const setupConnectionPath = (id: string) => `${SETUP}/${encodeURIComponent(id)}`;

/** Which alert rules reach a connection, or of all rules without one. */
export const coveragePath = (connection?: string) =>
  `/a/${PLUGIN_ID}/coverage${connection === undefined ? '' : `?${new URLSearchParams({ connection })}`}`;
