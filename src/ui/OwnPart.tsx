import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { ownMark } from './ownMark';

interface Props {
  /** Until it is loaded. */
  meanwhile: ReactNode;
  children: ReactNode;
}

/** Around what Grafana draws of the plugin as a whole page, whose code is loaded once it is opened. */
export const OwnPart = ({ meanwhile, children }: Props) => (
  <div {...ownMark} style={{ display: 'contents' }}>
    <ErrorBoundary>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </ErrorBoundary>
  </div>
);
