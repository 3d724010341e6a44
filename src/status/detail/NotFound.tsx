import { t } from '@grafana/i18n';
import { EmptyState } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { InternalLinkButton } from '../../ui/InternalLinkButton';
import { connectionsPath } from '../../ui/pagePaths';

/**
 * This organisation holds no object of the connection. Whether it ever did, and what became of it, nobody can tell. It
 * takes the focus of the page that it replaces, and of a dialog.
 */
export function NotFound() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Gone with what had it; whoever is elsewhere in Grafana stays there.
    if (document.activeElement === document.body) {
      ref.current?.focus();
    }
  }, []);
  const title = t('status.not-found.title', 'Connection not found');
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label={title}>
      <EmptyState
        variant="not-found"
        message={title}
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
    </div>
  );
}
