import { t } from '@grafana/i18n';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { verbatim } from './verbatim';

export interface Description {
  title: string;
  text: string;
}

/** What a failed call to Grafana means and what to do about it. */
export function describeGrafanaError(error: GrafanaError): Description {
  const ofAccount = error.serviceAccountAt === undefined ? undefined : OF_ACCOUNT[error.reason];
  return (ofAccount ?? SENTENCES[error.reason])(error);
}

/** Where it is the plugin's service account that cannot, and the person who looks can do nothing about it. */
const OF_ACCOUNT: Partial<typeof SENTENCES> = {
  forbidden: (error) =>
    isProtected(error)
      ? protectedAddress()
      : {
          title: t('ui.grafana-error.account-forbidden.title', "The plugin's service account may not do this"),
          text: t(
            'ui.grafana-error.account-forbidden.text',
            'It is not you who lacks a permission, but the service account: {{message}}. An Admin can give it the role Editor.',
            verbatim({ message: withoutFullStop(error.message) })
          ),
        },
  unreachable: ({ serviceAccountAt = '' }) => ({
    title: t('ui.grafana-error.account-unreachable.title', 'Nobody answers where the plugin looks for Grafana'),
    text:
      serviceAccountAt === ''
        ? t(
            'ui.grafana-error.account-unreachable.no-address',
            "Grafana cannot reach the address on the plugin's configuration page. An Admin has to check it."
          )
        : t(
            'ui.grafana-error.account-unreachable.text',
            "Grafana cannot reach itself at {{address}}, the address on the plugin's configuration page. An Admin has to check it.",
            verbatim({ address: serviceAccountAt })
          ),
  }),
  proxyNotConfigured: (error) =>
    error.status === 401
      ? {
          title: t('ui.grafana-error.account-token.title', "Grafana refuses the token of the plugin's service account"),
          text: t(
            'ui.grafana-error.account-token.text',
            "You are still signed in. The token was deleted, has expired or was mistyped; an Admin has to enter a new one on the plugin's configuration page."
          ),
        }
      : SENTENCES.proxyNotConfigured(error),
};

const isProtected = ({ message }: GrafanaError) => /protected fields/i.test(message);

const protectedAddress = (): Description => ({
  title: t('ui.grafana-error.protected.title', 'The address of this contact point is protected'),
  text: t(
    'ui.grafana-error.protected.text',
    'Only an Admin or whoever made the contact point, a person or a service account, can change where it sends.'
  ),
});

