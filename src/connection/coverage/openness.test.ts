import { readFileSync } from 'node:fs';
import { opennessBy, spanOf } from './openness';

interface Recording {
  /** An interval, moments within it, moments without. */
  intervals: Array<[Record<string, unknown>, string[], string[]]>;
}

const { intervals: RECORDED } = JSON.parse(
  readFileSync(new URL('../../../tests/contracts/alertmanager-time-intervals.json', `file://${__dirname}/`), 'utf8')
) as Recording;
const NOW = Date.UTC(2026, 10, 27);
const named = (name: string, ...intervals: Array<Record<string, unknown>>) => ({ name, intervals });
const hours = (start_time: string, end_time: string) => ({ times: [{ start_time, end_time }] });

test("what is called always or never agrees with Alertmanager's own answers", () => {
  const spans = RECORDED.map(([interval, within, without]) => ({ span: spanOf([interval], 2026), within, without }));
  expect(spans.filter(({ span, without }) => span === 'always' && without.length > 0)).toEqual([]);
  const isLater = (moment: string) => moment >= '2026-01-02';
  expect(spans.filter(({ span, within }) => span === 'never' && within.some(isLater))).toEqual([]);
  expect(new Set(spans.map(({ span }) => span))).toEqual(new Set(['always', 'never', 'sometimes']));
});

test.each<[string, Array<Record<string, unknown>>, ReturnType<typeof spanOf>]>([
  ['nothing that narrows it', [{}], 'always'],
  ['the whole day', [hours('00:00', '24:00')], 'always'],
  ['all but the last minute', [hours('00:00', '23:59')], 'sometimes'],
  ['two halves of the day', [hours('12:00', '24:00'), hours('00:00', '12:00')], 'always'],
  [
    'two halves of days in two places',
    [hours('12:00', '24:00'), { ...hours('00:00', '12:00'), location: 'Asia/Tokyo' }],
    'sometimes',
  ],
  ['weekdays and weekends', [{ weekdays: ['monday:friday'] }, { weekdays: ['saturday', 'sunday'] }], 'always'],
  ['weekdays', [{ weekdays: ['Monday:Friday'] }], 'sometimes'],
  ['all days and months by name', [{ days_of_month: ['1:31'], months: ['January:December'] }], 'always'],
  ['one month', [{ months: ['may'] }], 'sometimes'],
  ['no interval at all', [], 'never'],
  ['years that are over', [{ years: ['2020:2024', '2025'] }], 'never'],
  ['a year that is not over', [{ years: ['2020', '2026'] }], 'sometimes'],
  ['what is no time', [{ times: [{ start_time: 'now' }, 'x'] }], 'sometimes'],
])('%s', (_, intervals, span) => {
  expect(spanOf(intervals, 2026)).toBe(span);
});

test('timings hold back at all times, at times, or not at all', () => {
  const known = [named('always', {}), named('nights', hours('00:00', '06:00')), named('old', { years: ['2020'] })];
  const openness = opennessBy([...known, named('days', hours('06:00', '24:00'))], NOW);
  const muted = (...muteTimings: string[]) => openness({ muteTimings, activeTimings: [] });
  const active = (...activeTimings: string[]) => openness({ muteTimings: [], activeTimings });
  expect([muted(), muted('always'), muted('nights'), muted('nights', 'days'), muted('old')]).toEqual([
    ...['open', 'shut', 'held', 'shut', 'open'],
  ]);
  expect([active('always'), active('nights'), active('old'), active('gone'), muted('gone')]).toEqual([
    ...['open', 'held', 'shut', 'held', 'held'],
  ]);
  // New Year begins later in some places than by UTC.
  expect(
    opennessBy(
      [named('old', { years: ['2025'] })],
      Date.UTC(2026, 0, 1, 12)
    )({ muteTimings: [], activeTimings: ['old'] })
  ).toBe('held');
  expect(opennessBy(undefined, NOW)({ muteTimings: ['always'], activeTimings: [] })).toBe('held');
});
