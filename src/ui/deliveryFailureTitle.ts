import { t } from '@grafana/i18n';
import type { TestFailure } from '../connection/port/testVerdict';

/** What Grafana sent: a message on request, to the alerts' or the heartbeat's endpoint, or one by itself. */
export type Sent = 'test' | 'testBeat' | 'alert' | 'beat';

/**
 * Why something that Grafana sent was not delivered, in a few words. Apart from what to do about it, which only a page
 * with such a failure loads.
 */
export const deliveryFailureTitle = (cause: TestFailure, sent: Sent): string => TITLES[cause](sent);

const NOT_DELIVERED: Record<Sent, () => string> = {
  test: () => t('ui.delivery.other.test', 'Test alert not delivered'),
  testBeat: () => t('ui.delivery.other.test-beat', 'Heartbeat not delivered'),
  alert: () => t('ui.delivery.other.alert', 'Alert not delivered'),
  beat: () => t('ui.delivery.other.beat', 'Heartbeat not delivered'),
};

const TITLES: Record<TestFailure, (sent: Sent) => string> = {
  wrongKey: () => t('ui.delivery.wrong-key.title', 'The message was rejected (403)'),
  wrongPath: () => t('ui.delivery.wrong-path.title', 'Nothing at this URL (404)'),
  wrongType: () => t('ui.delivery.wrong-type.title', 'The token belongs to another type of integration (400)'),
  rateLimited: () => t('ui.delivery.rate-limited.title', "IRM's rate limit is reached (429)"),
  signInAsked: () => t('ui.delivery.sign-in-asked.title', 'Something in front of IRM asks for credentials (401)'),
  tooLarge: () => t('ui.delivery.too-large.title', 'The message is too large (413)'),
  proxy: () => t('ui.delivery.proxy.title', 'The HTTP proxy does not let Grafana through'),
  gatewayError: () => t('ui.delivery.gateway-error.title', 'A gateway could not reach IRM (502, 503 or 504)'),
  targetError: () => t('ui.delivery.target-error.title', 'IRM answered with a server error (5xx)'),
  unexpectedStatus: () => t('ui.delivery.unexpected-status.title', 'Unexpected answer'),
  refused: () => t('ui.delivery.refused.title', 'Connection refused'),
  nameNotFound: () => t('ui.delivery.name-not-found.title', 'Host name not found'),
  tls: () => t('ui.delivery.tls.title', 'TLS connection failed'),
  tlsUntrusted: () => t('ui.delivery.tls-untrusted.title', 'The certificate is not trusted'),
  tlsExpired: () => t('ui.delivery.tls-expired.title', 'The certificate has expired or is not valid yet'),
  tlsName: () => t('ui.delivery.tls-name.title', 'The certificate is for another host'),
  timeout: () => t('ui.delivery.timeout.title', 'No answer in time'),
  invalidUrl: () => t('ui.delivery.invalid-url.title', 'Grafana cannot use this URL'),
  other: (sent) => NOT_DELIVERED[sent](),
};
