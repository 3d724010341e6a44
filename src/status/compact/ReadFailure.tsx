import type { GrafanaError } from '../../connection/port/grafanaPort';
import { describeGrafanaError } from '../../ui/describeGrafanaError';

/** Why Grafana could not be read. */
export default function ReadFailure({ error }: { error: GrafanaError }) {
  return <>{describeGrafanaError(error).title}</>;
}
