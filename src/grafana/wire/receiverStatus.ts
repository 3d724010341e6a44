import { z } from 'zod';
import type { ReceiverStatus } from '../../connection/grafanaPort';
import { withoutSecrets } from '../masking';
import { timeFromWire } from './time';

/** What each contact point last did on this replica (state.json, state-failing.json). */
export const receiverStatusList = z.array(
  z.looseObject({
    name: z.string(),
    integrations: z
      .array(
        z.looseObject({
          name: z.string(),
          lastNotifyAttempt: z.string().nullish(),
          lastNotifyAttemptError: z.string().nullish(),
          sendResolved: z.boolean().default(true),
        })
      )
      .nullish(),
  })
);

/** An integration's `name` is its type here. Errors lose their secrets. */
export function receiverStatusFromWire(receiver: z.infer<typeof receiverStatusList>[number]): ReceiverStatus {
  return {
    name: receiver.name,
    integrations: (receiver.integrations ?? []).map((integration) => ({
      type: integration.name,
      lastAttempt: timeFromWire(integration.lastNotifyAttempt),
      lastError: integration.lastNotifyAttemptError ? withoutSecrets(integration.lastNotifyAttemptError) : undefined,
      sendResolved: integration.sendResolved,
    })),
  };
}
