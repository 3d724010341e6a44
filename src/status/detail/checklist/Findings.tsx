import type { ChecklistItem } from '../../../connection/health/checklist/types';
import { TimingReasons } from '../../../ui/timing/TimingReasons';
import { DeliveryFindings } from './DeliveryFindings';
import { DriftFindings } from './DriftFindings';
import { MuteTimingFindings } from './MuteTimingFindings';
import { OwnWords } from './OwnWords';
import { PermissionFindings } from './PermissionFindings';
import { SilenceFindings } from './SilenceFindings';

/** What an item found beyond its answer. */
export default function Findings({ item, now }: { item: ChecklistItem; now: number }) {
  switch (item.id) {
    case 'permission':
      return <PermissionFindings refused={item.data.refused} />;
    case 'ruleUnchanged':
    case 'heartbeatContactPoint':
    case 'alertContactPoint':
      return <DriftFindings drifts={item.data.drifts} />;
    case 'queryWorks':
      return item.data.error ? <OwnWords text={item.data.error} /> : null;
    case 'timing':
      return <TimingReasons reasons={item.data.reasons} />;
    case 'silence':
      return <SilenceFindings ids={item.data.silences} now={now} />;
    case 'muteTiming':
    case 'activeTiming':
      return <MuteTimingFindings names={item.data.names} />;
    case 'beatDelivery':
      return <DeliveryFindings delivered={item.data} sent="beat" />;
    case 'alertDelivery':
      return <DeliveryFindings delivered={item.data} sent="alert" />;
    default:
      return null;
  }
}
