import type { Clock } from '../../../clock';
import type { GrafanaVersion } from '../../context';
import { deliverWebhook, unsentError, type DeliveryResult } from '../../webhook/deliver';
import { testPayload, type TestAlert } from './testAlert';

export interface TestDeps {
  version: GrafanaVersion;
  clock: Clock;
  rootUrl: string;
  send: typeof fetch;
}

interface Tested {
  type: string;
  settings: Record<string, unknown>;
  receiver: string;
  alert: TestAlert;
  timeoutMs: number;
}

/** Really sends a test alert to one integration. */
export async function runTest({ clock, rootUrl, send }: TestDeps, tested: Tested): Promise<DeliveryResult> {
  const { type, settings, receiver, alert, timeoutMs } = tested;
  const unsent = unsentError(type);
  if (unsent !== undefined) {
    return { error: unsent, durationMs: 0 };
  }
  const maxAlerts = Number(settings.maxAlerts ?? 0) || undefined;
  const payload = testPayload({ alert, receiver, rootUrl, now: clock.now(), maxAlerts });
  const result = await deliverWebhook({ settings, payload, send, clock, timeoutMs });
  const late = result.error?.endsWith('context deadline exceeded');
  return late ? { ...result, error: `the receiver timed out: ${result.error}` } : result;
}
