import * as v from 'valibot';
import { mapOf } from '../../transport/forms';
import { kept } from '../data/kept';

const MOST = 40;
/** Characters of one reading; a longer one is not shared. */
const LONGEST = 40_000;

const shared = kept('local', 'irmconnect.irm-readings', mapOf(v.object({ readAt: v.number(), value: v.unknown() })));

/**
 * What another tab of this browser read of IRM within the last `freshMs` milliseconds. Times, states, titles and links
 * only: never what was sent, never an address with a token.
 */
export function sharedReading<T>(name: string, valueForm: v.GenericSchema<unknown, T>, freshMs: number): T | undefined {
  const entry = shared.read()?.[name];
  const age = entry ? Date.now() - entry.readAt : -1;
  const value = age >= 0 && age < freshMs ? v.safeParse(valueForm, entry?.value) : undefined;
  return value?.success ? value.output : undefined;
}

/** Lets other tabs of this browser have a reading; the oldest makes room. One that keeps nothing asks IRM in each tab. */
export function shareReading(name: string, value: unknown): void {
  if (JSON.stringify(value).length > LONGEST) {
    return;
  }
  const { [name]: _, ...others } = shared.read() ?? {};
  const newest = Object.entries(others)
    .sort(([, a], [, b]) => a.readAt - b.readAt)
    .slice(1 - MOST);
  shared.write({ ...Object.fromEntries(newest), [name]: { readAt: Date.now(), value } });
}

/** Forgets the readings of this integration, because something has just changed there. */
export function forgetReadings(integrationId: string): void {
  const others = Object.entries(shared.read() ?? {}).filter(([name]) => !isOf(name, integrationId));
  shared.write(Object.fromEntries(others));
}

/** Readings are called `<what>/<integration id>`. */
export const isOf = (name: string, integrationId: string) => name.endsWith(`/${integrationId}`);
