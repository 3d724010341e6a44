import { useEffect, useRef, useState, type ReactNode } from 'react';

/** What is drawn once it comes this close to what is seen. */
const MARGIN = '200px 0px';

interface Props {
  role: 'rowgroup' | 'presentation';
  /** While it has not been drawn yet, in pixels. */
  height: number;
  /** Whether it is drawn before the browser has told that it is near. */
  startsDrawn: boolean;
  /** Whether it is drawn wherever it is. */
  isKept: boolean;
  draw(): ReactNode;
}

/** A part of a long list, which holds its place empty until the browser tells that it is near, whichever box it scrolls in. */
export function Near({ role, height, startsDrawn, isKept, draw }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [{ isNear, drawnHeight }, setState] = useState({ isNear: startsDrawn, drawnHeight: height });
  useEffect(() => {
    const part = ref.current;
    if (!part) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => setState({ isNear: entries.at(-1)?.isIntersecting === true, drawnHeight: part.offsetHeight }),
      { rootMargin: MARGIN }
    );
    observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return isNear || isKept ? (
    <div ref={ref} role={role}>
      {draw()}
    </div>
  ) : (
    <div ref={ref} role="presentation" style={{ height: drawnHeight }} />
  );
}
