import { Component, Suspense, type ReactNode } from 'react';

interface Props {
  /** Where it cannot be loaded. */
  instead: ReactNode;
  /** Until it is loaded; nothing by default. */
  meanwhile?: ReactNode;
  children: ReactNode;
}

/** Around a part that is loaded once there is something to tell: what stands beside it stays, whether it comes or not. */
export class Loaded extends Component<Props, { hasFailed: boolean }> {
  state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  render() {
    const { instead, meanwhile = null, children } = this.props;
    return this.state.hasFailed ? instead : <Suspense fallback={meanwhile}>{children}</Suspense>;
  }
}
