import { PLUGIN_ID } from '../../transport/pluginId';
import { withAction } from '../../ui/askedAction';
import type { StepId } from './stepProps';

/** Address part of a connection of which Grafana holds nothing yet. */
export const NEW_CONNECTION = 'new';

const ROOT = `/a/${PLUGIN_ID}`;

/** A connection's own page, where the wizard ends. */
export const finishedPath = (connection: string) => `${ROOT}/status/${encodeURIComponent(connection)}`;

/** Where the endpoint of a connection that exists is changed, together with its heartbeat. */
export const changeEndpointPath = (connection: string) => withAction(finishedPath(connection), 'rotate');

/** The connection's page with the question whether to send a real alert. */
export const realAlertPath = (connection: string) => withAction(finishedPath(connection), 'realAlert');

/** Address of a connection where the wizard itself chooses the step: the first that is not done. */
export const connectionPath = (connection: string) => `${ROOT}/setup/${connection}`;

export const stepPath = (connection: string, step: StepId) => `${connectionPath(connection)}/${step}`;
