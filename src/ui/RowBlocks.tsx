import type { ReactNode } from 'react';
import { RowBlock } from './RowBlock';

interface Props<T> {
  rows: readonly T[];
  /** How many rows are drawn or left out together. */
  size: number;
  rowHeight: number;
  /** How many blocks are drawn before the browser has told what is near. */
  startsDrawn: number;
  /** Whether a row is drawn wherever it is. */
  isKept?(row: T): boolean;
  /** @param place the row's number, from 1 on */
  draw(row: T, place: number): ReactNode;
}

/** The rows of a long list, drawn only where they can be seen. */
export function RowBlocks<T>({ rows, size, rowHeight, startsDrawn, isKept = () => false, draw }: Props<T>) {
  const blocks = Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => index * size);
  return blocks.map((first, block) => {
    const within = rows.slice(first, first + size);
    return (
      <RowBlock
        key={first}
        size={within.length}
        rowHeight={rowHeight}
        startsDrawn={block < startsDrawn}
        isKept={within.some(isKept)}
        draw={() => within.map((row, index) => draw(row, first + index + 1))}
      />
    );
  });
}
