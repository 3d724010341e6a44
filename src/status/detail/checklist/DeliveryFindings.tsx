import { Text } from '@grafana/ui';
import type { Delivered } from '../../../connection/health/checklist/types';
import { describeDeliveryFailure } from '../../../ui/describeDeliveryFailure';
import { OwnWords } from './OwnWords';

/** What a failed delivery means and what to do about it, with Grafana's own words beside it. */
export function DeliveryFindings({ delivered, sent }: { delivered: Delivered; sent: 'beat' | 'alert' }) {
  const { error, cause = 'other' } = delivered;
  if (error === undefined) {
    return null;
  }
  return (
    <>
      <Text element="p">{describeDeliveryFailure(cause, sent).text}</Text>
      <OwnWords text={error} />
    </>
  );
}
