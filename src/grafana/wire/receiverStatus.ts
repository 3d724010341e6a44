import * as v from 'valibot';
import type { DeliveryStatus } from '../../connection/port/grafanaPort';
import { withoutSecrets } from '../../transport/masking';
import { causeOfFailure } from './testFailures';
import { millisecondsFromGo, timeFromWire } from './time';

/** What each contact point last did on this replica (state.json, state-failing.json). */
export const receiverStatusList = v.array(
  v.looseObject({
    name: v.string(),
    integrations: v.nullish(
      v.array(
        v.looseObject({
          name: v.string(),
          lastNotifyAttempt: v.nullish(v.string()),
          lastNotifyAttemptDuration: v.nullish(v.string()),
          lastNotifyAttemptError: v.nullish(v.string()),
          sendResolved: v.optional(v.boolean(), true),
        })
      )
    ),
  })
);

/** An integration's `name` is its type here. Errors lose their secrets and gain a cause. */
export function deliveryStatusFromWire(receiver: v.InferOutput<typeof receiverStatusList>[number]): DeliveryStatus {
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
