import type { z } from 'zod';
import type { DeliveryStatus } from '../../../connection/statusPort';
import { causeOfFailure } from '../../testFailures';
import { receiverStatusFromWire, receiverStatusList } from '../../wire/receiverStatus';

export const deliveryList = receiverStatusList;

/** Last deliveries with the cause of a failure (state-failing.json). */
export function deliveriesFromWire(list: z.infer<typeof receiverStatusList>): DeliveryStatus[] {
  return list.map(receiverStatusFromWire).map(({ name, integrations }) => ({
    name,
    integrations: integrations.map((one) => ({
      ...one,
      cause: one.lastError === undefined ? undefined : causeOfFailure(one.lastError),
    })),
  }));
}
