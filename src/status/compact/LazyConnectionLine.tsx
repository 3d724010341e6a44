import { TextLink } from '@grafana/ui';
import { Component, lazy, Suspense, type ReactNode } from 'react';
import type { OverviewRow } from '../../connection/health/overview';
import { nameOf } from '../../connection/ownership/nameOf';
import { connectionPath } from '../summary/paths';

const ConnectionLine = lazy(() => import('./ConnectionLine'));

/** One connection with state and reason, whose words a page on which all is well does without. */
export function LazyConnectionLine({ row }: { row: OverviewRow }) {
  const name = <TextLink href={connectionPath(row.connection.id)}>{nameOf(row.connection)}</TextLink>;
  return (
    <NameInstead name={name}>
      <Suspense fallback={name}>
        <ConnectionLine row={row} />
      </Suspense>
    </NameInstead>
  );
}

/** Where the words cannot be loaded, the name leads to the page that has them; the answer above it stays. */
class NameInstead extends Component<{ name: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  render() {
    return this.state.hasFailed ? this.props.name : this.props.children;
  }
}
