import { lazy, useEffect, useRef, useState } from 'react';
import { Loaded } from '../ui/Loaded';
import { ownMark } from '../ui/ownMark';

const ConnectionState = lazy(() => import('./ConnectionState'));

interface Props {
  /** Id of a connection, as in the address of its page; left out for all connections together. */
  connectionId?: string;
}

/**
 * Loaded once it comes into view, because the page is not ours: what nobody scrolls to costs that page nothing. That
 * it cannot be loaded is said, and the page stays as it is.
 */
export function LazyConnectionState({ connectionId }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) {
      return undefined;
    }
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        setSeen(true);
      }
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    // An element without a height is never in view.
    <div {...ownMark} ref={place} style={{ minHeight: 1 }}>
      {isSeen && (
        <Loaded>
          <ConnectionState connectionId={connectionId} />
        </Loaded>
      )}
    </div>
  );
}
