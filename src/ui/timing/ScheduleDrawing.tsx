import { useStyles2, useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import type { TimingReport } from '../../connection/timing/calculateTiming';
import { getDrawing } from '../forcedColors';
import { layOutSchedule, type Span } from './scheduleLayout';
import { describeSchedule, scheduleLabels } from './scheduleTexts';

/** Heights of the picture's lanes in pixels. Every label has a line of its own, so that labels never meet. */
const LABEL = 16;
const LANE = 44;
const BAR = 12;
/** No text of the picture is wider than so many pixels a letter. */
const WIDEST_LETTER = 7;
const HEIGHT = 4 * LANE + 2;

interface Props {
  figures: Extract<TimingReport, { calculable: true }>;
  width: number;
}

export function ScheduleDrawing({ figures, width }: Props) {
  const { colors, typography } = useTheme2();
  const drawing = useStyles2(getDrawing);
  const hatchId = `hatch${useId().replace(/\W/g, '')}`;
  const layout = layOutSchedule(figures, width);
  const labels = scheduleLabels(figures);
  const text = {
    fontSize: typography.bodySmall.fontSize,
    fontFamily: typography.fontFamily,
    fill: colors.text.primary,
  };
  const laneTop = (lane: number) => lane * LANE;
  const barTop = (lane: number) => laneTop(lane) + LABEL + 4;
  const middle = (lane: number) => barTop(lane) + BAR / 2;
  const checkLabelEnd = Math.min(layout.end, Math.max(layout.check.to, labels.check.length * WIDEST_LETTER));
  const bar = (span: Span, lane: number) => ({
    x: span.from,
    y: barTop(lane),
    width: Math.max(1, span.to - span.from),
    height: BAR,
  });

  return (
    <svg role="img" aria-label={describeSchedule(figures)} width={width} height={HEIGHT} className={drawing}>
      <defs>
        <pattern id={hatchId} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill={colors.error.transparent} />
          <line x1={0} x2={0} y1={0} y2={6} stroke={colors.error.border} strokeWidth={2} />
        </pattern>
      </defs>

      {[0, 1, 2, 3].map((lane) => (
        <line
          key={lane}
          x1={layout.intervalEnd}
          x2={layout.intervalEnd}
          y1={barTop(lane) - 2}
          y2={barTop(lane) + BAR + 2}
          stroke={colors.text.secondary}
        />
      ))}

      <text {...text} x={layout.start} y={laneTop(0) + LABEL - 4}>
        {labels.beats}
      </text>
      <line x1={layout.start} x2={layout.end} y1={middle(0)} y2={middle(0)} stroke={colors.border.strong} />
      {layout.crowd && <rect {...bar(layout.crowd, 0)} fill={colors.primary.main} opacity={0.7} />}
      {layout.beats.map((span, index) => (
        <rect key={index} {...bar(span, 0)} fill={colors.primary.main} opacity={0.4} />
      ))}
      {[layout.start, ...layout.beats.map(({ to }) => to)].map((x, index) => (
        <circle key={index} cx={x} cy={middle(0)} r={4} fill={colors.primary.main} />
      ))}
      {layout.isNextBeatBeyond && (
        <path
          d={`M${layout.end - 7} ${middle(0) - 5} L${layout.end} ${middle(0)} L${layout.end - 7} ${middle(0) + 5}`}
          fill="none"
          stroke={colors.primary.main}
          strokeWidth={2}
        />
      )}

      <text {...text} x={layout.start} y={laneTop(1) + LABEL - 4}>
        {labels.interval}
      </text>
      <rect
        {...bar({ from: layout.start, to: layout.intervalEnd }, 1)}
        fill={colors.background.secondary}
        stroke={colors.border.strong}
      />

      <text {...text} x={layout.start} y={laneTop(2) + LABEL - 4}>
        {labels.restart}
      </text>
      <line x1={layout.start} x2={layout.intervalEnd} y1={middle(2)} y2={middle(2)} stroke={colors.border.medium} />
      {layout.restart && <rect {...bar(layout.restart, 2)} fill={colors.success.main} />}

      <text {...text} x={checkLabelEnd} y={laneTop(3) + LABEL - 4} textAnchor="end">
        {labels.check}
      </text>
      <rect {...bar(layout.check, 3)} fill={`url(#${hatchId})`} stroke={colors.error.border} />
    </svg>
  );
}
