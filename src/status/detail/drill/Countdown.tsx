import { Text } from '@grafana/ui';
import type { DrillPhase } from '../../../connection/drill/drill';
import { formatSeconds } from '../../../ui/formatSeconds';
import { useAtTime } from '../../../ui/time/ServerClock';

type Waiting = Extract<DrillPhase, { kind: 'quiet' | 'due' }>;

/** Time left to what is expected next: all that a second changes of a drill. */
export function Countdown({ phase }: { phase: Waiting }) {
  const seconds = useAtTime((now) => Math.max(0, Math.ceil((endOf(phase, now) - now) / 1000)));
  return (
    <div role="timer" aria-live="off">
      <Text element="p" variant="h3" tabular>
        {formatSeconds(seconds)}
      </Text>
    </div>
  );
}

function endOf({ kind, window: { from, to, deadline } }: Waiting, now: number): number {
  if (kind === 'quiet') {
    return from;
  }
  return now < to ? to : deadline;
}
