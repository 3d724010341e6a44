import type { AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { ownMark } from '../ui/ownMark';

const App = lazy(() => import('./App'));

export function LazyApp(props: AppRootProps) {
  return (
    <div {...ownMark} style={{ display: 'contents' }}>
      <ErrorBoundary>
        <Suspense fallback={<LoadingPlaceholder text={t('app.loading', 'Loading IRM Connect...')} />}>
          <App {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
