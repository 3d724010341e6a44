import { t } from '@grafana/i18n';
import type { IrmError } from '../../connection/irm/irmPort';
import { describeReadError } from '../describeReadError';
import { formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';

interface Description {
  title: string;
  /** What to do about it. */
  text: string;
}

/** What went wrong with IRM's API, and what to do about it. Nothing of it touches Grafana's side. */
export function describeIrmError({ reason, waitSeconds, message, status }: IrmError): Description {
  if (reason === 'inFront') {
    return describeReadError({ reason: 'webPage', message, status });
  }
  // Without a status it was the browser that got no answer, of Grafana.
  return reason === 'unreachable' && status === undefined
    ? describeReadError({ reason, message, status })
    : TEXTS[reason](waitSeconds);
}

/** What was received, to stand beside it, and whose words those are; '' where nothing was, or all is said. */
export function describeIrmAnswer({ reason, message, status, instead }: IrmError): string {
  if (message === '' || status === undefined || reason === 'inFront') {
    return '';
  }
  switch (instead) {
    case undefined:
      return t('irm.error.own-words', "IRM's message: {{message}}", verbatim({ message }));
    case 'webPage':
    case 'unknownForm':
      return message;
    case 'othersWords':
    case 'noWords':
      return t('irm.error.received', 'Received: {{message}}', verbatim({ message }));
  }
}

const TEXTS: Record<Exclude<IrmError['reason'], 'inFront'>, (waitSeconds: number | undefined) => Description> = {
  notConfigured: () => ({
    title: t('irm.error.not-configured.title', "IRM's API is not configured"),
    text: t('irm.error.not-configured.text', 'An Admin can enter its URL and a token on the configuration page.'),
  }),
  userRoleTooLow: () => ({
    title: t('irm.error.user-role.title', 'Your role does not allow this'),
    text: t('irm.error.user-role.text', 'Only Editors and Admins can use IRM here.'),
  }),
  signedOut: () => ({
    title: t('irm.error.signed-out.title', 'You are signed out'),
    text: t('irm.error.signed-out.text', 'Sign in again and retry.'),
  }),
  tokenRefused: () => ({
    title: t('irm.error.token-refused.title', 'IRM rejected the token'),
    text: t(
      'irm.error.token-refused.text',
      'It was deleted, has expired, or belongs to another stack than the one in the settings. An Admin can replace it on the configuration page.'
    ),
  }),
  stackUnknown: () => ({
    title: t('irm.error.stack-unknown.title', 'IRM does not know this stack'),
    text: t(
      'irm.error.stack-unknown.text',
      'The stack URL in the settings must be the one that IRM knows, for example https://my-stack.grafana.net.'
    ),
  }),
  forbidden: () => ({
    title: t('irm.error.forbidden.title', 'The IRM token lacks a permission'),
    text: t('irm.error.forbidden.text', 'An Admin can see which one on the configuration page.'),
  }),
  notFound: () => ({
    title: t('irm.error.not-found.title', 'No longer in IRM'),
    text: t('irm.error.not-found.text', 'It was deleted, or belongs to another organization.'),
  }),
  nameTaken: () => ({
    title: t('irm.error.name-taken.title', 'IRM already has an integration with this name'),
    text: t('irm.error.name-taken.text', 'Choose another title or team, or use the existing integration.'),
  }),
  invalid: () => ({
    title: t('irm.error.invalid.title', 'IRM rejected the values'),
    text: t('irm.error.invalid.text', 'Correct what IRM names and try again.'),
  }),
  rateLimited: (waitSeconds) => ({
    title: t('irm.error.rate-limited.title', "IRM's rate limit is reached"),
    text:
      waitSeconds === undefined
        ? t('irm.error.rate-limited.text', 'Too many API requests. Try again in a minute.')
        : t('irm.error.rate-limited.wait', 'Too many API requests. Try again in {{wait}}.', {
            wait: formatSeconds(waitSeconds),
          }),
  }),
  timeout: () => ({
    title: t('irm.error.timeout.title', 'IRM did not answer in time'),
    text: t('irm.error.timeout.text', 'Try again. Grafana and its alerts are not affected.'),
  }),
  unreachable: () => ({
    title: t('irm.error.unreachable.title', 'IRM cannot be reached'),
    text: t(
      'irm.error.unreachable.text',
      'The Grafana server got no answer from the API URL. Check the URL, the network and any proxy in between.'
    ),
  }),
  wrongAddress: () => ({
    title: t('irm.error.wrong-address.title', "This is not IRM's API"),
    text: t(
      'irm.error.wrong-address.text',
      'Use the URL that IRM shows under Settings > Admin & API. An Admin can correct it on the configuration page.'
    ),
  }),
  serverError: () => ({
    title: t('irm.error.server-error.title', 'IRM answered with a server error'),
    text: t('irm.error.server-error.text', 'Try again in a moment. Grafana and its alerts are not affected.'),
  }),
  notLoaded: () => ({
    title: t('irm.error.not-loaded.title', 'IRM Connect could not load a part of itself'),
    text: t(
      'irm.error.not-loaded.text',
      'The plugin was probably updated while this page was open. This request was not sent. Reload the page.'
    ),
  }),
  unexpected: () => ({
    title: t('irm.error.unexpected.title', 'Unexpected answer from IRM'),
    text: t('irm.error.unexpected.text', 'Try again. If it happens again, report it with what was received.'),
  }),
};
