import { t } from '@grafana/i18n';
import type { IrmError } from '../connection/irm/irmPort';
import { apiBase, type IrmPlace } from '../grafana/irmAddresses';
import { describeIrmError } from '../ui/irm/describeIrmError';
import { verbatim } from '../ui/verbatim';

/** What ended the check of IRM's API, as somebody has to know who can change the settings. */
export function describeIrmFailure(error: IrmError, place: IrmPlace): { title: string; text: string } {
  const isKey = place.credential === 'apiKey';
  const { title, text } = describeIrmError(error);
  switch (error.reason) {
    case 'notConfigured':
      return {
        title,
        text: t('settings.irm.check.not-configured', 'Save the settings and enable the plugin, then test again.'),
      };
    case 'signedOut':
      return {
        title,
        text: t(
          'settings.irm.check.signed-out',
          'Sign in again. If you are signed in, the address of the API leads to a Grafana in the place of IRM.'
        ),
      };
    case 'tokenRefused':
      return {
        title,
        text: isKey
          ? t(
              'settings.irm.check.key-refused',
              'The API key was mistyped or deleted, or its owner is not active any longer. Make a new one in IRM under Settings, Admin & API.'
            )
          : t(
              'settings.irm.check.token-refused',
              'Either the token was mistyped, was deleted, has expired or has no permission at all, or it belongs to another stack than {{stack}}, or IRM cannot reach that stack: IRM says the same of all of them. Correct the address of the stack, or make a new token in that stack.',
              verbatim({ stack: place.stackUrl })
            ),
      };
    case 'stackUnknown':
      return {
        title,
        text: t(
          'settings.irm.check.stack-unknown',
          'IRM has no stack with the address {{stack}}. Enter it exactly as the browser shows it in that stack, up to the first slash. A stack in which IRM was never opened is not known either.',
          verbatim({ stack: place.stackUrl })
        ),
      };
    case 'timeout':
      return {
        title,
        text: isKey
          ? text
          : t(
              'settings.irm.check.timeout',
              'Try again. If it stays like that, check the address of the stack, {{stack}}: IRM asks there about the token, and may wait in vain.',
              verbatim({ stack: place.stackUrl })
            ),
      };
    case 'wrongAddress':
    case 'notFound':
    case 'unexpected':
      return {
        title: t('settings.irm.check.wrong-address.title', "Something else than IRM's API answers"),
        text:
          apiBase(place.apiUrl) === place.apiUrl
            ? t(
                'settings.irm.check.wrong-address',
                'Nothing like IRM’s API is at {{url}}. Copy the address from IRM, Settings, Admin & API.',
                verbatim({ url: place.apiUrl })
              )
            : t(
                'settings.irm.check.address-too-long',
                'The stored address has to end before /api/v1, without a slash: {{url}}',
                verbatim({ url: apiBase(place.apiUrl) })
              ),
      };
    default:
      return { title, text };
  }
}
