import fc from 'fast-check';
import { layOutBeats, type Beats } from './beatLayout';

const NOW = Date.UTC(2026, 10, 23, 12);
const ago = (seconds: number) => NOW - seconds * 1000;
const lay = (beats: Partial<Beats>, width = 340) =>
  layOutBeats({ now: NOW, seen: [], lastBeat: undefined, gap: 122_000, interval: 600_000, ...beats }, width);

test('a beat in time: the next ones are due, none was missed, IRM waits a whole interval', () => {
  const layout = lay({ seen: [ago(152), ago(30)], lastBeat: ago(30) });
  expect(layout).toMatchObject({ missed: [], missedCount: 0, from: ago(600), to: ago(-690) });
  expect(layout.due).toHaveLength(4);
  expect(layout.seen).toHaveLength(2);
  expect(layout.due.every((x) => x > layout.now)).toBe(true);
});

test('a beat that is a few seconds late is due and not missed', () => {
  expect(lay({ lastBeat: ago(125) }).missedCount).toBe(0);
  expect(lay({ lastBeat: ago(130) }).missedCount).toBe(1);
});

test('beats that stay away are each missed, up to now', () => {
  const layout = lay({ lastBeat: ago(400) });
  expect(layout.missedCount).toBe(3);
  expect(layout.missed.every((x) => x < layout.now)).toBe(true);
});

test('many missed beats run into one stretch, and their number is known', () => {
  const layout = lay({ lastBeat: ago(86_400) });
  expect(layout).toMatchObject({ missed: [], missedCount: 708, missedStretch: { to: layout.now } });
});

test('a paused heartbeat expects nothing, and one that never beat has no window', () => {
  expect(lay({ lastBeat: ago(60), gap: undefined })).toMatchObject({ due: [], missed: [], missedCount: 0 });
  expect(lay({})).toMatchObject({ window: undefined, check: undefined, due: [] });
});

test('whatever the times, all parts stand within the picture and in order', () => {
  const times = fc.record({
    lastBeat: fc.option(fc.integer({ min: -60, max: 200_000 }).map(ago), { nil: undefined }),
    gap: fc.option(fc.integer({ min: 1_000, max: 90_000_000 }), { nil: undefined }),
    interval: fc.constantFrom(60_000, 600_000, 86_400_000),
    width: fc.integer({ min: 0, max: 1200 }),
  });
  fc.assert(
    fc.property(times, ({ width, ...beats }) => {
      const layout = lay({ ...beats, seen: beats.lastBeat === undefined ? [] : [beats.lastBeat] }, width);
      const spans = [layout.window, layout.check, layout.missedStretch, layout.dueStretch];
      const points = [layout.now, ...layout.seen, ...layout.missed, ...layout.due];
      for (const x of [...points, ...spans.flatMap((span) => (span ? [span.from, span.to] : []))]) {
        expect(x).toBeGreaterThanOrEqual(layout.start);
        expect(x).toBeLessThanOrEqual(layout.end);
      }
      expect(points.length).toBeLessThan(400);
    })
  );
});
