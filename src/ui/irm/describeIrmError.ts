import { t } from '@grafana/i18n';
import type { IrmError } from '../../connection/irm/irmPort';
import { formatSeconds } from '../formatSeconds';

interface Description {
  title: string;
  /** What to do about it. */
  text: string;
}

/** What went wrong with IRM's API, and what to do about it. Nothing of it touches Grafana's side. */
export function describeIrmError({ reason, waitSeconds }: IrmError): Description {
  return TEXTS[reason](waitSeconds);
}

const TEXTS: Record<IrmError['reason'], (waitSeconds: number | undefined) => Description> = {
  notConfigured: () => ({
    title: t('irm.error.not-configured.title', "IRM's API is not set up"),
    text: t('irm.error.not-configured.text', 'An Admin enters its address and a token on the configuration page.'),
  }),
  userRoleTooLow: () => ({
    title: t('irm.error.user-role.title', 'Your role does not allow this'),
    text: t('irm.error.user-role.text', 'IRM is open to Editors and Admins here.'),
  }),
  signedOut: () => ({
    title: t('irm.error.signed-out.title', 'You are signed out'),
    text: t('irm.error.signed-out.text', 'Sign in again and repeat what you did.'),
  }),
  tokenRefused: () => ({
    title: t('irm.error.token-refused.title', 'IRM refuses the token'),
    text: t(
      'irm.error.token-refused.text',
      'It was deleted, has expired, or belongs to another stack than the one in the settings. An Admin replaces it on the configuration page.'
    ),
  }),
  stackUnknown: () => ({
    title: t('irm.error.stack-unknown.title', 'IRM does not know this stack'),
    text: t(
      'irm.error.stack-unknown.text',
      'The address of the stack in the settings has to be the one that IRM knows, for example https://my-stack.grafana.net.'
    ),
  }),
  forbidden: () => ({
    title: t('irm.error.forbidden.title', "IRM's token may not do this"),
    text: t('irm.error.forbidden.text', 'The configuration page tells which permission the token lacks.'),
  }),
  notFound: () => ({
    title: t('irm.error.not-found.title', 'IRM does not have it any longer'),
    text: t('irm.error.not-found.text', 'It was deleted there, or belongs to another organization.'),
  }),
  nameTaken: () => ({
    title: t('irm.error.name-taken.title', 'IRM has an integration of this name already'),
    text: t('irm.error.name-taken.text', 'Choose another title or another team, or use the one that is there.'),
  }),
  invalid: () => ({
    title: t('irm.error.invalid.title', 'IRM does not take this'),
    text: t('irm.error.invalid.text', 'Correct what IRM names and try again.'),
  }),
  rateLimited: (waitSeconds) => ({
    title: t('irm.error.rate-limited.title', 'IRM asks to wait'),
    text:
      waitSeconds === undefined
        ? t('irm.error.rate-limited.text', 'Too many requests reached its API. Try again in a minute.')
        : t('irm.error.rate-limited.wait', 'Too many requests reached its API. Try again in {{wait}}.', {
            wait: formatSeconds(waitSeconds),
          }),
  }),
  timeout: () => ({
    title: t('irm.error.timeout.title', 'IRM does not answer in time'),
    text: t('irm.error.timeout.text', 'Try again. Grafana and its alerts are not touched by this.'),
  }),
  unreachable: () => ({
    title: t('irm.error.unreachable.title', 'IRM cannot be reached'),
    text: t(
      'irm.error.unreachable.text',
      'The Grafana server got no answer from the address of the API. Check the address, the network and a proxy in between.'
    ),
  }),
  wrongAddress: () => ({
    title: t('irm.error.wrong-address.title', "Something else than IRM's API answers"),
    text: t(
      'irm.error.wrong-address.text',
      'The address has to be the one that IRM shows under Settings, Admin & API. An Admin corrects it on the configuration page.'
    ),
  }),
  serverError: () => ({
    title: t('irm.error.server-error.title', 'IRM reports a fault of its own'),
    text: t('irm.error.server-error.text', 'Try again in a moment. Grafana and its alerts are not touched by this.'),
  }),
  unexpected: () => ({
    title: t('irm.error.unexpected.title', 'IRM gave an answer that the plugin does not know'),
    text: t('irm.error.unexpected.text', 'Try again. If it happens again, report it with the words of IRM.'),
  }),
};
