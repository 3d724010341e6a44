import { PLUGIN_ID } from '../transport/pluginId';
import { withAction } from './askedAction';

/** Pages of the plugin, as paths below Grafana's root; those of Grafana are in `grafana/links.ts`. */
const ROOT = `/a/${PLUGIN_ID}`;

/** All connections, which the plugin opens with. */
export const connectionsPath = () => `${ROOT}/status`;

/** One connection in full. */
export const connectionPath = (id: string) => `${connectionsPath()}/${encodeURIComponent(id)}`;

/** Where the endpoint of a connection is changed, together with its heartbeat. */
export const changeEndpointPath = (id: string) => withAction(connectionPath(id), 'rotate');

/** A connection's page with the question whether to send a real alert. */
export const realAlertPath = (id: string) => withAction(connectionPath(id), 'realAlert');

/** Stands in the address of the wizard for a connection of which Grafana holds nothing yet. */
export const NEW_CONNECTION = 'new';

/** Where the wizard goes on with a connection: it chooses the first step that is not done. */
export const setupConnectionPath = (id: string) => `${ROOT}/setup/${encodeURIComponent(id)}`;

export const newConnectionPath = () => setupConnectionPath(NEW_CONNECTION);

/** The wizard's step that sets up the heartbeat of a connection. */
export const setUpHeartbeatPath = (id: string) => `${setupConnectionPath(id)}/heartbeat`;

/** Which alert rules reach a connection, or of all rules without one. */
export const coveragePath = (connection?: string) =>
  `${ROOT}/coverage${connection === undefined ? '' : `?${new URLSearchParams({ connection })}`}`;

/** The page that routes alerts to a connection, or one rule's. */
export const routePath = (about: { connection?: string; rule?: string }) =>
  `${ROOT}/route?${new URLSearchParams(about)}`;

/** Stands for every connection in the address of the export. */
export const ALL_CONNECTIONS = 'all';

/** The page that shows one connection, or all of them, as code. */
export const exportPath = (connectionId: string = ALL_CONNECTIONS) =>
  `${ROOT}/export?connection=${encodeURIComponent(connectionId)}`;
