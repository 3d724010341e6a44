import { Stack } from '@grafana/ui';
import type { ReactNode } from 'react';
import type { TimingVerdict } from '../../connection/timing/verdict';
import { TimingReasons } from './TimingReasons';
import { TimingVerdictBadge } from './TimingVerdictBadge';

interface Props {
  verdict: TimingVerdict;
  /** A way out of what is not good. */
  children?: ReactNode;
}

/** How a timing is judged, and why. */
export function TimingVerdictNote({ verdict: { level, reasons }, children }: Props) {
  return (
    <div role="status">
      <Stack direction="column" gap={1} alignItems="flex-start">
        <TimingVerdictBadge level={level} />
        <TimingReasons reasons={reasons} />
        {children}
      </Stack>
    </div>
  );
}
