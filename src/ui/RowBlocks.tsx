import { Fragment, memo, type ReactNode } from 'react';
import { Near } from './Near';
import { useLines } from './useLines';

/** So many rows are drawn or left out together: few, because each that cannot be seen costs as much as one that can. */
const BLOCK = 5;

/** So many rows are watched as one while they are far away, so that ten thousand do not make a thousand blocks. */
const SECTION = 200;

/** So many blocks are drawn before the browser has told what is near. */
const FIRST_DRAWN = 3;

interface Props<T> {
  rows: readonly T[];
  /** Tells a row from all others, whatever is known of it. */
  idOf(row: T): string;
  /** Of one that has not been drawn yet, in pixels. */
  rowHeight: number;
  /** Ids of rows that are drawn wherever they are. */
  kept?: readonly string[];
  /**
   * The same function as long as it would draw the same.
   * @param place the row's number, from 1 on
   */
  draw(row: T, place: number): ReactNode;
}

interface PartProps<T> extends Required<Props<T>> {
  /** How many rows are before this part. */
  first: number;
}

const NONE: readonly string[] = [];

/** The rows of a long list, drawn only where they can be seen. */
export function RowBlocks<T>({ kept = NONE, ...props }: Props<T>) {
  return partsOf(props.rows, SECTION).map((rows, index) => (
    <Section key={index} {...props} kept={kept} rows={rows} first={index * SECTION} />
  ));
}

const Section = partOf(function Section<T>({ first, ...props }: PartProps<T>) {
  const { rows, idOf, rowHeight, kept } = props;
  return (
    <Near
      role="presentation"
      height={rows.length * rowHeight}
      startsDrawn={first === 0}
      isKept={rows.some((row) => kept.includes(idOf(row)))}
      draw={() =>
        partsOf(rows, BLOCK).map((within, index) => (
          <Block key={index} {...props} rows={within} first={first + index * BLOCK} />
        ))
      }
    />
  );
});

const Block = partOf(function Block<T>({ rows, idOf, rowHeight, kept, draw, first }: PartProps<T>) {
  const isKept = rows.some((row) => kept.includes(idOf(row)));
  const lines = useLines(rows.map(idOf), isKept);
  return (
    <Near
      role="rowgroup"
      height={rows.length * rowHeight}
      startsDrawn={first < FIRST_DRAWN * BLOCK}
      isKept={isKept}
      draw={() => rows.map((row, index) => <Fragment key={lines[index]}>{draw(row, first + index + 1)}</Fragment>)}
    />
  );
});

/** A part of the list that is drawn anew only with other rows, or when they are drawn otherwise. */
function partOf(part: <T>(props: PartProps<T>) => ReactNode) {
  return memo(part, isSame) as typeof part;
}

function isSame<T>({ rows, ...before }: PartProps<T>, { rows: rowsNow, ...now }: PartProps<T>): boolean {
  return (
    rows.length === rowsNow.length &&
    rows.every((row, index) => row === rowsNow[index]) &&
    before.first === now.first &&
    before.kept === now.kept &&
    before.draw === now.draw
  );
}

const partsOf = <T,>(rows: readonly T[], size: number): Array<readonly T[]> =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));
