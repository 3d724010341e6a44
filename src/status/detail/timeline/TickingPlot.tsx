import { useMemo } from 'react';
import { replicasKnown } from '../../../connection/health/memory';
import { calculateTiming } from '../../../connection/timing/calculateTiming';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../../../connection/timing/presets';
import { useAtTime } from '../../../ui/time/ServerClock';
import type { Live } from '../parts/useLive';
import { logOf } from './logOf';
import { Measured } from './Measured';
import { Plot } from './Plot';
import type { PlotInput, Span } from './plotLayout';

/** The picture moves on in such steps, milliseconds. */
const STEP_MS = 5_000;

const NONE: readonly Span[] = [];

interface Props {
  live: Live;
  /** How far back to look, milliseconds. */
  back: number;
  outages?: readonly Span[];
}

/** The picture as time passes. */
export function TickingPlot({ live, back, outages = NONE }: Props) {
  const { reading } = live.data;
  // Heartbeats that left since the last reading are not known yet, so the picture stops there when it is old.
  const now = useAtTime((tick) => Math.max(Math.floor(tick / STEP_MS) * STEP_MS, reading.serverTime));
  const input = useMemo(() => plotInput(live, now, back, outages), [live, now, back, outages]);
  return <Measured>{(width) => <Plot input={input} width={width} />}</Measured>;
}

function plotInput(live: Live, now: number, back: number, outages: readonly Span[]): PlotInput {
  const { connection, data, health } = live;
  const { rule, interval = DEFAULT_HEARTBEAT_INTERVAL } = connection;
  // As heartbeats come while the replica that sends lives; none is called missed while another one may have stepped in.
  const gap = rule && !rule.isPaused ? calculateTiming(rule, interval).gap?.greatest : undefined;
  const { pages } = health;
  return {
    ...{ now, back, outages },
    log: logOf(live),
    lastBeat: health.lastBeat,
    gap: gap === undefined ? undefined : gap * 1000,
    isOneOfSeveral: replicasKnown(data.memory) > 1,
    nextExpected: health.nextExpected,
    pages: pages && { from: pages.from, to: pages.until },
  };
}
