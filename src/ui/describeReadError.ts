import { t } from '@grafana/i18n';
import type { GrafanaError, WriteReason } from '../connection/port/grafanaPort';
import { describeForbidden } from './describeForbidden';
import { notLoadedTitle } from './notLoadedTexts';
import { verbatim } from './verbatim';

export interface Description {
  title: string;
  text: string;
}

/**
 * What it means that Grafana could not be read, and what to do about it. Of what only a write can meet it has no words;
 * those come with what writes (`describeGrafanaError`).
 */
export function describeReadError(error: GrafanaError): Description {
  const reason = isOfReading(error.reason) ? error.reason : 'unexpected';
  const ofAccount = error.serviceAccountAt === undefined ? undefined : OF_ACCOUNT[reason];
  return (ofAccount ?? SENTENCES[reason])(error);
}

type ReadReason = Exclude<GrafanaError['reason'], WriteReason>;

const isOfReading = (reason: GrafanaError['reason']): reason is ReadReason => reason in SENTENCES;

/** Where it is the plugin's service account that cannot, and the person who looks can do nothing about it. */
const OF_ACCOUNT: Partial<typeof SENTENCES> = {
  unreachable: ({ serviceAccountAt = '' }) => ({
    title: t('ui.grafana-error.account-unreachable.title', 'Grafana cannot be reached at the configured URL'),
    text:
      serviceAccountAt === ''
        ? t(
            'ui.grafana-error.account-unreachable.no-address',
            "Grafana cannot reach the URL on the plugin's configuration page. Ask an Admin to check it."
          )
        : t(
            'ui.grafana-error.account-unreachable.text',
            "Grafana cannot reach itself at {{address}}, the URL on the plugin's configuration page. Ask an Admin to check it.",
            verbatim({ address: serviceAccountAt })
          ),
  }),
  proxyNotConfigured: (error) =>
    error.status === 401
      ? {
          title: t('ui.grafana-error.account-token.title', 'Grafana rejected the service account token'),
          text: t(
            'ui.grafana-error.account-token.text',
            "You are still signed in. The token was deleted, expired or mistyped. Ask an Admin to enter a new one on the plugin's configuration page."
          ),
        }
      : SENTENCES.proxyNotConfigured(error),
};

/** A page or words of another server, or of Grafana's own for an address that it does not know, or a redirect. */
const isAstray = ({ instead }: GrafanaError) => instead !== undefined && instead !== 'noWords';

function unreachableText({ status, message }: GrafanaError): string {
  switch (status) {
    case undefined:
      // A redirect to the sign-in page of another host looks to the browser as if nobody answered.
      return t(
        'ui.grafana-error.unreachable.no-answer',
        'It may be restarting, the network may be down, or your sign-in to a proxy in front of it has ended. Try again in a moment, or reload the page.'
      );
    case 404:
      return t(
        'ui.grafana-error.unreachable.no-route',
        '{{message}}. Grafana may be restarting. If it lasts, a server administrator has to route /api and /apis to Grafana.',
        verbatim({ message })
      );
    default:
      return t(
        'ui.grafana-error.unreachable.text',
        'It may be restarting, or the network is down. Try again in a moment.'
      );
  }
}

