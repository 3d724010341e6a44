import type { PluginConfigPageProps, AppPluginMeta } from '@grafana/data';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { PageSkeleton } from '../ui/PageSkeleton';

const ConfigurationPage = lazy(() => import('./ConfigurationPage'));

export function LazyConfiguration(props: PluginConfigPageProps<AppPluginMeta>) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<PageSkeleton />}>
        <ConfigurationPage {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
