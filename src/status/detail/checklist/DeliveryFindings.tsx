import { Text } from '@grafana/ui';
import type { Delivered } from '../../../connection/health/checklist/types';
import { describeTestVerdict } from '../../../ui/describeTestVerdict';
import { OwnWords } from './OwnWords';

/** What a failed delivery means and what to do about it, with Grafana's own words beside it. */
export function DeliveryFindings({ delivered: { error, cause = 'other' } }: { delivered: Delivered }) {
  if (error === undefined) {
    return null;
  }
  return (
    <>
      <Text element="p">{describeTestVerdict({ kind: 'failed', cause, message: error }, false).text}</Text>
      <OwnWords text={error} />
    </>
  );
}
