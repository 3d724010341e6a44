import type { GrafanaError } from '../../connection/port/grafanaPort';
import { describeReadError } from '../../ui/describeReadError';

/** Why Grafana could not be read. */
export default function ReadFailure({ error }: { error: GrafanaError }) {
  return <>{describeReadError(error).title}</>;
}
