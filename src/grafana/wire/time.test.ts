import { millisecondsFromGo, timeFromWire } from './time';

it('takes Go’s zero time for never', () => {
  expect(timeFromWire('0001-01-01T00:00:00.000Z')).toBeUndefined();
  expect(timeFromWire(undefined)).toBeUndefined();
  expect(timeFromWire('soon')).toBeUndefined();
  expect(timeFromWire('2026-11-22T04:20:35.050Z')).toBe(Date.UTC(2026, 10, 22, 4, 20, 35, 50));
});

it.each([
  ['1ms', 1],
  ['0s', 0],
  ['1m2.5s', 62_500],
  ['350µs', 0.35],
  ['1h', 3_600_000],
  ['5', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads the duration %s as %s milliseconds', (text, milliseconds) => {
  expect(millisecondsFromGo(text)).toEqual(milliseconds === undefined ? undefined : expect.closeTo(milliseconds, 6));
});
