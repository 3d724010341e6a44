import { Component, Suspense, type ReactNode } from 'react';
import { isMissingChunk } from './isMissingChunk';
import { NotLoaded } from './NotLoaded';

interface Props {
  /** Where it fails in whatever way. By default words that it could not be loaded; any other error goes on. */
  instead?: ReactNode;
  /** Until it is loaded; nothing by default. */
  meanwhile?: ReactNode;
  children: ReactNode;
}

/** Around a part that is loaded once there is something to tell: what stands beside it stays, whether it comes or not. */
export class Loaded extends Component<Props, { error: Error | undefined }> {
  state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  render() {
    const { instead, meanwhile = null, children } = this.props;
    const { error } = this.state;
    if (!error) {
      return <Suspense fallback={meanwhile}>{children}</Suspense>;
    }
    if (instead === undefined && !isMissingChunk(error)) {
      throw error;
    }
    return instead === undefined ? <NotLoaded /> : instead;
  }
}
