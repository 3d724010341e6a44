import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Rows are drawn once they come this close to what is seen. */
const MARGIN = '400px 0px';

interface Props {
  /** How many rows there are in it. */
  size: number;
  /** Of one row that has not been drawn yet, in pixels. */
  rowHeight: number;
  /** Whether it is drawn before the browser has told that it is near. */
  startsDrawn: boolean;
  /** Whether it is drawn wherever it is. */
  isKept: boolean;
  draw(): ReactNode;
}

/** A part of a long list, which holds its place empty until the browser tells that it is near, whichever box it scrolls in. */
export function RowBlock({ size, rowHeight, startsDrawn, isKept, draw }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [{ isNear, height }, setState] = useState({ isNear: startsDrawn, height: size * rowHeight });
  useEffect(() => {
    const block = ref.current;
    if (!block) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => setState({ isNear: entries.at(-1)?.isIntersecting === true, height: block.offsetHeight }),
      { rootMargin: MARGIN }
    );
    observer.observe(block);
    return () => observer.disconnect();
  }, []);
  return isNear || isKept ? (
    <div ref={ref} role="rowgroup">
      {draw()}
    </div>
  ) : (
    <div ref={ref} role="presentation" style={{ height }} />
  );
}
