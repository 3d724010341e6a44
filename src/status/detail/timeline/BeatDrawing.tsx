import { useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import { formatMoment } from '../../../ui/formatMoment';
import { layOutBeats, type Beats, type Span } from './beatLayout';
import { beatLabels, describeBeats } from './beatTexts';

/** Heights in pixels. Every label has a line of its own, so that labels never meet. */
const LABEL = 16;
const LANE = 44;
const BAR = 12;
const AXIS = 20;
const HEIGHT = 3 * LANE + AXIS;
/** The word "now" keeps so far away from the times at both ends. */
const NOW_CLEARANCE = 76;

/** Beats as they were expected and as they were seen, and how long IRM waits. */
export function BeatDrawing({ beats, width }: { beats: Beats; width: number }) {
  const { colors, typography } = useTheme2();
  const hatchId = `hatch${useId().replace(/\W/g, '')}`;
  const layout = layOutBeats(beats, width);
  const labels = beatLabels(beats, layout);
  const text = {
    fontSize: typography.bodySmall.fontSize,
    fontFamily: typography.fontFamily,
    fill: colors.text.primary,
  };
  const barTop = (lane: number) => lane * LANE + LABEL + 4;
  const middle = (lane: number) => barTop(lane) + BAR / 2;
  const bar = ({ from, to }: Span, lane: number) => ({
    x: from,
    y: barTop(lane),
    width: Math.max(1, to - from),
    height: BAR,
  });
  const nowX = Math.min(Math.max(layout.now, layout.start + NOW_CLEARANCE), layout.end - NOW_CLEARANCE);

  return (
    <svg
      role="img"
      aria-label={describeBeats(beats, layout)}
      width={width}
      height={HEIGHT}
      style={{ display: 'block' }}
    >
      <defs>
        <pattern id={hatchId} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill={colors.error.transparent} />
          <line x1={0} x2={0} y1={0} y2={6} stroke={colors.error.border} strokeWidth={2} />
        </pattern>
      </defs>
      {[labels.expected, labels.seen, labels.window].map((label, lane) => (
        <text key={lane} {...text} x={layout.start} y={lane * LANE + LABEL - 4}>
          {label}
        </text>
      ))}
      {[0, 1].map((lane) => (
        <line
          key={lane}
          x1={layout.start}
          x2={layout.end}
          y1={middle(lane)}
          y2={middle(lane)}
          stroke={colors.border.medium}
        />
      ))}

      {layout.missedStretch && <rect {...bar(layout.missedStretch, 0)} fill={`url(#${hatchId})`} />}
      {layout.dueStretch && (
        <rect {...bar(layout.dueStretch, 0)} fill="none" stroke={colors.primary.text} strokeDasharray="3 3" />
      )}
      {layout.missed.map((x) => (
        <Cross key={x} x={x} y={middle(0)} beat="missed" />
      ))}
      {layout.failed !== undefined && <Cross x={layout.failed} y={middle(1)} beat="failed" />}
      {layout.due.map((x) => (
        <circle
          key={x}
          cx={x}
          cy={middle(0)}
          r={4}
          fill={colors.background.primary}
          stroke={colors.primary.text}
          strokeWidth={1.5}
          data-beat="due"
        />
      ))}
      {layout.seen.map((x) => (
        <circle key={x} cx={x} cy={middle(1)} r={4} fill={colors.success.main} data-beat="seen" />
      ))}

      {layout.window && (
        <rect {...bar(layout.window, 2)} fill={colors.background.secondary} stroke={colors.border.strong} />
      )}
      {layout.check && <rect {...bar(layout.check, 2)} fill={`url(#${hatchId})`} stroke={colors.error.border} />}

      {[0, 1, 2].map((lane) => (
        <line
          key={lane}
          x1={layout.now}
          x2={layout.now}
          y1={barTop(lane) - 4}
          y2={barTop(lane) + BAR + 4}
          stroke={colors.text.primary}
          strokeWidth={1.5}
        />
      ))}
      <text {...text} x={layout.start} y={HEIGHT - 5} fill={colors.text.secondary}>
        {formatMoment(layout.from, beats.now)}
      </text>
      <text {...text} x={nowX} y={HEIGHT - 5} textAnchor="middle">
        {labels.now}
      </text>
      <text {...text} x={layout.end} y={HEIGHT - 5} fill={colors.text.secondary} textAnchor="end">
        {formatMoment(layout.to, beats.now)}
      </text>
    </svg>
  );
}

/** A beat that did not come, or was not delivered. */
function Cross({ x, y, beat }: { x: number; y: number; beat: 'missed' | 'failed' }) {
  const { colors } = useTheme2();
  return <path d={`M${x - 4} ${y - 4} l8 8 m0 -8 l-8 8`} stroke={colors.error.text} strokeWidth={2} data-beat={beat} />;
}
