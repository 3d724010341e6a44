import { setupConnectionPath } from '../../summary/paths';

/** Grafana's page where an administrator chooses the Alertmanagers. */
export const alertingSettingsPath = () => '/alerting/admin';

/** The wizard's step that sets up the heartbeat of a connection. */
export const setUpHeartbeatPath = (id: string) => `${setupConnectionPath(id)}/heartbeat`;
