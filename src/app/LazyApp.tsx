import type { AppRootProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { t } from '@grafana/i18n';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';

const App = lazy(() => import('./App'));

export function LazyApp(props: AppRootProps) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingPlaceholder text={t('app.loading', 'Loading IRM Connect...')} />}>
        <App {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
