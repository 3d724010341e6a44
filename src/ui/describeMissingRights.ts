import { t } from '@grafana/i18n';
import { PROTECTED } from '../connection/plan/rights';
import type { Actor } from './data/createServices';
import { verbatim } from './verbatim';

/** Whether nothing is missing but the right to change a protected address. */
export const isAboutAddress = (missing: readonly string[]) =>
  missing.length > 0 && missing.every((action) => action === PROTECTED);

/** Who lacks rights, and who can help. */
export function describeMissingRights(missing: readonly string[], actor: Actor): string {
  if (isAboutAddress(missing)) {
    return actor === 'person'
      ? t(
          'ui.missing-rights.protected',
          'Grafana protects the URL of this contact point. An Admin or the account that created it can change it.'
        )
      : t(
          'ui.missing-rights.protected-account',
          "Grafana protects the URL of this contact point, which the plugin's service account did not create. An Admin can change it in Grafana."
        );
  }
  return actor === 'person'
    ? t('ui.missing-rights.text', 'Ask an admin for the Editor role, or for the missing permissions.')
    : t(
        'ui.missing-rights.account',
        "The plugin's service account lacks permissions. An Admin can give it the Editor role."
      );
}

/** The same in one line, with the rights named unless the words for one say more. */
export function missingInShort(missing: readonly string[], actor: Actor): string {
  if (isAboutAddress(missing)) {
    return describeMissingRights(missing, actor);
  }
  const rights = verbatim({ rights: missing.join(', ') });
  return actor === 'person'
    ? t('status.missing', 'You lack: {{rights}}', rights)
    : t('status.missing-account', "The plugin's service account lacks: {{rights}}", rights);
}
