/** IRM looks for lost heartbeats on even minutes only (05-heartbeat-timeline.json); milliseconds. */
const IRM_LOOKS_EVERY = 120_000;

/** How much longer than it should take IRM's alert is waited for; milliseconds. */
const GRACE = 60_000;

/** When IRM is to raise its alert, and until when it is waited for. Epoch milliseconds of the server. */
export interface DrillWindow {
  from: number;
  to: number;
  /** Without an alert by then there is none. */
  deadline: number;
}

/**
 * Reckoned from the last beat. One may have left unseen right before the pause, from another replica for example, so
 * that only what is late from the pause on is called missing.
 *
 * @param interval IRM's heartbeat interval in seconds
 */
export function windowOf(
  { startedAt, lastBeat = startedAt }: { startedAt: number; lastBeat?: number | undefined },
  interval: number
): DrillWindow {
  const from = lastBeat + interval * 1000;
  const latest = Math.max(lastBeat, startedAt) + interval * 1000;
  return { from, to: from + IRM_LOOKS_EVERY, deadline: latest + IRM_LOOKS_EVERY + GRACE };
}
