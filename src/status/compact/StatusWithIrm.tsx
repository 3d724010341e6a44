import { useOverviewWithIrm } from '../summary/useOverviewWithIrm';
import { REFRESH_MS, StatusOf, type CompactStatusProps } from './StatusOf';

/** The compact state where IRM's API is set up, which can tell what Grafana alone cannot. */
export default function StatusWithIrm({ connectionId }: CompactStatusProps) {
  return <StatusOf reading={useOverviewWithIrm({ refreshMs: REFRESH_MS })} connectionId={connectionId} />;
}
