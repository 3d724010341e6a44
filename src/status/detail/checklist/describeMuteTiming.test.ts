import { describeMuteTiming } from './describeMuteTiming';

test('times, days and place are read out as Grafana stores them', () => {
  const nights = { times: [{ start_time: '22:00', end_time: '06:00' }], weekdays: ['monday:friday', 'sunday'] };
  expect(describeMuteTiming({ name: 'a', intervals: [nights, { months: ['1'], location: 'Europe/Berlin' }] })).toBe(
    '22:00-06:00 monday:friday,sunday; 1 Europe/Berlin'
  );
});

test('an interval without limits is always, no interval is never', () => {
  expect(describeMuteTiming({ name: 'a', intervals: [{}] })).toBe('always');
  expect(describeMuteTiming({ name: 'a', intervals: [] })).toBe('never');
});
