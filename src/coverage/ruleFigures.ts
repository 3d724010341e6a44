import type { CoverageWay } from '../connection/coverage/coverageOf';
import { calculateTiming } from '../connection/timing/calculateTiming';
import type { TimingEnvironment } from '../connection/timing/gap';
import { DEFAULT_HEARTBEAT_INTERVAL } from '../connection/timing/presets';
import { formatBounds } from '../ui/formatSeconds';

const NONE = '–';

/** First notification and repeat over all ways of a rule, as text. */
export function ruleFigures(ways: readonly CoverageWay[], environment: TimingEnvironment) {
  const reports = ways.map(({ timing }) => calculateTiming(timing, DEFAULT_HEARTBEAT_INTERVAL, environment));
  return {
    first: bounds(reports.map((report) => (report.calculable ? report.firstBeat : undefined))),
    repeat: bounds(reports.map((report) => (report.calculable ? report.gap : undefined))),
  };
}

function bounds(all: ReadonlyArray<{ least: number; greatest: number } | undefined>): string {
  const known = all.filter((one) => one !== undefined);
  return known.length === 0
    ? NONE
    : formatBounds({
        least: Math.min(...known.map(({ least }) => least)),
        greatest: Math.max(...known.map(({ greatest }) => greatest)),
      });
}
