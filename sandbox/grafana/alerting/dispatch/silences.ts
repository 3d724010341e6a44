import { randomUUID } from 'node:crypto';
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
  /** Adds a silence, or replaces the one with its id; a start in the past becomes now. */
  put(silence: Omit<Silence, 'id' | 'updatedAt'> & { id?: string }, now: number): Silence;
  expire(id: string, now: number): boolean;
  /** Ids of the silences that mute these labels now. */
  muting(labels: Labels, now: number): string[];
  save(): Silence[];
  load(silences: Silence[]): void;
}

export function createSilences(): Silences {
  let silences = new Map<string, Silence>();
  return {
    list: (now) => [...silences.values()].filter((silence) => silence.endsAt + KEEP_EXPIRED_MS > now),
    get: (id) => silences.get(id),
    put(wanted, now) {
      const silence = {
        ...wanted,
        id: wanted.id || randomUUID(),
        startsAt: Math.max(wanted.startsAt, now),
        updatedAt: now,
      };
      silences.set(silence.id, silence);
      return silence;
    },
    expire(id, now) {
      const silence = silences.get(id);
      if (!silence || silence.endsAt <= now) {
        return false;
      }
      silences.set(id, { ...silence, endsAt: now, updatedAt: now });
      return true;
    },
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
