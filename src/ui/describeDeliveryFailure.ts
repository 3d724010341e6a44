import { t } from '@grafana/i18n';
import type { TestFailure } from '../connection/port/testVerdict';
import { deliveryFailureTitle, type Sent } from './deliveryFailureTitle';
import type { Description } from './describeReadError';

/** IRM's limit, shared by alerts and heartbeats of one integration (oncall-2026-01/10-rate-limits.json). */
const LIMIT = { requests: 300, minutes: 5 };

/** Why something that Grafana sent was not delivered, and what to do about it. */
export function describeDeliveryFailure(cause: TestFailure, sent: Sent): Description {
  return { title: deliveryFailureTitle(cause, sent), text: WHAT_TO_DO[cause](sent) };
}

const isTest = (sent: Sent) => sent === 'test' || sent === 'testBeat';

const endpointName = (sent: Sent) =>
  sent === 'beat' || sent === 'testBeat'
    ? t('ui.delivery.heartbeat-endpoint', 'heartbeat endpoint')
    : t('ui.delivery.http-endpoint', 'HTTP endpoint');

const WHAT_TO_DO: Record<TestFailure, (sent: Sent) => string> = {
  wrongKey: (sent) =>
    t(
      'ui.delivery.wrong-key.text',
      'IRM answers this for a token it does not know, and so do many firewalls and gateways. Compare the URL with the {{endpoint}} in IRM. If they match, have the firewall let Grafana through. If not, or if the integration was deleted, copy the URL from IRM again.',
      { endpoint: endpointName(sent) }
    ),
  wrongPath: (sent) =>
    t(
      'ui.delivery.wrong-path.text',
      'The trailing slash is missing, or the path is wrong. Compare the URL with the {{endpoint}} in IRM.',
      { endpoint: endpointName(sent) }
    ),
  wrongType: (sent) =>
    t(
      'ui.delivery.wrong-type.text',
      'The type in the path does not match the token. Copy the whole {{endpoint}} from IRM.',
      { endpoint: endpointName(sent) }
    ),
  rateLimited: () =>
    t(
      'ui.delivery.rate-limited.text',
      'IRM accepts {{requests}} messages in {{minutes}} minutes per integration, alerts and heartbeats together. Wait a few minutes and find out what sends so many.',
      LIMIT
    ),
  signInAsked: () =>
    t(
      'ui.delivery.sign-in-asked.text',
      'IRM itself needs only the token in the URL. A gateway or proxy in between wants credentials or a header, or rejects those that are sent. Enter them under "Authentication and TLS" of the contact point.'
    ),
  tooLarge: () =>
    t(
      'ui.delivery.too-large.text',
      'IRM, or a gateway in front of it, does not accept messages of this size. Lower "Max alerts" of the contact point, for example to 100, or have the gateway\'s limit raised.'
    ),
  proxy: () =>
    t(
      'ui.delivery.proxy.text',
      "Grafana sends through an HTTP proxy that cannot be reached, asks for credentials (407) or refuses. Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY in Grafana's environment."
    ),
  gatewayError: (sent) =>
    isTest(sent)
      ? t(
          'ui.delivery.gateway-error.text',
          "The proxy or load balancer in front of IRM answered, but IRM did not. Try again in a minute. If it persists, ask whoever runs it and check IRM's status page."
        )
      : t(
          'ui.delivery.gateway-error.text-tries',
          "The proxy or load balancer in front of IRM answered, but IRM did not. Grafana keeps retrying. If it persists, ask whoever runs it and check IRM's status page."
        ),
  targetError: (sent) =>
    isTest(sent)
      ? t(
          'ui.delivery.target-error.text',
          "IRM or a proxy in front of it failed. Try again in a minute and check IRM's status page."
        )
      : t(
          'ui.delivery.target-error.text-tries',
          "IRM or a proxy in front of it failed. Grafana keeps retrying. Check IRM's status page."
        ),
  unexpectedStatus: () =>
    t(
      'ui.delivery.unexpected-status.text',
      'IRM does not answer like this. Check that the URL belongs to an integration and that no proxy answers instead.'
    ),
  refused: () =>
    t(
      'ui.delivery.refused.text',
      'Nothing listens on this host and port, or a firewall rejects Grafana. The URL must be reachable from the machine that runs Grafana.'
    ),
  nameNotFound: () =>
    t(
      'ui.delivery.name-not-found.text',
      "Grafana's machine cannot resolve this name. Check the spelling, and DNS on that machine or container."
    ),
  tls: () =>
    t(
      'ui.delivery.tls.text',
      "The certificate is not trusted, has expired or is for another host, or the port does not speak HTTPS. Behind a company proxy, Grafana must trust the proxy's certificate."
    ),
  tlsUntrusted: () =>
    t(
      'ui.delivery.tls-untrusted.text',
      'An authority that Grafana does not know signed it, such as your company\'s, or that of a proxy that inspects traffic. Enter the CA certificate under "Authentication and TLS" of the contact point, or add it to the machine or container that runs Grafana.'
    ),
  tlsExpired: () =>
    t(
      'ui.delivery.tls-expired.text',
      'Its owner has to renew it. If it works in a browser, the clock of the machine that runs Grafana is wrong.'
    ),
  tlsName: () =>
    t(
      'ui.delivery.tls-name.text',
      'The certificate does not cover the host in the URL. Use a name that it covers, not an IP address or an alias.'
    ),
  timeout: (sent) =>
    isTest(sent)
      ? t(
          'ui.delivery.timeout.text',
          'A firewall may drop the requests, or the other side is slow. The message may have arrived anyway: check IRM before you try again.'
        )
      : t(
          'ui.delivery.timeout.text-tries',
          'A firewall may drop the requests, or the other side is slow. The message may have arrived anyway, and Grafana keeps retrying.'
        ),
  invalidUrl: (sent) =>
    t('ui.delivery.invalid-url.text', 'No message can be sent to it. Copy the {{endpoint}} from IRM again.', {
      endpoint: endpointName(sent),
    }),
  other: () => t('ui.delivery.other.text', "See Grafana's message below."),
};
