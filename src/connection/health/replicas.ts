import type { StateChange } from '../port/grafanaPort';

/**
 * What proves that several replicas run. `history`: they all wrote the same change of a rule's state. `olderAttempt`: an
 * answer's last delivery was older than one seen before. `hiddenAttempt`: it was made before an earlier answer that did
 * not have it.
 */
export type ReplicaProof = 'history' | 'olderAttempt' | 'hiddenAttempt';

export interface ReplicaEvidence {
  proof: ReplicaProof;
  /** When it was seen, epoch milliseconds of the server. */
  seenAt: number;
  /** So many there are at least. */
  count: number;
}

/** What an administrator said of this Grafana; undefined when nobody did. */
export type ToldReplicas = 'one' | 'several' | undefined;

/** Replicas have so long to write a change that all of them saw, in milliseconds: a rule is looked at every 10 s. */
export const WRITTEN_WITHIN = 60_000;

/** A rule's newest changes tell of today. Older ones may be from before replicas were taken away. */
const NEWEST = 3;

/**
 * How many replicas a rule's state history proves: each writes every change (docs/facts.md#replicas-of-one-grafana).
 * A single entry proves nothing, as the others may have been away just then. 1 when nothing is proven.
 */
export function replicasInHistory(changes: readonly StateChange[]): number {
  return Math.max(1, ...changes.slice(-NEWEST).map(({ copies = 1 }) => copies));
}

/** Keeps the evidence that says most, and of two that say the same the newer one. */
export function strongest(
  before: ReplicaEvidence | undefined,
  found: ReplicaEvidence | undefined
): ReplicaEvidence | undefined {
  return before && (!found || before.count > found.count) ? before : found;
}
