import { t } from '@grafana/i18n';
import type { TestFailure, TestVerdict } from '../connection/port/grafanaPort';
import type { Description } from './describeGrafanaError';

export interface VerdictDescription extends Description {
  severity: 'success' | 'warning' | 'error';
}

/** IRM's limit, shared by alerts and heartbeats of one integration (oncall-2026-01/10-rate-limits.json). */
const LIMIT = { requests: 300, minutes: 5 };

/**
 * What Grafana's verdict on a test message means. "Accepted" is not "arrived": Grafana follows a redirect with GET,
 * which IRM answers with a help page and status 200, so plain http cannot be believed.
 */
export function describeTestVerdict(verdict: TestVerdict, redirectRisk: boolean): VerdictDescription {
  if (verdict.kind === 'failed') {
    return { severity: 'error', ...FAILURES[verdict.cause]() };
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
  return {
    severity: 'success',
    title: t('ui.test-verdict.accepted.title', 'Grafana sent the test notification and it was accepted'),
    text:
      verdict.durationMs === undefined
        ? t('ui.test-verdict.accepted.text', 'Whether it became an alert group can only be seen in IRM.')
        : t(
            'ui.test-verdict.accepted.text-duration',
            'The answer came after {{duration}} ms. Whether it became an alert group can only be seen in IRM.',
            { duration: Math.round(verdict.durationMs) }
          ),
  };
}

const FAILURES: Record<TestFailure, () => Description> = {
  wrongKey: () => ({
    title: t('ui.test-verdict.wrong-key.title', 'IRM does not know this key (403)'),
    text: t(
      'ui.test-verdict.wrong-key.text',
      'The token in the address is wrong, or the integration was deleted. Copy the HTTP endpoint from IRM once more.'
    ),
  }),
  wrongPath: () => ({
    title: t('ui.test-verdict.wrong-path.title', 'There is nothing at this address (404)'),
    text: t(
      'ui.test-verdict.wrong-path.text',
      'The slash at the end is missing or the path is wrong. IRM insists on the slash. Compare the address with the HTTP endpoint in IRM.'
    ),
  }),
  wrongType: () => ({
    title: t('ui.test-verdict.wrong-type.title', 'The token belongs to an integration of another type (400)'),
    text: t(
      'ui.test-verdict.wrong-type.text',
      'The path names one type and the token belongs to another, so the address was probably put together by hand. Copy the HTTP endpoint from IRM as a whole.'
    ),
  }),
  rateLimited: () => ({
    title: t('ui.test-verdict.rate-limited.title', 'IRM takes no more messages for now (429)'),
    text: t(
      'ui.test-verdict.rate-limited.text',
      'IRM takes {{requests}} messages in {{minutes}} minutes for each integration, alerts and heartbeats together. Wait a few minutes and find out what sends so many.',
      LIMIT
    ),
  }),
  targetError: () => ({
    title: t('ui.test-verdict.target-error.title', 'The other side has an error of its own (5xx)'),
    text: t(
      'ui.test-verdict.target-error.text',
      'The address was reached, but IRM or a proxy in front of it failed. Try again in a minute and look at the status page of IRM.'
    ),
  }),
  unexpectedStatus: () => ({
    title: t('ui.test-verdict.unexpected-status.title', 'The other side answered something unexpected'),
    text: t(
      'ui.test-verdict.unexpected-status.text',
      'This is not how IRM answers. Check that the address is that of an integration and that no proxy stands in between.'
    ),
  }),
  refused: () => ({
    title: t('ui.test-verdict.refused.title', 'The connection was refused'),
    text: t(
      'ui.test-verdict.refused.text',
      'Nothing listens at this host and port, or a firewall turns Grafana away. The address must be reachable from the machine that Grafana runs on.'
    ),
  }),
  nameNotFound: () => ({
    title: t('ui.test-verdict.name-not-found.title', 'The host name cannot be found'),
    text: t(
      'ui.test-verdict.name-not-found.text',
      "Grafana's machine cannot look this name up. Check its spelling, and the name server of that machine or container."
    ),
  }),
  tls: () => ({
    title: t('ui.test-verdict.tls.title', 'No secure connection could be made'),
    text: t(
      'ui.test-verdict.tls.text',
      'The certificate is not trusted, has run out or is for another host; or the port does not speak https. Behind a company proxy its certificate must be known to Grafana.'
    ),
  }),
  timeout: () => ({
    title: t('ui.test-verdict.timeout.title', 'No answer in time'),
    text: t(
      'ui.test-verdict.timeout.text',
      'A firewall may swallow the requests, or the other side is too slow. The message may have arrived all the same: look at IRM before you try again.'
    ),
  }),
  invalidUrl: () => ({
    title: t('ui.test-verdict.invalid-url.title', 'Grafana cannot use this address'),
    text: t(
      'ui.test-verdict.invalid-url.text',
      'It is not an address that a message can be sent to. Copy the HTTP endpoint from IRM once more.'
    ),
  }),
  other: () => ({
    title: t('ui.test-verdict.other.title', 'The test notification could not be delivered'),
    text: t('ui.test-verdict.other.text', "Grafana's own words below say why."),
  }),
};
