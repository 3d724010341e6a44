import type { StepId } from './stepProps';

/** Address part of a connection of which Grafana holds nothing yet. */
export const NEW_CONNECTION = 'new';

const ROOT = '/a/irmconnect-setup-app/setup';

export { connectionsPath as startPath } from '../../ui/connectionsNav';

/** Address of a connection where the wizard itself chooses the step: the first that is not done. */
export const connectionPath = (connection: string) => `${ROOT}/${connection}`;

export const stepPath = (connection: string, step: StepId) => `${ROOT}/${connection}/${step}`;
