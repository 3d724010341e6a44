import { t } from '@grafana/i18n';
import type { TestFailure } from '../connection/port/grafanaPort';
import type { Description } from './describeGrafanaError';

/** What Grafana sent: a message on request, to the alerts' or the heartbeat's endpoint, or one by itself. */
export type Sent = 'test' | 'testBeat' | 'alert' | 'beat';

/** IRM's limit, shared by alerts and heartbeats of one integration (oncall-2026-01/10-rate-limits.json). */
const LIMIT = { requests: 300, minutes: 5 };

/** Why something that Grafana sent was not delivered, and what to do about it. */
export function describeDeliveryFailure(cause: TestFailure, sent: Sent): Description {
  return FAILURES[cause](sent);
}

const isTest = (sent: Sent) => sent === 'test' || sent === 'testBeat';

const endpointName = (sent: Sent) =>
  sent === 'beat' || sent === 'testBeat'
    ? t('ui.delivery.heartbeat-endpoint', 'heartbeat endpoint')
    : t('ui.delivery.http-endpoint', 'HTTP endpoint');

const NOT_DELIVERED: Record<Sent, () => string> = {
  test: () => t('ui.delivery.other.test', 'The test notification could not be delivered'),
  testBeat: () => t('ui.delivery.other.test-beat', 'The test beat could not be delivered'),
  alert: () => t('ui.delivery.other.alert', 'The alert could not be delivered'),
  beat: () => t('ui.delivery.other.beat', 'The beat could not be delivered'),
};

