/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../tests/support/browser';
import { render, screen } from '@testing-library/react';
import { RowBlocks } from './RowBlocks';

const drawn: string[] = [];
afterEach(() => drawn.splice(0));

function Line({ row, place }: { row: string; place: number }) {
  drawn.push(row);
  return (
    <div role="row" aria-rowindex={place}>
      {row}
    </div>
  );
}

const draw = (row: string, place: number) => <Line row={row} place={place} />;
const idOf = (row: string) => row;
const rowsTo = (count: number) => Array.from({ length: count }, (_, index) => `row ${index + 1}`);

function show(rows: readonly string[], kept: readonly string[] = []) {
  const list = (now: readonly string[]) => (
    <div role="table">
      <RowBlocks rows={now} idOf={idOf} rowHeight={40} kept={kept} draw={draw} />
    </div>
  );
  const { rerender } = render(list(rows));
  return {
    /** What is drawn anew for it. */
    change(now: readonly string[]) {
      drawn.splice(0);
      rerender(list(now));
      return [...drawn];
    },
  };
}

const line = (name: string) => screen.getByRole('row', { name });

test('the same rows in another list are not drawn anew', () => {
  const { change } = show(rowsTo(5));
  expect(change(rowsTo(5))).toEqual([]);
});

test('a row that comes is drawn on the line of one that went, and others not at all', () => {
  const { change } = show(['a', 'b', 'c']);
  const lineOfB = line('b');
  const blockOfA = line('a');
  change(['a', 'd', 'c']);
  expect(line('d')).toBe(lineOfB);
  expect(line('a')).toBe(blockOfA);
});

test('a row that stays keeps its line where others move it', () => {
  const { change } = show(['a', 'b', 'c']);
  const lineOfC = line('c');
  change(['c']);
  expect(line('c')).toBe(lineOfC);
  change(['a', 'c', 'b']);
  expect(line('c')).toBe(lineOfC);
});

test('nobody takes the line of a row that is kept', () => {
  const { change } = show(['a', 'b'], ['b']);
  const lineOfB = line('b');
  change(['a', 'c']);
  expect(line('c')).not.toBe(lineOfB);
  expect(lineOfB).not.toBeInTheDocument();
});

test('a kept row far away is drawn with its neighbours, with its number', () => {
  show(rowsTo(1000), ['row 777']);
  expect(line('row 777')).toHaveAttribute('aria-rowindex', '777');
  expect(screen.getAllByRole('row')).toHaveLength(20);
});

test('of ten thousand rows those that are not drawn are held by less than a hundred elements', () => {
  show(rowsTo(10_000));
  expect(screen.getAllByRole('row')).toHaveLength(15);
  expect(screen.getAllByRole('presentation').length).toBeLessThan(100);
});
