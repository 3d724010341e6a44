import { Text } from '@grafana/ui';
import { lazy } from 'react';
import { alertingOffTitle } from '../../ui/AlertingOff';
import { useServices } from '../../ui/data/services';
import { Loaded } from '../../ui/Loaded';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { useOverview } from '../summary/useOverview';
import { REFRESH_MS, StatusOf, type CompactStatusProps } from './StatusOf';

const StatusWithIrm = lazy(() => import('./StatusWithIrm'));

/** The state of one connection or of all, small enough for somebody else's page. */
export function CompactStatus(props: CompactStatusProps) {
  const { capabilities, irm } = useServices();
  if (!capabilities.hasAlerting) {
    return <Text color="secondary">{alertingOffTitle()}</Text>;
  }
  const alone = <StatusOfGrafana {...props} />;
  return irm ? (
    <Loaded instead={alone} meanwhile={<PageSkeleton lines={2} />}>
      <StatusWithIrm {...props} />
    </Loaded>
  ) : (
    alone
  );
}

function StatusOfGrafana({ connectionId }: CompactStatusProps) {
  return <StatusOf reading={useOverview({ refreshMs: REFRESH_MS })} connectionId={connectionId} />;
}
