import * as v from 'valibot';
import type { TestVerdict } from '../../connection/port/testVerdict';
import { withoutSecrets } from '../../transport/masking';
import { causeOfFailure } from './testFailures';
import { millisecondsFromGo } from './time';

/** Answer of the older test API, the same for 200, 207 and 408 (receivers-test.json). */
export const receiversTestAnswer = v.looseObject({
  receivers: v.array(
    v.looseObject({
      grafana_managed_receiver_configs: v.nullish(
        v.array(v.looseObject({ status: v.string(), error: v.optional(v.string()) }))
      ),
    })
  ),
});

/** Answer of the newer one, which tests a single integration. */
export const integrationTestAnswer = v.looseObject({
  status: v.picklist(['success', 'failure']),
  duration: v.optional(v.string()),
  error: v.optional(v.string()),
});

/** Undefined when the answer tells of no integration at all. */
export function verdictOfReceivers(answer: v.InferOutput<typeof receiversTestAnswer>): TestVerdict | undefined {
  const results = answer.receivers.flatMap((receiver) => receiver.grafana_managed_receiver_configs ?? []);
  const failed = results.find(({ status }) => status !== 'ok');
  if (failed) {
    return failedVerdict(failed.error);
  }
  return results.length > 0 ? { kind: 'accepted', durationMs: undefined } : undefined;
}

/** What the app platform says of a test (receivers-test.json, "newer test API: failure"). */
export function verdictOfIntegration(answer: v.InferOutput<typeof integrationTestAnswer>): TestVerdict {
  return answer.status === 'success'
    ? { kind: 'accepted', durationMs: millisecondsFromGo(answer.duration) }
    : failedVerdict(answer.error);
}

function failedVerdict(error = ''): TestVerdict {
  return { kind: 'failed', cause: causeOfFailure(error), message: withoutSecrets(error) };
}
