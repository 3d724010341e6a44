import { t } from '@grafana/i18n';
import type { TestVerdict } from '../connection/port/testVerdict';
import { describeDeliveryFailure } from './describeDeliveryFailure';
import type { Description } from './describeReadError';

export interface VerdictDescription extends Description {
  severity: 'success' | 'warning' | 'error';
}

interface Circumstances {
  /** Whether the address may redirect. */
  redirectRisk: boolean;
  /** Whether the message went to the heartbeat's endpoint, where it counts as a beat. */
  isHeartbeat: boolean;
  /** Whether the plugin looks for it in IRM by itself. */
  isTracked: boolean;
}

/**
 * What Grafana's verdict on a test message means. "Answered" is not "arrived": a page that takes everything answers 200,
 * too, and Grafana follows a redirect with GET, which IRM answers with a help page and status 200, so plain http cannot
 * be believed.
 */
export function describeTestVerdict(
  verdict: TestVerdict,
  { redirectRisk, isHeartbeat, isTracked }: Circumstances
): VerdictDescription {
  if (verdict.kind === 'failed') {
    return { severity: 'error', ...describeDeliveryFailure(verdict.cause, isHeartbeat ? 'testBeat' : 'test') };
  }
  if (redirectRisk) {
    return {
      severity: 'warning',
      title: t('ui.test-verdict.redirect-risk.title', 'Accepted, but perhaps only redirected'),
      text: t(
        'ui.test-verdict.redirect-risk.text',
        'The URL starts with http. If the server redirects to https, Grafana repeats the request without the message and reports success, while nothing arrives. Check IRM, and use the https URL if there is one.'
      ),
    };
  }
  return { severity: 'success', ...(isHeartbeat ? acceptedBeat() : acceptedTest(verdict.durationMs, isTracked)) };
}

const acceptedBeat = (): Description => ({
  title: t('ui.test-verdict.accepted-beat.title', 'Heartbeat sent and accepted'),
  text: t(
    'ui.test-verdict.accepted-beat.text',
    'Only IRM shows whether it counted. A captive portal or another page at this URL would answer the same.'
  ),
});

const acceptedTest = (durationMs: number | undefined, isTracked: boolean): Description => ({
  title: t('ui.test-verdict.accepted.title', 'Test alert sent and accepted'),
  text: isTracked ? answerTime(durationMs) : answerTimeAndDoubt(durationMs),
});

const answerTime = (durationMs: number | undefined) =>
  durationMs === undefined
    ? ''
    : t('ui.test-verdict.accepted.duration', 'Answered after {{duration}} ms.', {
        duration: Math.round(durationMs),
      });

const answerTimeAndDoubt = (durationMs: number | undefined) =>
  durationMs === undefined
    ? t(
        'ui.test-verdict.accepted.text',
        'Only IRM shows whether it became an alert group. A captive portal or another page at this URL would answer the same.'
      )
    : t(
        'ui.test-verdict.accepted.text-duration',
        'Answered after {{duration}} ms. Only IRM shows whether it became an alert group. A captive portal or another page at this URL would answer the same.',
        { duration: Math.round(durationMs) }
      );
