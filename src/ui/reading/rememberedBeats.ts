import { config } from '@grafana/runtime';
import * as v from 'valibot';
import type { BeatStretch } from '../../connection/health/beatLog';
import type { BeatMemory } from '../../connection/health/beatMemory';
import { NO_MEMORY, type StatusMemory } from '../../connection/health/memory';
import { mergedMemory } from '../../connection/health/mergedMemory';
import { TEST_FAILURES } from '../../connection/port/testVerdict';
import { PLUGIN_ID } from '../../transport/pluginId';

/** What a browser keeps for all its pages; storage is shared with Grafana, which has 5 MB in all. */
const MOST_CHARACTERS = 450_000;
const MOST_CONNECTIONS = 600;
/** So many stretches of each connection, the fewer the more of them there are. */
const STRETCHES = [200, 80, 30, 10, 3, 0];
const WRITE_EVERY_MS = 10_000;
const DAY_MS = 86_400_000;

const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** From, to, whether it was delivered, how many, and why not where that is known. */
const stretchForm = v.tupleWithRest(
  [time, time, v.boolean(), v.pipe(v.number(), v.safeInteger(), v.minValue(1))],
  v.picklist(TEST_FAILURES)
);

/** Times by the server's clock, under short names because there are many of them. */
const beatForm = v.object({
  beat: v.optional(time),
  attempt: v.optional(time),
  unseen: v.optional(time),
  unwatched: v.optional(time),
  replaced: v.optional(time),
  log: v.array(stretchForm),
});

const storedForm = v.object({
  /** By the browser's clock. */
  savedAt: v.number(),
  lookedAt: time,
  beats: v.record(v.pipe(v.string(), v.maxLength(200)), beatForm),
});

type StoredBeat = v.InferOutput<typeof beatForm>;

/** One for each Grafana and organisation that this browser looks at. */
const keyOf = (namespace: string) => `${PLUGIN_ID}.beats:${config.appSubUrl}:${namespace}`;

/** What was seen before, with what other pages of this browser have kept since. */
export function withRememberedBeats(namespace: string, memory: StatusMemory): StatusMemory {
  const stored = readStored(keyOf(namespace));
  return stored ? mergedMemory(memory, stored) : memory;
}

let pending: { key: string; memory: StatusMemory } | undefined;
let writtenAt = 0;
let written = '';

/** Keeps what was seen for the next page, at most every 10 s. A browser that keeps nothing forgets at every reload. */
export function rememberBeats(namespace: string, memory: StatusMemory): void {
  pending = { key: keyOf(namespace), memory };
  if (Math.abs(Date.now() - writtenAt) >= WRITE_EVERY_MS) {
    writePendingBeats();
  }
}

/** For a page that is about to go. */
export function writePendingBeats(): void {
  if (!pending || pending.memory.lookedAt === undefined) {
    return;
  }
  const { key, memory } = pending;
  pending = undefined;
  writtenAt = Date.now();
  try {
    const isOwn = window.localStorage.getItem(key) === written;
    const others = isOwn ? undefined : readStored(key);
    const text = asText(others ? mergedMemory(memory, others) : memory);
    window.localStorage.setItem(key, text);
    written = text;
  } catch {
    // Storage is full or switched off.
  }
}

function readStored(key: string): StatusMemory | undefined {
  try {
    const { savedAt, lookedAt, beats } = v.parse(storedForm, JSON.parse(window.localStorage.getItem(key) ?? 'null'));
    const age = Date.now() - savedAt;
    if (age < 0 || age > DAY_MS) {
      return undefined;
    }
    const entries = Object.entries(beats);
    return {
      ...NO_MEMORY,
      beats: Object.fromEntries(entries.map(([name, beat]) => [name, beatFromStored(beat)])),
      log: Object.fromEntries(entries.map(([name, { log }]) => [name, log.map(stretchFromStored)])),
      lookedAt,
    };
  } catch {
    return undefined;
  }
}

function asText({ beats, log, lookedAt }: StatusMemory): string {
  const newest = Object.entries(beats)
    .sort(([, a], [, b]) => (b.lastAttempt ?? 0) - (a.lastAttempt ?? 0))
    .slice(0, MOST_CONNECTIONS);
  const textWith = (most: number) =>
    JSON.stringify({
      savedAt: Date.now(),
      lookedAt,
      beats: Object.fromEntries(newest.map(([key, beat]) => [key, toStored(beat, lastOf(log[key] ?? [], most))])),
    });
  return STRETCHES.map(textWith).find((text) => text.length <= MOST_CHARACTERS) ?? textWith(0);
}

const lastOf = <T>(list: readonly T[], most: number): readonly T[] => (most === 0 ? [] : list.slice(-most));

/** Since when nothing was seen is kept only beside a heartbeat that was: a new page has seen nothing yet. */
function beatFromStored({ beat, attempt, unseen, unwatched, replaced }: StoredBeat): BeatMemory {
  return {
    lastBeat: beat,
    lastAttempt: attempt,
    unseenSince: beat === undefined ? undefined : unseen,
    replacedAt: replaced,
    ...(unwatched !== undefined && { unwatchedUntil: unwatched }),
  };
}

function stretchFromStored([from, to, isDelivered, count, cause]: StoredBeat['log'][number]): BeatStretch {
  return { from, to, kind: isDelivered ? 'delivered' : 'failed', count, ...(cause && { cause }) };
}

/** What is undefined is left out of the text. */
const toStored = (beat: BeatMemory, log: readonly BeatStretch[]): StoredBeat => ({
  beat: beat.lastBeat,
  attempt: beat.lastAttempt,
  unseen: beat.unseenSince,
  unwatched: beat.unwatchedUntil,
  replaced: beat.replacedAt,
  log: log.map(({ from, to, kind, count, cause }) =>
    cause ? [from, to, kind === 'delivered', count, cause] : [from, to, kind === 'delivered', count]
  ),
});
