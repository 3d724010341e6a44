import { groupedBy } from '../grouped';
import { namesTimings } from '../policies/namesTimings';
import type { AlertRule, NotificationPolicy } from '../policies/types';

/** An interval of a mute or active timing as Grafana stores it: `times`, `weekdays`, `days_of_month` and so on. */
type Interval = Readonly<Record<string, unknown>>;

/** When notifications leave by a way: at any time; not at all times; never again. */
export type Openness = 'open' | 'held' | 'shut';

/** Names of time intervals, as a rule or a policy gives them. */
export interface Timings {
  muteTimings?: readonly string[];
  activeTimings?: readonly string[];
}

export type OpennessOf = (timings: Timings) => Openness;

/** Where the time intervals are not known, each may hold notifications back at times; see `opennessBy`. */
export const heldByAny: OpennessOf = ({ muteTimings = [], activeTimings = [] }) =>
  muteTimings.length + activeTimings.length > 0 ? 'held' : 'open';

/** Whether time intervals matter to these rules under these policies. */
export const nameTimings = (rules: readonly AlertRule[], policies: readonly NotificationPolicy[]): boolean =>
  rules.some(({ direct }) => direct && namesTimings(direct)) || policies.some(namesTimings);

const DAY_MS = 86_400_000;

/**
 * When notifications leave that timings of these names hold back.
 *
 * @param known all time intervals; undefined where they could not be read, or none is named
 * @param now Grafana's clock, epoch milliseconds
 */
export function opennessBy(
  known: ReadonlyArray<{ name: string; intervals: readonly Interval[] }> | undefined,
  now: number
): OpennessOf {
  if (!known) {
    return heldByAny;
  }
  // It may still be last year where somebody's clock says so.
  const year = new Date(now - DAY_MS).getUTCFullYear();
  const intervals = new Map(known.map((one) => [one.name, one.intervals]));
  const spanOfAll = (names: readonly string[]): Span =>
    names.every((name) => intervals.has(name))
      ? spanOf(
          names.flatMap((name) => intervals.get(name) ?? []),
          year
        )
      : 'sometimes';
  return ({ muteTimings = [], activeTimings = [] }) => {
    const muted = spanOfAll(muteTimings);
    const active = activeTimings.length === 0 ? 'always' : spanOfAll(activeTimings);
    return muted === 'always' || active === 'never'
      ? 'shut'
      : muted === 'never' && active === 'always'
        ? 'open'
        : 'held';
  };
}

/** Whether time intervals hold together: at every moment, at none from this year on, or at some. */
export type Span = 'always' | 'never' | 'sometimes';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAY_MINUTES = 1440;
const placeOf = groupedBy<Interval>(({ location }) => String(location ?? ''));

/** Certain of what fills the week, whatever the date, and of years that are over; `sometimes` of all else. */
export function spanOf(intervals: readonly Interval[], year: number): Span {
  if (intervals.every(({ years }) => isOver(listOf(years), year))) {
    return 'never';
  }
  const isFilled = ({ location }: Interval) => {
    const there = placeOf(intervals, String(location ?? ''));
    return WEEKDAYS.every((_, day) => isWholeDay(there.flatMap((one) => minutesOn(one, day))));
  };
  return intervals.some(isFilled) ? 'always' : 'sometimes';
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isOver = (years: readonly unknown[], year: number): boolean =>
  years.length > 0 && years.every((range) => Number(String(range).split(':').at(-1)) < year);

type Minutes = readonly [from: number, to: number];

/** The minutes of a weekday that an interval holds on whatever date; it ends with the minute before the last. */
function minutesOn({ times, weekdays, days_of_month, months, years }: Interval, day: number): Minutes[] {
  const isOnAnyDate =
    isAll(listOf(days_of_month), ['1:31', '1:-1']) &&
    isAll(listOf(months), ['1:12', 'january:december']) &&
    listOf(years).length === 0;
  const days = listOf(weekdays);
  if (!isOnAnyDate || (days.length > 0 && !days.some((range) => isWithin(String(range), day)))) {
    return [];
  }
  const ranges = listOf(times).map((one): Minutes => [minuteIn(one, 'start_time'), minuteIn(one, 'end_time')]);
  return ranges.length === 0 ? [[0, DAY_MINUTES]] : ranges;
}

const isAll = (ranges: readonly unknown[], whole: readonly string[]): boolean =>
  ranges.length === 0 || ranges.some((range) => whole.includes(String(range).toLowerCase()));

function isWithin(range: string, day: number): boolean {
  const [from = '', to = from] = range.toLowerCase().split(':');
  const first = WEEKDAYS.indexOf(from);
  return first >= 0 && first <= day && day <= WEEKDAYS.indexOf(to);
}

function minuteIn(time: unknown, field: 'start_time' | 'end_time'): number {
  const text = typeof time === 'object' && time !== null ? String((time as Interval)[field]) : '';
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  return hours === undefined ? NaN : Number(hours) * 60 + Number(minutes);
}

function isWholeDay(ranges: readonly Minutes[]): boolean {
  let filled = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from <= filled && to > filled) {
      filled = to;
    }
  }
  return filled >= DAY_MINUTES;
}
