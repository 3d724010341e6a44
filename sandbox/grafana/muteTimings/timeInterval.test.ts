import { readFileSync } from 'node:fs';

import { intervalProblem, isWithin, type TimeInterval } from './timeInterval';

interface Recording {
  /** An interval, moments within it, and moments that are not. */
  intervals: Array<[TimeInterval, string[], string[]]>;
  refused: TimeInterval[];
}

const recording = JSON.parse(
  readFileSync(new URL('../../../tests/contracts/alertmanager-time-intervals.json', `file://${__dirname}/`), 'utf8')
) as Recording;

/** A Monday. */
const at = (time: string, day = '2026-11-23') => Date.parse(`${day}T${time}Z`);
const NIGHT = { start_time: '00:00', end_time: '06:00' };

test('times begin with their first minute and end before their last', () => {
  const night = { times: [NIGHT, { start_time: '22:00', end_time: '24:00' }] };
  const moments = ['00:00:00', '05:59:59', '06:00:00', '21:59:59', '22:00:00', '23:59:59'];
  expect(moments.map((time) => isWithin(night, at(time)))).toEqual([true, true, false, false, true, true]);
});

test('a time zone shifts times and days; without one it is UTC', () => {
  const tokyo = { times: [NIGHT], weekdays: ['tuesday'], location: 'Asia/Tokyo' };
  expect(isWithin(tokyo, at('16:00:00'))).toBe(true);
  expect(isWithin({ ...tokyo, location: undefined }, at('16:00:00'))).toBe(false);
  expect(isWithin({ times: [NIGHT], location: 'Europe/Berlin' }, at('05:30:00'))).toBe(false);
});

test.each<[string, TimeInterval, string, boolean]>([
  ['a weekday', { weekdays: ['Monday'] }, '2026-11-23', true],
  ['weekdays from one to another', { weekdays: ['tuesday:friday', 'sunday'] }, '2026-11-23', false],
  ['days of the month', { days_of_month: ['20:25'] }, '2026-11-23', true],
  ['the last days of the month', { days_of_month: ['-2:-1'] }, '2026-11-29', true],
  ['the last days of a leap February', { days_of_month: ['-1'] }, '2028-02-29', true],
  ['the whole month', { days_of_month: ['1:-1'] }, '2026-11-23', true],
  ['months by name', { months: ['november:december'] }, '2026-11-23', true],
  ['months by number', { months: ['1:10'] }, '2026-11-23', false],
  ['years', { years: ['2024', '2026:2027'] }, '2026-11-23', true],
  ['years to come', { years: ['2027:2028'] }, '2026-11-23', false],
  ['everything at once', { weekdays: ['monday'], months: ['may'] }, '2026-11-23', false],
  ['nothing, which is always', {}, '2026-11-23', true],
])('%s', (_, interval, day, expected) => {
  expect(intervalProblem(interval)).toBeUndefined();
  expect(isWithin(interval, at('12:00:00', day))).toBe(expected);
});

test('what ends before it begins, and what nobody knows, is refused', () => {
  const refused: TimeInterval[] = [
    { times: [{ start_time: '22:00', end_time: '06:00' }] },
    { times: [{ start_time: '6:00', end_time: '25:00' }] },
    { weekdays: ['friday:monday'] },
    { weekdays: ['someday'] },
    { days_of_month: ['0'] },
    { days_of_month: ['5:1'] },
    { months: ['someday'] },
    { days_of_month: ['27:-2'] },
    { days_of_month: ['-1:1'] },
    { years: [' 2026'] },
    { years: ['soon'] },
    { location: 'Atlantis/Capital' },
    { location: 'europe/berlin' },
    { location: 'EUROPE/BERLIN' },
    { location: 'utc' },
    { location: '+01:00' },
  ];
  expect(refused.filter((interval) => !intervalProblem(interval))).toEqual([]);
});

test('every time zone is taken under its name, and under older names', () => {
  const names = [
    ...Intl.supportedValuesOf('timeZone'),
    'UTC',
    'Etc/UTC',
    'GMT',
    'US/Pacific',
    'Asia/Kolkata',
    'Europe/Kyiv',
  ];
  expect(names.filter((location) => intervalProblem({ location }))).toEqual([]);
});

describe('what the code of Grafana’s Alertmanager answered', () => {
  test('of moments within and without, also where clocks are put forward or back', () => {
    const wrong = recording.intervals.flatMap(([interval, within, without]) => [
      ...(intervalProblem(interval) === undefined ? [] : [{ interval, time: 'refused' }]),
      ...within.filter((time) => !isWithin(interval, Date.parse(time))).map((time) => ({ interval, time })),
      ...without.filter((time) => isWithin(interval, Date.parse(time))).map((time) => ({ interval, time })),
    ]);
    expect(wrong).toEqual([]);
  });

  test('what it refuses is refused', () => {
    expect(recording.refused.filter((interval) => intervalProblem(interval) === undefined)).toEqual([]);
  });
});
