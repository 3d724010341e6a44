/**
 * Makes two answers comparable: what differs from run to run becomes a placeholder that tells its form. `learn` is
 * called with every value that was replaced because it is an id which later requests may name.
 */
export function normalise(value: unknown, learn: (id: string) => void = () => undefined): unknown {
  return walk(value, '', learn);
}

type Learn = (id: string) => void;

function walk(value: unknown, key: string, learn: Learn): unknown {
  if (Array.isArray(value)) {
    return unordered(
      key,
      value.map((item) => walk(item, key, learn))
    );
  }
  if (value !== null && typeof value === 'object') {
    const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    const entries = sorted.map(([name, inner]) => [name, walk(inner, name, learn)]);
    return Object.fromEntries(entries) as unknown;
  }
  if (typeof value === 'number') {
    return number(value, key);
  }
  return typeof value === 'string' ? text(value, key, learn) : value;
}

/** Ids and moments in milliseconds or nanoseconds. */
function number(value: number, key: string): unknown {
  if (key === 'evaluationTime') {
    return '<duration>';
  }
  return key === 'id' || key === 'buildstamp' || value > 1e12 ? '<number>' : value;
}

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g;
const ZERO_TIME = '0001-01-01T00:00:00';
const DURATION_KEYS = new Set(['duration', 'lastNotifyAttemptDuration', 'evaluationTime']);

/** Ids by form: Grafana's short ids, UUIDs, and uids of the app platform. */
const IDS: Array<[RegExp, string]> = [
  [/\b[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}\b/g, '<uuid>'],
  [/\b[A-Za-z0-9]{43}X\b/g, '<object uid>'],
  [/\b[a-f0-9]{16}\b/g, '<hash>'],
  [/\b(?=[a-z]*\d)[a-f][a-z0-9]{13}\b/g, '<uid>'],
];

function text(value: string, key: string, learn: Learn): string {
  if (DURATION_KEYS.has(key)) {
    return '<duration>';
  }
  if (key === 'resourceVersion') {
    learn(value);
    return '<version>';
  }
  if (key === 'continue' && value !== '') {
    return '<continue>';
  }
  let shown = value
    .replace(TIME, (time) => (time.startsWith(ZERO_TIME) ? time : '<time>'))
    .replace(/^ACE\d{10}$/, '<access error>')
    .replace(/lookup (\S+) on \S+:53:/, 'lookup $1 on <server>:53:');
  for (const [form, placeholder] of IDS) {
    shown = shown.replace(form, (id) => {
      learn(id);
      return placeholder;
    });
  }
  return key === 'traceID' && value !== '' ? '<trace>' : shown;
}

/** Scopes of a permission come in any order and repeated. */
function unordered(key: string, items: unknown[]): unknown[] {
  if (/^[a-z.-]+:[a-z-]+$/.test(key) && items.every((item) => typeof item === 'string')) {
    return [...new Set(items)].sort();
  }
  return items;
}
