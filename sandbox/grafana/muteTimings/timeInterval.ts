/** A time interval of a mute timing as it is written; a moment has to fit everything that is named. */
export interface TimeInterval {
  times?: Array<{ start_time: string; end_time: string }>;
  /** `monday` or `monday:friday`. */
  weekdays?: string[];
  /** `1:5`; negative days count from the end of the month. */
  days_of_month?: string[];
  /** `january:march` or `1:3`. */
  months?: string[];
  years?: string[];
  /** A time zone of the IANA; UTC when left out. */
  location?: string;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

interface Range {
  from: number;
  to: number;
}

type ReadValue = (text: string) => number | undefined;

const weekday: ReadValue = (text) => within(WEEKDAYS.indexOf(text.toLowerCase()), 0, 6);
/** Any number, as Grafana has it; of some it is never. */
const month: ReadValue = (text) => MONTHS.indexOf(text.toLowerCase()) + 1 || year(text);
const year: ReadValue = (text) => within(whole(text), -Infinity, Infinity);
const dayOfMonth: ReadValue = (text) => {
  const day = whole(text);
  return day === 0 ? undefined : within(day, -31, 31);
};

function whole(text: string): number {
  return /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
}

function within(value: number, least: number, most: number): number | undefined {
  return value >= least && value <= most ? value : undefined;
}

function range(text: string, read: ReadValue): Range | undefined {
  const [first = '', last = first, ...rest] = text.split(':');
  const [from, to] = [read(first), read(last)];
  if (from === undefined || to === undefined || rest.length > 0) {
    return undefined;
  }
  const isInOrder = read === dayOfMonth ? areDaysInOrder(from, to) : from <= to;
  return isInOrder ? { from, to } : undefined;
}

/** Days that count from the end are put in order by the shortest month. */
function areDaysInOrder(from: number, to: number): boolean {
  const inShortest = (day: number) => (day < 0 ? 28 + day : day);
  return !(from < 0 && to > 0) && inShortest(from) <= inShortest(to);
}

/** Minutes since midnight; 24:00 is the end of the day. */
function minutes(text: string): number | undefined {
  const [, hours, rest] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  return Number(rest) < 60 ? within(Number(hours) * 60 + Number(rest), 0, 24 * 60) : undefined;
}

function timeRange({ start_time, end_time }: { start_time: string; end_time: string }): Range | undefined {
  const [from, to] = [minutes(start_time), minutes(end_time)];
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}

/** What of it cannot be read. Ranges that end before they begin are refused, times over midnight among them. */
export function intervalProblem(interval: TimeInterval): string | undefined {
  const lists: Array<[string[] | undefined, ReadValue]> = [
    [interval.weekdays, weekday],
    [interval.days_of_month, dayOfMonth],
    [interval.months, month],
    [interval.years, year],
  ];
  const bad = lists.flatMap(([texts = [], read]) => texts.filter((text) => !range(text, read)));
  const badTimes = (interval.times ?? []).filter((time) => !timeRange(time));
  if (badTimes[0]) {
    return `start time cannot be equal or greater than end time: ${badTimes[0].start_time}-${badTimes[0].end_time}`;
  }
  if (bad.length > 0) {
    return `unable to parse range ${bad[0]}`;
  }
  return isTimeZone(interval.location) ? undefined : `unknown time zone ${interval.location}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  const format =
    known ??
    new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'long' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
    });
  formats.set(timeZone, format);
  return format;
}

/** Names are told by their case, as those of files are, from which Go reads them; of an alias by its first letter only. */
function isTimeZone(location: string | undefined): boolean {
  const name = location || 'UTC';
  try {
    const known = formatIn(name).resolvedOptions().timeZone;
    return /^[A-Z]/.test(name) && (known === name || known.toLowerCase() !== name.toLowerCase());
  } catch {
    return false;
  }
}

interface Moment {
  minute: number;
  weekday: number;
  day: number;
  daysInMonth: number;
  month: number;
  year: number;
}

/** What clocks show at a moment, to the minute, as milliseconds. */
function shownAt(location: string | undefined, at: number): number {
  const parts = formatIn(location || 'UTC').formatToParts(at);
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((type) =>
    Number(parts.find((part) => part.type === type)?.value)
  );
  return Date.UTC(year ?? NaN, (month ?? NaN) - 1, day, hour, minute);
}

/** Whole days of 24 hours, as Grafana counts: a month in which clocks are put forward has one less. */
function daysInMonth(location: string | undefined, year: number, month: number): number {
  const begin = (index: number) => {
    const shown = Date.UTC(year, index, 1);
    const nearby = shown - (shownAt(location, shown) - shown);
    return shown - (shownAt(location, nearby) - nearby);
  };
  return Math.floor((begin(month) - begin(month - 1)) / 86_400_000);
}

function momentIn(location: string | undefined, at: number): Moment {
  const parts = new Map(
    formatIn(location || 'UTC')
      .formatToParts(at)
      .map(({ type, value }) => [type, value])
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    minute: number('hour') * 60 + number('minute'),
    weekday: WEEKDAYS.indexOf(parts.get('weekday')?.toLowerCase() ?? ''),
    day: number('day'),
    daysInMonth: daysInMonth(location, number('year'), number('month')),
    month: number('month'),
    year: number('year'),
  };
}

/** Whether a moment, in milliseconds since 1970, lies in the interval. */
export function isWithin(interval: TimeInterval, at: number): boolean {
  const now = momentIn(interval.location, at);
  const fits = (texts: string[] | undefined, read: ReadValue, value: number) =>
    !texts?.length || texts.some((text) => holds(range(text, read), value));
  const isDay = (text: string) => {
    const { from, to } = range(text, dayOfMonth) ?? { from: NaN, to: NaN };
    const fromStart = (day: number) => (day < 0 ? now.daysInMonth + day + 1 : day);
    return holds({ from: fromStart(from), to: Math.min(fromStart(to), now.daysInMonth) }, now.day);
  };
  const isTime = (time: { start_time: string; end_time: string }) => {
    const { from, to } = timeRange(time) ?? { from: NaN, to: NaN };
    return now.minute >= from && now.minute < to;
  };
  return (
    (!interval.times?.length || interval.times.some(isTime)) &&
    fits(interval.weekdays, weekday, now.weekday) &&
    (!interval.days_of_month?.length || interval.days_of_month.some(isDay)) &&
    fits(interval.months, month, now.month) &&
    fits(interval.years, year, now.year)
  );
}

function holds(limits: Range | undefined, value: number): boolean {
  return limits !== undefined && value >= limits.from && value <= limits.to;
}
