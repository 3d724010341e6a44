import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { matchesAll, type Labels, type Matcher } from '../labels';

export interface Silence {
  id: string;
  matchers: Matcher[];
  startsAt: number;
  endsAt: number;
  updatedAt: number;
  createdBy: string;
  comment: string;
}

export type SilenceState = 'pending' | 'active' | 'expired';

export function silenceState(silence: Silence, now: number): SilenceState {
  if (silence.endsAt <= now) {
    return 'expired';
  }
  return silence.startsAt > now ? 'pending' : 'active';
}

/** How long expired silences stay listed. */
const KEEP_EXPIRED_MS = 5 * 24 * 3_600_000;

export interface Silences {
  list(now: number): Silence[];
  get(id: string): Silence | undefined;
  /**
   * Adds a silence, or changes the one with its id as far as its past stays true; otherwise that one ends, and a new one
   * begins, not before now.
   */
  put(silence: Omit<Silence, 'id' | 'updatedAt'> & { id?: string }, now: number): Silence;
  /** Ends it now; one that has ended stays as it is. */
  expire(id: string, now: number): boolean;
  /** Ids of the silences that mute these labels now. */
  muting(labels: Labels, now: number): string[];
  save(): Silence[];
  load(silences: Silence[]): void;
}

/** Whether a silence can become this one without changing what it has silenced so far, as Alertmanager has it. */
function canBecome(before: Silence, wanted: Omit<Silence, 'id' | 'updatedAt'>, now: number): boolean {
  if (!isDeepStrictEqual(before.matchers, wanted.matchers)) {
    return false;
  }
  switch (silenceState(before, now)) {
    case 'active':
      return inSeconds(before.startsAt) === inSeconds(wanted.startsAt) && wanted.endsAt >= now;
    case 'pending':
      return wanted.startsAt >= now;
    case 'expired':
      return false;
  }
}

const inSeconds = (time: number) => Math.floor(time / 1000);

export function createSilences(): Silences {
  let silences = new Map<string, Silence>();

  function expire(id: string, now: number): boolean {
    const silence = silences.get(id);
    if (!silence || silenceState(silence, now) === 'expired') {
      return false;
    }
    silences.set(id, { ...silence, startsAt: Math.min(silence.startsAt, now), endsAt: now, updatedAt: now });
    return true;
  }

  return {
    list: (now) => [...silences.values()].filter((silence) => silence.endsAt + KEEP_EXPIRED_MS > now),
    get: (id) => silences.get(id),
    put(wanted, now) {
      const before = silences.get(wanted.id ?? '');
      const stays = before !== undefined && canBecome(before, wanted, now);
      if (before && !stays) {
        expire(before.id, now);
      }
      const silence = stays
        ? { ...wanted, id: before.id, updatedAt: now }
        : { ...wanted, id: randomUUID(), startsAt: Math.max(wanted.startsAt, now), updatedAt: now };
      silences.set(silence.id, silence);
      return silence;
    },
    expire,
    muting: (labels, now) =>
      [...silences.values()]
        .filter((silence) => silenceState(silence, now) === 'active' && matchesAll(silence.matchers, labels))
        .map((silence) => silence.id),
    save: () => [...silences.values()],
    load: (saved) => {
      silences = new Map(saved.map((silence) => [silence.id, silence]));
    },
  };
}
