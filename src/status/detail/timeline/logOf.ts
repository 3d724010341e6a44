import type { BeatStretch } from '../../../connection/health/beatLog';
import type { Live } from '../parts/useLive';

/** What this browser has seen of the deliveries of a connection, oldest first. */
export function logOf({ health }: Live): readonly BeatStretch[] {
  const { lastBeat } = health;
  return lastBeat === undefined ? [] : [{ from: lastBeat, to: lastBeat, kind: 'delivered', count: 1 }];
}