const SENTENCES: Record<GrafanaError['reason'], (error: GrafanaError) => Description> = {
  unauthorized: () => ({
    title: t('ui.grafana-error.unauthorized.title', 'Grafana does not know who is asking'),
    text: t(
      'ui.grafana-error.unauthorized.text',
      'Your sign-in has run out, or the service account token in the plugin configuration is not valid any longer. Sign in again, or have an administrator check the token.'
    ),
  }),
  forbidden: (error) =>
    isProtected(error)
      ? protectedAddress()
      : {
          title: t('ui.grafana-error.forbidden.title', 'Grafana does not permit this'),
          text: t(
            'ui.grafana-error.forbidden.text',
            'A permission is missing: {{message}}. An administrator can give it to you.',
            verbatim({ message: withoutFullStop(error.message) })
          ),
        },
  notFound: () => ({
    title: t('ui.grafana-error.not-found.title', 'It is not there any longer'),
    text: t(
      'ui.grafana-error.not-found.text',
      'Grafana cannot find this object. Somebody may have removed it meanwhile; read the page again to see how things stand.'
    ),
  }),
  nameTaken: () => ({
    title: t('ui.grafana-error.name-taken.title', 'The name is taken'),
    text: t(
      'ui.grafana-error.name-taken.text',
      'Grafana already has a contact point of this name. Choose another name; nothing was changed.'
    ),
  }),
  uidTaken: () => ({
    title: t('ui.grafana-error.uid-taken.title', 'This object exists already'),
    text: t(
      'ui.grafana-error.uid-taken.text',
      'Somebody seems to be setting up the same connection. Read the page again and go on from there.'
    ),
  }),
  locked: () => ({
    title: t('ui.grafana-error.locked.title', 'The object is locked'),
    text: t(
      'ui.grafana-error.locked.text',
      'It was made as a provisioned object, by a file, Terraform or the API, and can only be changed in the same way.'
    ),
  }),
  cannotLock: () => ({
    title: t('ui.grafana-error.cannot-lock.title', 'This Grafana cannot lock objects any longer'),
    text: t(
      'ui.grafana-error.cannot-lock.text',
      'Locking needs the provisioning API, which this version of Grafana does not have. Make the objects editable; what is locked already can only be changed where it was made.'
    ),
  }),
  inUse: () => ({
    title: t('ui.grafana-error.in-use.title', 'It is still in use'),
    text: t(
      'ui.grafana-error.in-use.text',
      'An alert rule or a notification policy refers to it. Take it out there first.'
    ),
  }),
  invalid: ({ message }) => ({
    title: t('ui.grafana-error.invalid.title', 'Grafana refused the values'),
    text: t('ui.grafana-error.invalid.text', 'Grafana says: {{message}}', verbatim({ message })),
  }),
  changedMeanwhile: () => ({
    title: t('ui.grafana-error.changed-meanwhile.title', 'Somebody else changed it meanwhile'),
    text: t(
      'ui.grafana-error.changed-meanwhile.text',
      'Nothing was overwritten. Read the page again, look at the plan and apply it once more.'
    ),
  }),
  // How long to wait never reaches the browser: Grafana's fetch gives no headers with an error.
  rateLimited: () => ({
    title: t('ui.grafana-error.rate-limited.title', 'Too many requests'),
    text: t('ui.grafana-error.rate-limited.text', 'Wait a little and try again.'),
  }),
  limitReached: ({ message }) => ({
    title: t('ui.grafana-error.limit-reached.title', 'A limit of this Grafana is reached'),
    text: t(
      'ui.grafana-error.limit-reached.text',
      'Nothing more can be added: {{message}}. Remove what is not needed any longer, or ask an administrator to raise the limit.',
      verbatim({ message: withoutFullStop(message) })
    ),
  }),
  timeout: () => ({
    title: t('ui.grafana-error.timeout.title', 'Grafana took too long to answer'),
    text: t(
      'ui.grafana-error.timeout.text',
      'It may have done its work all the same. Read the page again; applying a plan twice does no harm.'
    ),
  }),
  unreachable: () => ({
    title: t('ui.grafana-error.unreachable.title', 'Grafana cannot be reached'),
    text: t(
      'ui.grafana-error.unreachable.text',
      'It may be restarting, or the network is down. Try again in a moment.'
    ),
  }),
  noAlertmanager: () => ({
    title: t('ui.grafana-error.no-alertmanager.title', 'Grafana Alerting does not run in this organization'),
    text: t(
      'ui.grafana-error.no-alertmanager.text',
      'In a new organization it starts within a minute, and this page goes on by itself then. If it does not, alerting is switched off here: an administrator of the server has to take this organization out of disabled_orgs in the section unified_alerting of Grafana’s configuration and restart Grafana.'
    ),
  }),
  integrationNotAllowed: () => ({
    title: t(
      'ui.grafana-error.integration-not-allowed.title',
      'This Grafana does not allow webhooks as contact points'
    ),
    text: t(
      'ui.grafana-error.integration-not-allowed.text',
      'Alerts reach IRM by a webhook. An administrator of the server has to add webhook to allowed_integrations in the section unified_alerting of Grafana’s configuration and restart Grafana.'
    ),
  }),
  originRefused: () => ({
    title: t('ui.grafana-error.origin-refused.title', 'Grafana refuses changes from this address'),
    text: t(
      'ui.grafana-error.origin-refused.text',
      'The reverse proxy in front of Grafana does not pass on the address in the browser, so that nobody can change anything here. A server administrator has to pass on the Host header, or add this host to csrf_trusted_origins in the section [security].'
    ),
  }),
  busy: () => ({
    title: t('ui.grafana-error.busy.title', 'Grafana’s database is busy'),
    text: t(
      'ui.grafana-error.busy.text',
      'Too much was written at once, which passes by itself. Try again in a moment; doing it twice does no harm.'
    ),
  }),
  webPage: ({ message }) => ({
    title: t('ui.grafana-error.web-page.title', 'Something in front of Grafana answered in its place'),
    text: t(
      'ui.grafana-error.web-page.text',
      '{{message}}. It may be a sign-in page, a hotel network or a firewall: reload this page and sign in there, or have an administrator let requests below /api and /apis through to Grafana.',
      verbatim({ message })
    ),
  }),
  proxyNotConfigured: () => ({
    title: t('ui.grafana-error.proxy-not-configured.title', 'The plugin is not set up for its service account'),
    text: t(
      'ui.grafana-error.proxy-not-configured.text',
      "An administrator has to fill in Grafana's address and a service account token on the plugin's configuration page, or choose access as the signed-in user."
    ),
  }),
  otherOrganization: ({ message }) => ({
    title: t('ui.grafana-error.other-organization.title', "The plugin's settings do not fit this organization"),
    text: t(
      'ui.grafana-error.other-organization.text',
      "They lead the service account to another organization, or to none. An Admin has to open the plugin's configuration page and save it once; where a file provisions the plugin, its jsonData needs the namespace {{namespace}}.",
      verbatim({ namespace: message })
    ),
  }),
  stopped: () => ({
    title: t('ui.grafana-error.stopped.title', 'Stopped'),
    text: t('ui.grafana-error.stopped.text', 'What was under way was finished, and nothing else was begun.'),
  }),
  unexpected: ({ message, status }) => ({
    title: t('ui.grafana-error.unexpected.title', 'Grafana gave an unexpected answer'),
    text:
      status === undefined
        ? message
        : t('ui.grafana-error.unexpected.text', 'Status {{status}}: {{message}}', verbatim({ status, message })),
  }),
};

function withoutFullStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}
