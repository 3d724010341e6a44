/** @jest-environment <rootDir>/.config/jest/page.mjs */
import fc from 'fast-check';
import { dateTimeFormat } from '@grafana/data';
import type { Outage } from '../../../connection/irm/outages';
import { layOutOutages } from './outageLayout';
import { formatShare } from './outageTexts';

const DAY = 24 * 3600_000;
const NOW = Date.parse('2026-11-22T08:00:00Z');
const WHOLE = 30 * DAY;

const outage = (from: number, to: number | undefined): Outage => ({
  from,
  to,
  end: to === undefined ? 'unknown' : 'restored',
  isOpen: false,
  groups: [],
});

test('ticks are midnights with room for their dates, fewer on a narrow page', () => {
  const wide = layOutOutages([], { from: NOW - WHOLE, to: NOW }, WHOLE, 860);
  const narrow = layOutOutages([], { from: NOW - WHOLE, to: NOW }, WHOLE, 340);
  expect(wide.ticks.length).toBeGreaterThan(narrow.ticks.length);
  expect(narrow.ticks.length).toBeGreaterThan(1);
  for (const { ticks } of [wide, narrow]) {
    expect(new Set(ticks.map(({ time }) => dateTimeFormat(time, { format: 'HH:mm' })))).toEqual(new Set(['00:00']));
    const gaps = ticks.slice(1).map(({ x }, index) => (ticks[index]?.x ?? 0) - x);
    expect(Math.min(...gaps)).toBeGreaterThan(50);
  }
});

test('what was not looked at is left blank', () => {
  const { known, start, end } = layOutOutages([], { from: NOW - WHOLE / 2, to: NOW }, WHOLE, 620);
  expect(known.x).toBeCloseTo((start + end) / 2);
  expect(known.x + known.width).toBeCloseTo(end);
});

test('each outage can be seen, and none leaves the strip, however wide that is', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(WHOLE), fc.option(fc.nat(WHOLE), { nil: undefined })).map(([from, length]) => {
      const start = NOW - WHOLE + from;
      return outage(start, length === undefined ? undefined : Math.min(NOW, start + length));
    })
  );
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 2000 }), (outages, width) => {
      const { bars, start, end } = layOutOutages(outages, { from: NOW - WHOLE, to: NOW }, WHOLE, width);
      const isSeen = ({ x, width: wide }: (typeof bars)[number]) =>
        wide >= 3 && x >= start - 1e-6 && x + wide <= end + 1e-6;
      expect(bars.filter((bar) => !isSeen(bar))).toEqual([]);
    })
  );
});

test.each([
  [1, '100%'],
  [0.999999, '99.99%'],
  [0.9995, '99.95%'],
  [0.9, '90%'],
  [0, '0%'],
])('a share of %d reads as %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});
