import { useOverviewWithIrm } from '../summary/useOverviewWithIrm';
import { OverviewOf } from './OverviewPage';

/** The page of connections where IRM's API is set up, which can tell what Grafana alone cannot. */
export default function OverviewWithIrm() {
  return <OverviewOf reading={useOverviewWithIrm()} />;
}
