import { useEffect, type RefObject } from 'react';
import { prefetchStep, type ContentId } from './stepContent';

const AHEAD: Record<ContentId, readonly ContentId[]> = {
  // The endpoint may be pasted instead.
  'from-irm': ['contact-point', 'integration'],
  integration: ['contact-point'],
  'contact-point': ['heartbeat'],
  heartbeat: ['verify'],
  verify: [],
};

const WORK = ['pointerdown', 'keydown', 'paste'] as const;

/**
 * Loads the step that follows once somebody works on this one, so that it is there without a wait; whoever only looks
 * does not need it.
 */
export function useStepAhead(content: RefObject<HTMLElement | null>, shown: ContentId): void {
  useEffect(() => {
    const place = content.current;
    if (!place) {
      return undefined;
    }
    const prefetch = () => AHEAD[shown].forEach(prefetchStep);
    WORK.forEach((kind) => place.addEventListener(kind, prefetch, { once: true }));
    return () => WORK.forEach((kind) => place.removeEventListener(kind, prefetch));
  }, [content, shown]);
}
