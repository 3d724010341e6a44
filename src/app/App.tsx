import type { AppRootProps } from '@grafana/data';
import { Suspense } from 'react';
import { KeepFocus } from '../ui/KeepFocus';
import { PageSkeleton } from '../ui/PageSkeleton';
import { AppProviders } from './AppProviders';
import { Pages } from './Pages';

/** Everything behind `/a/irmconnect-setup-app`: what pages share, and the pages. */
export default function App({ meta }: AppRootProps) {
  return (
    <AppProviders meta={meta}>
      <KeepFocus>
        <Suspense fallback={<PageSkeleton />}>
          <Pages />
        </Suspense>
      </KeepFocus>
    </AppProviders>
  );
}