const FAILURES: Record<TestFailure, (sent: Sent) => Description> = {
  wrongKey: (sent) => ({
    title: t('ui.delivery.wrong-key.title', 'The message was refused (403)'),
    text: t(
      'ui.delivery.wrong-key.text',
      'IRM answers so to a token that it does not know, and so does many a firewall or gateway on the way; Grafana does not tell which. Compare the address with the {{endpoint}} in IRM. If it is the same there, have those who run the firewall let Grafana through. If it is not, or the integration is gone, copy it from IRM once more.',
      { endpoint: endpointName(sent) }
    ),
  }),
  wrongPath: (sent) => ({
    title: t('ui.delivery.wrong-path.title', 'There is nothing at this address (404)'),
    text: t(
      'ui.delivery.wrong-path.text',
      'The slash at the end is missing or the path is wrong. IRM insists on the slash. Compare the address with the {{endpoint}} in IRM.',
      { endpoint: endpointName(sent) }
    ),
  }),
  wrongType: (sent) => ({
    title: t('ui.delivery.wrong-type.title', 'The token belongs to an integration of another type (400)'),
    text: t(
      'ui.delivery.wrong-type.text',
      'The path names one type and the token belongs to another, so the address was probably put together by hand. Copy the {{endpoint}} from IRM as a whole.',
      { endpoint: endpointName(sent) }
    ),
  }),
  rateLimited: () => ({
    title: t('ui.delivery.rate-limited.title', 'IRM takes no more messages for now (429)'),
    text: t(
      'ui.delivery.rate-limited.text',
      'IRM takes {{requests}} messages in {{minutes}} minutes for each integration, alerts and heartbeats together. Wait a few minutes and find out what sends so many.',
      LIMIT
    ),
  }),
  signInAsked: () => ({
    title: t('ui.delivery.sign-in-asked.title', 'Something in front of IRM asks for a sign-in (401)'),
    text: t(
      'ui.delivery.sign-in-asked.text',
      'IRM itself never asks for one: the token in the address is enough. A gateway or proxy on the way wants a user name and password or a header, or does not take those that are sent. Enter them under "Authentication and TLS" of the contact point; the address is not the trouble.'
    ),
  }),
  tooLarge: () => ({
    title: t('ui.delivery.too-large.title', 'The message is too large (413)'),
    text: t(
      'ui.delivery.too-large.text',
      'IRM, or a gateway in front of it, takes no messages of this size. Lower "Max alerts" of the contact point, for example to 100, or have the limit of the gateway raised.'
    ),
  }),
  proxy: () => ({
    title: t('ui.delivery.proxy.title', 'The proxy on the way does not let Grafana through'),
    text: t(
      'ui.delivery.proxy.text',
      'Grafana sends through an HTTP proxy, which cannot be reached, wants a sign-in (407) or refuses. Look at HTTP_PROXY, HTTPS_PROXY and NO_PROXY in the environment of Grafana; the address is not the trouble.'
    ),
  }),
  gatewayError: (sent) => ({
    title: t('ui.delivery.gateway-error.title', 'A gateway answered that IRM cannot be reached (502, 503 or 504)'),
    text: isTest(sent)
      ? t(
          'ui.delivery.gateway-error.text',
          'The proxy or load balancer in front of IRM was reached, and IRM behind it was not. Try again in a minute; if it stays, ask those who run it and look at the status page of IRM.'
        )
      : t(
          'ui.delivery.gateway-error.text-tries',
          'The proxy or load balancer in front of IRM was reached, and IRM behind it was not. Grafana keeps trying; if it stays, ask those who run it and look at the status page of IRM.'
        ),
  }),
  targetError: (sent) => ({
    title: t('ui.delivery.target-error.title', 'The other side has an error of its own (5xx)'),
    text: isTest(sent)
      ? t(
          'ui.delivery.target-error.text',
          'The address was reached, but IRM or a proxy in front of it failed. Try again in a minute and look at the status page of IRM.'
        )
      : t(
          'ui.delivery.target-error.text-tries',
          'The address was reached, but IRM or a proxy in front of it failed. Grafana keeps trying; look at the status page of IRM.'
        ),
  }),
  unexpectedStatus: () => ({
    title: t('ui.delivery.unexpected-status.title', 'The other side answered something unexpected'),
    text: t(
      'ui.delivery.unexpected-status.text',
      'This is not how IRM answers. Check that the address is that of an integration and that no proxy stands in between.'
    ),
  }),
  refused: () => ({
    title: t('ui.delivery.refused.title', 'The connection was refused'),
    text: t(
      'ui.delivery.refused.text',
      'Nothing listens at this host and port, or a firewall turns Grafana away. The address must be reachable from the machine that Grafana runs on.'
    ),
  }),
  nameNotFound: () => ({
    title: t('ui.delivery.name-not-found.title', 'The host name cannot be found'),
    text: t(
      'ui.delivery.name-not-found.text',
      "Grafana's machine cannot look this name up. Check its spelling, and the name server of that machine or container."
    ),
  }),
  tls: () => ({
    title: t('ui.delivery.tls.title', 'No secure connection could be made'),
    text: t(
      'ui.delivery.tls.text',
      'The certificate is not trusted, has run out or is for another host; or the port does not speak https. Behind a company proxy its certificate must be known to Grafana.'
    ),
  }),
  tlsUntrusted: () => ({
    title: t('ui.delivery.tls-untrusted.title', 'The certificate is not trusted'),
    text: t(
      'ui.delivery.tls-untrusted.text',
      'It was signed by an authority that Grafana does not know: that of your company, or of a proxy that looks into traffic. Enter the CA certificate under "Authentication and TLS" of the contact point, or have it added to the machine or container of Grafana.'
    ),
  }),
  tlsExpired: () => ({
    title: t('ui.delivery.tls-expired.title', 'The certificate has run out, or is not valid yet'),
    text: t(
      'ui.delivery.tls-expired.text',
      'Those who run the other side have to renew it. If it is fine in a browser, the clock of the machine that Grafana runs on is wrong.'
    ),
  }),
  tlsName: () => ({
    title: t('ui.delivery.tls-name.title', 'The certificate is for another host'),
    text: t(
      'ui.delivery.tls-name.text',
      'The host in the address is none of those that the certificate is made for. Use the name that it is made for, not an IP address or an alias.'
    ),
  }),
  timeout: (sent) => ({
    title: t('ui.delivery.timeout.title', 'No answer in time'),
    text: isTest(sent)
      ? t(
          'ui.delivery.timeout.text',
          'A firewall may swallow the requests, or the other side is too slow. The message may have arrived all the same: look at IRM before you try again.'
        )
      : t(
          'ui.delivery.timeout.text-tries',
          'A firewall may swallow the requests, or the other side is too slow. The message may have arrived all the same, and Grafana keeps trying.'
        ),
  }),
  invalidUrl: (sent) => ({
    title: t('ui.delivery.invalid-url.title', 'Grafana cannot use this address'),
    text: t(
      'ui.delivery.invalid-url.text',
      'It is not an address that a message can be sent to. Copy the {{endpoint}} from IRM once more.',
      { endpoint: endpointName(sent) }
    ),
  }),
  other: (sent) => ({
    title: NOT_DELIVERED[sent](),
    text: t('ui.delivery.other.text', "Grafana's own words below say why."),
  }),
};
