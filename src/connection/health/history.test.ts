import type { StateChange } from '../port/grafanaPort';
import { firingSpans } from './history';

const change = (at: number, previous: string, next: string, note?: string): StateChange => ({
  at,
  previous,
  next,
  note,
});
const told = (changes: StateChange[], from = 0, to = 100_000) =>
  firingSpans(changes, from, to).map((span) => `${span.state} ${span.from}-${span.to}`);

it('tells a day of one rule', () => {
  expect(told([change(10_000, 'Normal', 'Alerting'), change(50_000, 'Alerting', 'Normal', 'Paused')])).toEqual([
    'Normal 0-10000',
    'Alerting 10000-50000',
    'Normal 50000-100000',
  ]);
});

it('takes a save of the firing rule for no interruption (measured on 12.4.0)', () => {
  expect(told([change(20_000, 'Normal', 'Alerting'), change(20_009, 'Alerting', 'Normal', 'Updated')])).toEqual([
    'Normal 0-20000',
    'Alerting 20000-100000',
  ]);
});

it('believes a save after which the rule no longer fires', () => {
  expect(told([change(1_000, 'Normal', 'Alerting'), change(60_000, 'Alerting', 'Normal', 'Updated')])).toEqual([
    'Normal 0-1000',
    'Alerting 1000-60000',
    'Normal 60000-100000',
  ]);
});

it('cuts off what lies outside, and says nothing where nothing changed', () => {
  expect(told([change(-5_000, 'Normal', 'Alerting'), change(200_000, 'Alerting', 'Normal')])).toEqual([
    'Alerting 0-100000',
  ]);
  expect(told([])).toEqual([]);
});
