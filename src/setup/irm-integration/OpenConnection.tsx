import { t } from '@grafana/i18n';
import type { Connection } from '../../connection/ownership/connections';
import { nameOf } from '../../connection/ownership/nameOf';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { setupConnectionPath } from '../../ui/pagePaths';
import { verbatim } from '../../ui/verbatim';

/** One integration is one connection: leads to the one that feeds it. */
export function OpenConnection({ connection }: { connection: Connection }) {
  return (
    <InternalLinkButton
      href={setupConnectionPath(connection.id)}
      size="sm"
      variant="secondary"
      aria-label={t('setup.pick.open-label', 'Open the connection {{name}}', verbatim({ name: nameOf(connection) }))}
    >
      {t('setup.pick.open', 'Open connection')}
    </InternalLinkButton>
  );
}
