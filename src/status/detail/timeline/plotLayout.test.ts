/** @jest-environment <rootDir>/.config/jest/page.mjs */
import '../../../../tests/support/browser';
import fc from 'fast-check';
import { layOutPlot, type PlotInput } from './plotLayout';

const NOW = Date.UTC(2026, 10, 23, 12);
const ago = (seconds: number) => NOW - seconds * 1000;
const QUIET: PlotInput = {
  ...{ now: NOW, back: 3600_000, log: [], lastBeat: undefined, gap: 122_000, isOneOfSeveral: false },
  ...{ nextExpected: undefined, pages: undefined, outages: [] },
};
const lay = (input: Partial<PlotInput>, width = 800) => layOutPlot({ ...QUIET, ...input }, width);
const states = (input: Partial<PlotInput>) => lay(input).slots.map(({ state }) => state);

test('what nobody saw is not called missed', () => {
  expect(new Set(states({}))).toEqual(new Set(['unseen']));
});

test('deliveries cover the time to the next, up to now', () => {
  const seen = states({
    log: [{ from: ago(1800), to: ago(60), kind: 'delivered', count: 15 }],
    lastBeat: ago(60),
  });
  expect(seen.at(-1)).toBe('delivered');
  expect(seen[0]).toBe('unseen');
  expect(seen).not.toContain('missed');
});

test('from when a heartbeat was due and did not come it is missed, but not where another replica may send', () => {
  const silent: Partial<PlotInput> = {
    log: [{ from: ago(1800), to: ago(900), kind: 'delivered', count: 8 }],
    lastBeat: ago(900),
  };
  expect(states(silent).at(-1)).toBe('missed');
  expect(states({ ...silent, isOneOfSeveral: true })).not.toContain('missed');
  expect(states({ ...silent, gap: undefined })).not.toContain('missed');
});

test('whatever the times, all parts stand within the picture, in order, and not too many', () => {
  const times = fc.record({
    lastBeat: fc.option(fc.integer({ min: -60, max: 200_000 }).map(ago), { nil: undefined }),
    gap: fc.option(fc.integer({ min: 1_000, max: 90_000_000 }), { nil: undefined }),
    back: fc.constantFrom(3600_000, 6 * 3600_000, 24 * 3600_000),
    pages: fc.option(
      fc.integer({ min: -90_000, max: 90_000 }).map((seconds) => ({ from: ago(seconds), to: ago(seconds - 120) })),
      { nil: undefined }
    ),
    width: fc.integer({ min: 0, max: 1200 }),
  });
  fc.assert(
    fc.property(times, ({ width, ...input }) => {
      const { slots, ticks, start, end, now, pages, waits } = lay(input, width);
      const spans = [pages, waits].flatMap((span) => (span ? [span.from, span.to] : []));
      const edges = slots.flatMap(({ x, width: wide }) => [x, x + wide]);
      const all = [now, ...spans, ...edges, ...ticks.map((tick) => tick.x)];
      expect(all.filter((x) => !(x >= start - 1e-6 && x <= end + 1e-6))).toEqual([]);
      // Sums of pixels miss each other by a rounding.
      expect(edges.slice(1).filter((edge, index) => !(edge >= (edges[index] ?? 0) - 1e-6))).toEqual([]);
      expect(slots.length).toBeLessThan(200);
    })
  );
});
