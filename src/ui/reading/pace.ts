import type { QueryClient } from '@tanstack/react-query';
import type { DriftOf } from '../../connection/drift/drift';
import { overviewOf } from '../../connection/health/overview';
import { connectionsOf } from '../../connection/ownership/connections';
import type { StatusMemory } from '../../connection/health/memory';
import type { ToldReplicas } from '../../connection/health/replicas';
import type { GrafanaReading } from '../../connection/reading/reading';

/** Milliseconds between two refreshes of a page that is looked at. */
export const REFRESH_MS = 10_000;

/** The same for a long list in which all has been well for a while. */
const CALM_REFRESH_MS = 30_000;
const CALM_AFTER_MS = 300_000;
/** More connections than this are a long list. */
const LONG = 100;

/** Among more integrations than this most of what a refresh reads is of others. */
const MANY = 200;

export const isAmongMany = ({ integrations }: Pick<GrafanaReading, 'integrations'>): boolean =>
  integrations.length > MANY;

/** So long they are good for then; milliseconds. */
const LISTED_FOR_MS = 60_000;

const turns = new WeakMap<QueryClient, number>();

/** Somebody turned to the page, or asked for a refresh: they get all of it, and for a while as often as ever. */
export const noteTurn = (client: QueryClient): void => void turns.set(client, Date.now());

/** What a reading is judged by. */
export interface Judged {
  reading: GrafanaReading;
  memory: StatusMemory;
  driftOf: DriftOf | undefined;
  replicas: ToldReplicas;
}

/** What is kept of a reading for the next one's sake. */
export interface Paced {
  /** When the contact points in it were listed, by the browser's clock: see `keepsContactPoints`. */
  listedAt: number;
  /** Since when a long list has been well, epoch milliseconds of the server: see `paceOf`. */
  calmSince: number | undefined;
}

/** Since when a long list, or one among many others, has been well; epoch milliseconds of the server, undefined when it is not. */
export function calmSince(before: Paced | undefined, now: Judged): number | undefined {
  const { reading } = now;
  if (connectionsOf(reading).length <= LONG && !isAmongMany(reading)) {
    return undefined;
  }
  const { rows, counts } = overviewOf(now);
  const isCalm = counts.up + counts.paused + counts.none === rows.length;
  return isCalm ? (before?.calmSince ?? reading.serverTime) : undefined;
}

/** Milliseconds until the next refresh, as far as it goes by what was read. */
export function paceOf(client: QueryClient, data: (Judged & Paced) | undefined): number {
  const { calmSince: since, reading } = data ?? {};
  const isCalm = since !== undefined && reading !== undefined && reading.serverTime - since >= CALM_AFTER_MS;
  return isCalm && Date.now() - (turns.get(client) ?? 0) >= CALM_AFTER_MS ? CALM_REFRESH_MS : REFRESH_MS;
}

/**
 * Whether the contact points need not be listed again for this refresh. With several replicas they are, because the
 * number of requests decides which replica answers the next one.
 */
export function keepsContactPoints(client: QueryClient, before: Judged & Paced): boolean {
  const { reading, listedAt, memory, replicas } = before;
  return (
    isAmongMany(reading) &&
    replicas !== 'several' &&
    !memory.severalReplicas &&
    Date.now() - listedAt < LISTED_FOR_MS &&
    listedAt > (turns.get(client) ?? 0)
  );
}
