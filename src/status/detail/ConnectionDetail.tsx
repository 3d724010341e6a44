import { Stack } from '@grafana/ui';
import { ActionBar } from './ActionBar';
import type { ActionId } from './actions/types';
import { ChecklistSection } from './checklist/ChecklistSection';
import { DetailHeader } from './DetailHeader';
import { WithDrill } from './drill/WithDrill';
import { IrmSection } from './irm/IrmSection';
import { TimelineSection } from './timeline/TimelineSection';
import { TimingSection } from './TimingSection';
import type { Live } from './parts/useLive';

interface Props {
  live: Live;
  onAction(action: ActionId): void;
}

/** State first, then what to do, then the evidence. */
export function ConnectionDetail({ live, onAction }: Props) {
  const { rule, heartbeatContactPoint } = live.connection;
  const hasHeartbeat = rule !== undefined || heartbeatContactPoint !== undefined;
  return (
    <Stack direction="column" gap={4} alignItems="stretch">
      <DetailHeader live={live} onAction={onAction} />
      <WithDrill live={live}>
        <ActionBar live={live} onAction={onAction} />
        {hasHeartbeat && <TimelineSection live={live} />}
        <IrmSection live={live} onAction={onAction} />
        <ChecklistSection live={live} onAction={onAction} />
        {rule && <TimingSection rule={rule} interval={live.connection.interval} />}
      </WithDrill>
    </Stack>
  );
}
