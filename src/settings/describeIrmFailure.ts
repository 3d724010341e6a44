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
    case 'tokenRefused':
      return {
        title,
        text: isKey
          ? t(
              'settings.irm.check.key-refused',
              'The API key was mistyped or deleted, or its owner is no longer active. Create a new one in IRM under Settings > Admin & API.'
            )
          : t(
              'settings.irm.check.token-refused',
              'IRM gives the same answer in all these cases: the token was mistyped, was deleted, has expired or has no permissions, it belongs to another stack than {{stack}}, or IRM cannot reach that stack. Correct the stack URL, or create a new token in that stack.',
              verbatim({ stack: place.stackUrl })
            ),
      };
    case 'stackUnknown':
      return {
        title,
        text: t(
          'settings.irm.check.stack-unknown',
          'IRM has no stack with the URL {{stack}}. Enter it exactly as the browser shows it in that stack, up to the first slash. A stack where IRM was never opened is not known either.',
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
              'Try again. If it persists, check the stack URL, {{stack}}: IRM checks the token there, and may wait in vain.',
              verbatim({ stack: place.stackUrl })
            ),
      };
    case 'wrongAddress':
    case 'notFound':
      return {
        title: t('settings.irm.check.wrong-address.title', "This is not IRM's API"),
        text:
          tooLong(place) ??
          t(
            'settings.irm.check.wrong-address.text',
            'There is no IRM API at {{url}}. Copy the URL from IRM, Settings > Admin & API.',
            verbatim({ url: place.apiUrl })
          ),
      };
    case 'unexpected':
      return {
        title,
        text:
          tooLong(place) ??
          t(
            'settings.irm.check.unexpected',
            "The answer is not what IRM's API gives. If {{url}} is the URL that IRM shows under Settings > Admin & API, something on the way may have changed or cut it: try again. Otherwise correct the URL.",
            verbatim({ url: place.apiUrl })
          ),
      };
    default:
      return { title, text };
  }
}

/** That the stored address goes on too long, which explains whatever came back; undefined where it does not. */
function tooLong({ apiUrl }: IrmPlace): string | undefined {
  const url = apiBase(apiUrl);
  return url === apiUrl
    ? undefined
    : t(
        'settings.irm.check.address-too-long',
        'The stored URL must end before /api/v1, without a slash: {{url}}',
        verbatim({ url })
      );
}
