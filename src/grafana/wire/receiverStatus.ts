import * as z from '../../transport/zod';
import type { DeliveryStatus } from '../../connection/port/grafanaPort';
import { withoutSecrets } from '../../transport/masking';
import { causeOfFailure } from './testFailures';
import { millisecondsFromGo, timeFromWire } from './time';

/** What each contact point last did on this replica (state.json, state-failing.json). */
export const receiverStatusList = z.array(
  z.looseObject({
    name: z.string(),
    integrations: z.nullish(
      z.array(
        z.looseObject({
          name: z.string(),
          lastNotifyAttempt: z.nullish(z.string()),
          lastNotifyAttemptDuration: z.nullish(z.string()),
          lastNotifyAttemptError: z.nullish(z.string()),
          sendResolved: z._default(z.boolean(), true),
        })
      )
    ),
  })
);

/** An integration's `name` is its type here. Errors lose their secrets and gain a cause. */
export function deliveryStatusFromWire(receiver: z.infer<typeof receiverStatusList>[number]): DeliveryStatus {
  return {
    name: receiver.name,
    integrations: (receiver.integrations ?? []).map(
      ({ name, lastNotifyAttempt, lastNotifyAttemptDuration, lastNotifyAttemptError, sendResolved }) => ({
        type: name,
        lastAttempt: timeFromWire(lastNotifyAttempt),
        took: millisecondsFromGo(lastNotifyAttemptDuration ?? undefined),
        lastError: lastNotifyAttemptError ? withoutSecrets(lastNotifyAttemptError) : undefined,
        cause: lastNotifyAttemptError ? causeOfFailure(lastNotifyAttemptError) : undefined,
        sendResolved,
      })
    ),
  };
}
