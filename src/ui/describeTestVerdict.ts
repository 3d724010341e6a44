import { t } from '@grafana/i18n';
import type { TestVerdict } from '../connection/port/grafanaPort';
import { describeDeliveryFailure } from './describeDeliveryFailure';
import type { Description } from './describeGrafanaError';

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
      title: t('ui.test-verdict.redirect-risk.title', 'Accepted, but that may have been a redirect'),
      text: t(
        'ui.test-verdict.redirect-risk.text',
        'The address begins with http. If the server redirects to https, Grafana repeats the request without its message, is answered "ok" and calls that a success, while nothing arrives. Only a look at IRM tells; better use the https address.'
      ),
    };
  }
  return { severity: 'success', ...(isHeartbeat ? acceptedBeat() : acceptedTest(verdict.durationMs, isTracked)) };
}

const acceptedBeat = (): Description => ({
  title: t('ui.test-verdict.accepted-beat.title', 'Grafana sent the test beat, and it was answered'),
  text: t(
    'ui.test-verdict.accepted-beat.text',
    'Whether it counted can only be seen in IRM. A portal or another page at this address would answer just the same.'
  ),
});

const acceptedTest = (durationMs: number | undefined, isTracked: boolean): Description => ({
  title: t('ui.test-verdict.accepted.title', 'Grafana sent the test notification, and it was answered'),
  text: isTracked ? answerTime(durationMs) : answerTimeAndDoubt(durationMs),
});

const answerTime = (durationMs: number | undefined) =>
  durationMs === undefined
    ? ''
    : t('ui.test-verdict.accepted.duration', 'The answer came after {{duration}} ms.', {
        duration: Math.round(durationMs),
      });

const answerTimeAndDoubt = (durationMs: number | undefined) =>
  durationMs === undefined
    ? t(
        'ui.test-verdict.accepted.text',
        'Whether it became an alert group can only be seen in IRM. A portal or another page at this address would answer just the same.'
      )
    : t(
        'ui.test-verdict.accepted.text-duration',
        'The answer came after {{duration}} ms. Whether it became an alert group can only be seen in IRM. A portal or another page at this address would answer just the same.',
        { duration: Math.round(durationMs) }
      );
