import { setupConnectionPath } from '../../summary/paths';

/** The wizard's step that sets up the heartbeat of a connection. */
export const setUpHeartbeatPath = (id: string) => `${setupConnectionPath(id)}/heartbeat`;
