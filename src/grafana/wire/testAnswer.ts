import * as z from '../../transport/zod';
import type { TestVerdict } from '../../connection/port/testVerdict';
import { withoutSecrets } from '../../transport/masking';
import { causeOfFailure } from './testFailures';
import { millisecondsFromGo } from './time';

/** Answer of the older test API, the same for 200, 207 and 408 (receivers-test.json). */
export const receiversTestAnswer = z.looseObject({
  receivers: z.array(
    z.looseObject({
      grafana_managed_receiver_configs: z.nullish(
        z.array(z.looseObject({ status: z.string(), error: z.optional(z.string()) }))
      ),
    })
  ),
});

/** Answer of the newer one, which tests a single integration. */
export const integrationTestAnswer = z.looseObject({
  status: z.enum(['success', 'failure']),
  duration: z.optional(z.string()),
  error: z.optional(z.string()),
});

/** Undefined when the answer tells of no integration at all. */
export function verdictOfReceivers(answer: z.infer<typeof receiversTestAnswer>): TestVerdict | undefined {
  const results = answer.receivers.flatMap((receiver) => receiver.grafana_managed_receiver_configs ?? []);
  const failed = results.find(({ status }) => status !== 'ok');
  if (failed) {
    return failedVerdict(failed.error);
  }
  return results.length > 0 ? { kind: 'accepted', durationMs: undefined } : undefined;
}

/** What the app platform says of a test (receivers-test.json, "newer test API: failure"). */
export function verdictOfIntegration(answer: z.infer<typeof integrationTestAnswer>): TestVerdict {
  return answer.status === 'success'
    ? { kind: 'accepted', durationMs: millisecondsFromGo(answer.duration) }
    : failedVerdict(answer.error);
}

function failedVerdict(error = ''): TestVerdict {
  return { kind: 'failed', cause: causeOfFailure(error), message: withoutSecrets(error) };
}