const SENTENCES: Record<ReadReason, (error: GrafanaError) => Description> = {
  unauthorized: () => ({
    title: t('ui.grafana-error.unauthorized.title', 'You are signed out'),
    text: t(
      'ui.grafana-error.unauthorized.text',
      "Your session expired, or the plugin's service account token is no longer valid. Sign in again, or ask an Admin to check the token."
    ),
  }),
  forbidden: describeForbidden,
  notFound: () => ({
    title: t('ui.grafana-error.not-found.title', 'Not found in Grafana'),
    text: t(
      'ui.grafana-error.not-found.text',
      'Somebody may have deleted it, or something in front of Grafana keeps the request out. Try again to see what is there now.'
    ),
  }),
  notServed: ({ path = '' }) => ({
    title: t('ui.grafana-error.not-served.title', "Grafana's API was not found"),
    text: t(
      'ui.grafana-error.not-served.text',
      'Not found: {{path}}. Grafana may be restarting, so try again in a moment. If it stays like this, a server administrator has to let requests to /api and /apis through to Grafana, and check that Grafana Alerting is enabled.',
      verbatim({ path })
    ),
  }),
  contradicted: ({ message }) => ({
    title: t('ui.grafana-error.contradicted.title', "Grafana's list of contact points cannot be right"),
    text:
      message === ''
        ? t(
            'ui.grafana-error.contradicted.none',
            'It is empty, and an organization always has a contact point. A permission may be missing, or something in front of Grafana answered in its place. Try again. If it stays like this, ask a server administrator.'
          )
        : t(
            'ui.grafana-error.contradicted.text',
            'It is empty, and elsewhere Grafana still tells of {{names}}. A permission may be missing, or something in front of Grafana answered in its place. Try again. If it stays like this, ask a server administrator.',
            verbatim({ names: message })
          ),
  }),
  invalid: ({ message }) => ({
    title: t('ui.grafana-error.invalid.title', 'Grafana rejected the values'),
    text: t('ui.grafana-error.invalid.text', 'Grafana says: {{message}}', verbatim({ message })),
  }),
  // How long to wait never reaches the browser: Grafana's fetch gives no headers with an error.
  rateLimited: () => ({
    title: t('ui.grafana-error.rate-limited.title', 'Too many requests'),
    text: t('ui.grafana-error.rate-limited.text', 'Wait a moment and try again.'),
  }),
  timeout: () => ({
    title: t('ui.grafana-error.timeout.title', 'Grafana took too long to answer'),
    text: t(
      'ui.grafana-error.timeout.text',
      'It may have completed the request anyway. Try again: applying the same changes twice is safe.'
    ),
  }),
  unreachable: (error) => ({
    title: t('ui.grafana-error.unreachable.title', 'Grafana cannot be reached'),
    text: unreachableText(error),
  }),
  noAlertmanager: () => ({
    title: t('ui.grafana-error.no-alertmanager.title', 'Grafana Alerting is not running in this organization'),
    text: t(
      'ui.grafana-error.no-alertmanager.text',
      "In a new organization it starts within a minute, and this page then updates by itself. If it does not, a server administrator has to remove this organization from disabled_orgs in the [unified_alerting] section of Grafana's configuration and restart Grafana."
    ),
  }),
  busy: () => ({
    title: t('ui.grafana-error.busy.title', "Grafana's database is busy"),
    text: t('ui.grafana-error.busy.text', 'Too many writes at once. Try again in a moment. Repeating it is safe.'),
  }),
  webPage: ({ message, status }) =>
    status === 413
      ? {
          title: t('ui.grafana-error.too-large.title', 'Something in front of Grafana rejects requests of this size'),
          text: t(
            'ui.grafana-error.too-large.text',
            'A server administrator has to raise the limit of the reverse proxy, client_max_body_size in nginx. Grafana did not receive the change.'
          ),
        }
      : {
          title: t('ui.grafana-error.web-page.title', 'Something in front of Grafana answered instead'),
          text: t(
            'ui.grafana-error.web-page.text',
            '{{message}}. It may be a sign-in page, a captive portal or a firewall. Reload this page and sign in, or ask an administrator to let requests to /api and /apis through.',
            verbatim({ message })
          ),
        },
  proxyNotConfigured: (error) => {
    if (/^plugin route match/i.test(error.message)) {
      return {
        title: t('ui.grafana-error.other-routes.title', 'Grafana runs another version of IRM Connect'),
        text: t(
          'ui.grafana-error.other-routes.text',
          'It has not loaded the routes of this version yet. A server administrator has to restart Grafana.'
        ),
      };
    }
    return isAstray(error)
      ? {
          title: t('ui.grafana-error.account-astray.title', "The configured URL does not lead to Grafana's API"),
          text: t(
            'ui.grafana-error.account-astray.text',
            "The URL on the plugin's configuration page has to be this Grafana's own address, with the path that it is served under and without a slash at the end. Ask an Admin to check it there."
          ),
        }
      : {
          title: t('ui.grafana-error.proxy-not-configured.title', "The plugin's service account is not configured"),
          text: t(
            'ui.grafana-error.proxy-not-configured.text',
            "An Admin has to enter Grafana's URL and a service account token on the plugin's configuration page, or select access as the signed-in user."
          ),
        };
  },
  otherOrganization: ({ message }) => ({
    title: t('ui.grafana-error.other-organization.title', "The plugin's settings do not match this organization"),
    text: t(
      'ui.grafana-error.other-organization.text',
      "They point the service account to another organization, or to none. An Admin has to open the plugin's configuration page and save it once. If a file provisions the plugin, its jsonData needs the namespace {{namespace}}.",
      verbatim({ namespace: message })
    ),
  }),
  notLoaded: () => ({
    title: notLoadedTitle(),
    text: t(
      'ui.grafana-error.not-loaded.text',
      'The plugin was probably updated while this page was open. This request was not sent. Reload the page.'
    ),
  }),
  unexpected: ({ message, status }) => ({
    title: t('ui.grafana-error.unexpected.title', 'Unexpected answer from Grafana'),
    text:
      status === undefined
        ? message
        : t(
            'ui.grafana-error.unexpected.text',
            "Try again. If it happens again, look into Grafana's log or report it. Status {{status}}: {{message}}",
            verbatim({ status, message })
          ),
  }),
};
