import fc from 'fast-check';
import type { HeartbeatGroup } from './outageGroups';
import { outagesOf, uptimeOf, type Outage } from './outages';

const MIN = 60_000;
const SPAN = { from: 0, to: 1000 * MIN };

/** A group that opened and closed at these minutes, as most types of integration have it. */
const group = (from: number, to?: number, rest: Partial<HeartbeatGroup> = {}): HeartbeatGroup => ({
  id: `I${from}`,
  createdAt: from * MIN,
  resolvedAt: to === undefined ? undefined : to * MIN,
  alertsCount: to === undefined ? 1 : 2,
  news: to === undefined ? 'lost' : 'restored',
  newsAt: (to ?? from) * MIN,
  ...rest,
});

/** As minutes and words. */
const told = (groups: HeartbeatGroup[], lastBeat?: number) =>
  outagesOf(groups, SPAN, lastBeat === undefined ? undefined : lastBeat * MIN).map(({ from, to, end, isOpen }) =>
    [from / MIN, to === undefined ? '?' : to / MIN, end, ...(isOpen ? ['open'] : [])].join(' ')
  );

test('an outage lasts from the loss to the news of beats', () => {
  expect(told([group(300, 310), group(100, 112)])).toEqual(['100 112 restored', '300 310 restored']);
});

test('without such news it lasts until now, acknowledged or not', () => {
  expect(told([group(900)])).toEqual(['900 1000 lasting open']);
  expect(told([group(900)], 850)).toEqual(['900 1000 lasting open']);
});

test('a group that is open although beats came later has no known length', () => {
  expect(told([group(900)], 950)).toEqual(['900 ? unknown open']);
  expect(told([group(900), group(950, 955)])).toEqual(['900 ? unknown open', '950 955 restored']);
});

test('the news may be a group of its own, where templates group by what others send', () => {
  const restored = (at: number) => group(at, undefined, { news: 'restored' });
  expect(told([group(100), restored(120), group(200), restored(230), group(990)])).toEqual([
    '100 120 restored open',
    '200 230 restored open',
    '990 1000 lasting open',
  ]);
  expect(told([restored(50)])).toEqual([]);
  expect(told([group(100), group(200), restored(230)])).toEqual(['100 ? unknown open', '200 230 restored open']);
});

test('a group that somebody closed before beats came may have lasted longer', () => {
  expect(told([group(100, 105, { news: 'lost', alertsCount: 1, newsAt: 100 * MIN })])).toEqual(['100 105 closed']);
  expect(told([group(100, 105, { newsAt: 140 * MIN })])).toEqual(['100 140 restored']);
});

test('a group that took several losses in tells only of the newest', () => {
  expect(told([group(100, undefined, { alertsCount: 3, newsAt: 900 * MIN })])).toEqual([
    '100 ? unknown open',
    '900 1000 lasting open',
  ]);
  expect(told([group(100, 900, { alertsCount: 4 })])).toEqual(['100 ? unknown']);
});

test('what overlaps is one outage, and keeps all its groups', () => {
  const [one, ...others] = outagesOf([group(100, 200), group(150, 260), group(160, 170)], SPAN, undefined);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ from: 100 * MIN, to: 260 * MIN, end: 'restored' });
  expect(one?.groups.map(({ id }) => id)).toEqual(['I100', 'I150', 'I160']);
});

test('what lies outside the time does not count, and what reaches into it counts from there', () => {
  const before = { from: 500 * MIN, to: 1000 * MIN };
  const outages = outagesOf([group(100, 200), group(400, 510), group(100), group(1001)], before, 600 * MIN);
  expect(outages.map(({ from, to }) => [from / MIN, to && to / MIN])).toEqual([
    [500, 510],
    [1000, 1000],
  ]);
});

test('uptime leaves out what is not known, and says how often', () => {
  const outages = outagesOf([group(100, 200), group(300), group(400, 405)], SPAN, undefined);
  expect(uptimeOf(outages, SPAN)).toEqual({ share: 0.895, missing: 105 * MIN, unknown: 1 });
  expect(uptimeOf([], SPAN)).toEqual({ share: 1, missing: 0, unknown: 0 });
  expect(uptimeOf([], { from: 5, to: 5 })).toEqual({ share: 1, missing: 0, unknown: 0 });
});

const time = fc.integer({ min: -300, max: 1300 }).map((minutes) => minutes * MIN);
const anyGroup: fc.Arbitrary<HeartbeatGroup> = fc.record({
  id: fc.uuid(),
  createdAt: time,
  resolvedAt: fc.option(time, { nil: undefined }),
  alertsCount: fc.integer({ min: 0, max: 5 }),
  news: fc.constantFrom('lost' as const, 'restored' as const),
  newsAt: fc.option(time, { nil: undefined }),
});
const lastBeat = fc.option(time, { nil: undefined });

const overlap = (a: Outage, b: Outage) => a.from < (b.to ?? b.from) && b.from < (a.to ?? a.from);

test('whatever IRM lists, outages lie within the time, do not overlap, and uptime is a share', () => {
  fc.assert(
    fc.property(fc.array(anyGroup, { maxLength: 12 }), lastBeat, (groups, beat) => {
      const outages = outagesOf(groups, SPAN, beat);
      for (const { from, to } of outages) {
        expect(from).toBeGreaterThanOrEqual(SPAN.from);
        expect(to ?? from).toBeGreaterThanOrEqual(from);
        expect(to ?? from).toBeLessThanOrEqual(SPAN.to);
      }
      expect(outages.some((one, i) => outages.some((other, j) => i < j && overlap(one, other)))).toBe(false);
      expect(outages.map(({ from }) => from)).toEqual(outages.map(({ from }) => from).sort((a, b) => a - b));
      const { share, missing } = uptimeOf(outages, SPAN);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(missing).toBeLessThanOrEqual(SPAN.to - SPAN.from);
    })
  );
});

test('the order in which IRM lists them does not matter, nor does one that comes on two pages', () => {
  const distinct = fc.uniqueArray(anyGroup, { selector: ({ createdAt }) => createdAt, maxLength: 8 });
  fc.assert(
    fc.property(distinct, lastBeat, (groups, beat) => {
      const told = outagesOf(groups, SPAN, beat);
      expect(outagesOf([...groups].reverse(), SPAN, beat)).toEqual(told);
    })
  );
});

test('another closed outage never raises the uptime', () => {
  const closed = fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 99 }))
    .map(([from, length]) => group(from, from + length));
  fc.assert(
    fc.property(fc.array(closed, { maxLength: 8 }), closed, (groups, more) => {
      const share = (all: HeartbeatGroup[]) => uptimeOf(outagesOf(all, SPAN, undefined), SPAN).share;
      expect(share([...groups, more])).toBeLessThanOrEqual(share(groups));
    })
  );
});
