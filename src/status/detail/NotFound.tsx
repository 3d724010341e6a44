import { t } from '@grafana/i18n';
import { EmptyState } from '@grafana/ui';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { connectionsPath } from '../../ui/pagePaths';

/** This organisation holds no object of the connection. Whether it ever did, and what became of it, nobody can tell. */
export function NotFound() {
  return (
    <EmptyState
      variant="not-found"
      message={t('status.not-found.title', 'Connection not found')}
      button={
        <InternalLinkButton href={connectionsPath()} variant="secondary">
          {t('status.not-found.back', 'Connections')}
        </InternalLinkButton>
      }
    >
      {t(
        'status.not-found.text',
        'It may have been deleted, or its endpoint changed, which gives it another address. A link from somebody else may lead to another organization.'
      )}
    </EmptyState>
  );
}
