/** What was seen of one heartbeat contact point across refreshes. Times are epoch milliseconds of the server. */
export interface BeatMemory {
  /** The newest beat that was answered with success. */
  lastBeat: number | undefined;
  /** The newest attempt, whatever came of it. */
  lastAttempt: number | undefined;
  /** Since when every refresh found no delivery at all; undefined when the newest one found some. */
  unseenSince: number | undefined;
  /**
   * When somebody looked again after nobody had for a while, and Grafana had forgotten its deliveries: whether heartbeats
   * left before is not known.
   */
  unwatchedUntil?: number;
  /** When its endpoint was seen to have been replaced: what left before went to the old one. */
  replacedAt: number | undefined;
  /** Name of the contact point, by which its deliveries were found. */
  name?: string;
  /**
   * Since when no replica can have sent a beat, because each reading showed a silence, or an attempt that failed: each
   * replica tries only when none has sent for a repeat interval.
   */
  stoppedSince?: number;
}
