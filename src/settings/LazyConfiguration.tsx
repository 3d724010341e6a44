import type { PluginConfigPageProps, AppPluginMeta } from '@grafana/data';
import { lazy, Suspense } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { ownMark } from '../ui/ownMark';
import { PageSkeleton } from '../ui/PageSkeleton';

const ConfigurationPage = lazy(() => import('./ConfigurationPage'));

export function LazyConfiguration(props: PluginConfigPageProps<AppPluginMeta>) {
  return (
    <div {...ownMark} style={{ display: 'contents' }}>
      <ErrorBoundary>
        <Suspense fallback={<PageSkeleton />}>
          <ConfigurationPage {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
