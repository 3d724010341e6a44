import * as z from '../../transport/zod';

const KEY = 'irmconnect.irm-readings';
const MOST = 40;
/** Characters of one reading; a longer one is not shared. */
const LONGEST = 40_000;

const form = z.record(z.string(), z.object({ readAt: z.number(), value: z.unknown() }));

/**
 * What another tab of this browser read of IRM within the last `freshMs` milliseconds. Times, states, titles and links
 * only: never what was sent, never an address with a token.
 */
export function sharedReading<T>(name: string, valueForm: z.ZodMiniType<T>, freshMs: number): T | undefined {
  const entry = load()[name];
  const age = entry ? Date.now() - entry.readAt : -1;
  const value = age >= 0 && age < freshMs ? valueForm.safeParse(entry?.value) : undefined;
  return value?.success ? value.data : undefined;
}

/** Lets other tabs of this browser have a reading; the oldest makes room. */
export function shareReading(name: string, value: unknown): void {
  if (JSON.stringify(value).length > LONGEST) {
    return;
  }
  const { [name]: _, ...others } = load();
  const kept = Object.entries(others)
    .sort(([, a], [, b]) => a.readAt - b.readAt)
    .slice(1 - MOST);
  try {
    const all = { ...Object.fromEntries(kept), [name]: { readAt: Date.now(), value } };
    window.localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // A browser that keeps nothing asks IRM itself.
  }
}

/** Forgets the readings of this integration, because something has just changed there. */
export function forgetReadings(integrationId: string): void {
  const kept = Object.entries(load()).filter(([name]) => !isOf(name, integrationId));
  try {
    window.localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Readings are called `<what>/<integration id>`. */
export const isOf = (name: string, integrationId: string) => name.endsWith(`/${integrationId}`);

function load(): z.infer<typeof form> {
  try {
    return form.parse(JSON.parse(window.localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}
