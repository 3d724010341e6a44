import type { Names } from './names';

export interface Comparison {
  names: Names;
  /** How far a time may be from the recorded one. */
  toleranceMs: number;
  /** Keys whose values hang on what had been done to the real engine before the recording. */
  ignored?: readonly string[];
}

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** What differs between a recorded value and an actual one, place by place; nothing when they agree. */
export function differences(recorded: unknown, actual: unknown, how: Comparison, path = 'body'): string[] {
  if (typeof recorded === 'string' && typeof actual === 'string') {
    return textsAgree(recorded, actual, how) ? [] : [`${path}: ${show(actual)} instead of ${show(recorded)}`];
  }
  if (recorded === '(cut)' || recorded === '… cut') {
    return actual === undefined ? [`${path}: missing`] : [];
  }
  if (Array.isArray(recorded) && Array.isArray(actual)) {
    const length = recorded.length === actual.length ? [] : [`${path}: ${actual.length} instead of ${recorded.length}`];
    const pairs = recorded.slice(0, actual.length).map((each, index) => [each, actual[index]] as const);
    return [...length, ...pairs.flatMap(([a, b], index) => differences(a, b, how, `${path}[${index}]`))];
  }
  if (isRecord(recorded) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(actual)])];
    return keys.flatMap((key) => {
      if (!(key in actual) || !(key in recorded)) {
        return [`${path}.${key}: ${key in actual ? 'not in the recording' : 'missing'}`];
      }
      return how.ignored?.includes(key) ? [] : differences(recorded[key], actual[key], how, `${path}.${key}`);
    });
  }
  return recorded === actual ? [] : [`${path}: ${show(actual)} instead of ${show(recorded)}`];
}

function textsAgree(recorded: string, actual: string, { names, toleranceMs }: Comparison): boolean {
  if (recorded.endsWith('… (cut)')) {
    return actual.startsWith(recorded.slice(0, -'… (cut)'.length));
  }
  if (time.test(recorded)) {
    return time.test(actual) && Math.abs(Date.parse(recorded) - Date.parse(actual)) <= toleranceMs;
  }
  return recorded === '(cut)' || names.agree(recorded, actual);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 200) ?? String(value);
}
