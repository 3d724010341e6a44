import { Component, Suspense, type ReactNode } from 'react';

interface Props {
  /** Where they cannot be loaded. */
  instead: ReactNode;
  children: ReactNode;
}

/** Around words that are loaded when there is something to tell: the page is not ours, and the answer beside them stays. */
export class LoadedWords extends Component<Props, { hasFailed: boolean }> {
  state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  render() {
    const { instead, children } = this.props;
    return this.state.hasFailed ? instead : <Suspense fallback={null}>{children}</Suspense>;
  }
}
