import { lazy, Suspense } from 'react';

const ConnectionState = lazy(() => import('./ConnectionState'));

interface Props {
  /** Id of a connection, as in the address of its page; left out for all connections together. */
  connectionId?: string;
}

/** Loaded only where another page really shows it. What it throws is caught by Grafana, which may not reload that page. */
export function LazyConnectionState({ connectionId }: Props) {
  return (
    <Suspense fallback={null}>
      <ConnectionState connectionId={connectionId} />
    </Suspense>
  );
}
