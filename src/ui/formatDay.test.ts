/** @jest-environment <rootDir>/.config/jest/page.mjs */
import { dateTimeFormat, setTimeZoneResolver } from '@grafana/data';
import { formatDay } from './formatDay';

afterEach(() => setTimeZoneResolver(() => 'browser'));

const LATE = Date.UTC(2026, 10, 23, 23, 30);

test.each([
  ['utc', 'Nov 23'],
  ['Europe/Berlin', 'Nov 24'],
  ['America/New_York', 'Nov 23'],
])('in the zone "%s" it is %s', (zone, day) => {
  setTimeZoneResolver(() => zone);
  expect(formatDay(LATE)).toBe(day);
});

test('a zone that the browser does not know is written as Grafana does it, and takes no page down', () => {
  setTimeZoneResolver(() => 'Mars/Olympus');
  expect(formatDay(LATE)).toBe(dateTimeFormat(LATE, { format: 'MMM D' }));
});
