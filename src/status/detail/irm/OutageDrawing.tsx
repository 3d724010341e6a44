import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import { OUTAGE_WINDOW_MS } from '../../../connection/irm/outageGroups';
import type { Outage, Span } from '../../../connection/irm/outages';
import { getDrawing } from '../../../ui/forcedColors';
import { formatMoment } from '../../../ui/formatMoment';
import { formatDay } from '../../../ui/formatDay';
import { verbatim } from '../../../ui/verbatim';
import { layOutOutages } from './outageLayout';
import { describeOutage } from './outageTexts';

interface Props {
  outages: readonly Outage[];
  span: Span;
  width: number;
}

const BAR = { top: 4, height: 18 };
const HEIGHT = 48;
/** Outages that the picture's description names; the list below it has all. */
const MOST_NAMED = 5;

/** 30 days as one bar, with the times in which IRM missed the beats. */
export function OutageDrawing({ outages, span, width }: Props) {
  const { colors, typography } = useTheme2();
  const drawing = useStyles2(getDrawing);
  const hatchId = `outages${useId().replace(/\W/g, '')}`;
  const { start, end, known, bars, ticks } = layOutOutages(outages, span, OUTAGE_WINDOW_MS, width);
  const text = { fontSize: typography.bodySmall.fontSize, fontFamily: typography.fontFamily };
  const bar = { y: BAR.top, height: BAR.height };
  return (
    <svg role="img" aria-label={describe(outages, span)} width={width} height={HEIGHT} className={drawing}>
      <defs>
        <pattern id={hatchId} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={4} height={4} fill={colors.background.primary} />
          <line x1={0} x2={0} y1={0} y2={4} stroke={colors.error.main} strokeWidth={4} />
        </pattern>
      </defs>
      <rect {...bar} x={start} width={end - start} fill="none" stroke={colors.border.medium} strokeDasharray="3 3" />
      <rect {...bar} x={known.x} width={known.width} fill={colors.success.main} />
      {bars.map(({ x, width: wide, outage }) => (
        <rect
          key={outage.from}
          x={x}
          y={BAR.top - 3}
          width={wide}
          height={BAR.height + 6}
          fill={outage.to === undefined ? `url(#${hatchId})` : colors.error.main}
          stroke={colors.background.primary}
          data-outage={outage.end}
        >
          <title>{describeOutage(outage, span.to)}</title>
        </rect>
      ))}
      {ticks.map(({ x, time }) => (
        <g key={time}>
          <line x1={x} x2={x} y1={BAR.top + BAR.height} y2={BAR.top + BAR.height + 5} stroke={colors.border.strong} />
          <text {...text} x={x} y={HEIGHT - 6} textAnchor="middle" fill={colors.text.secondary}>
            {formatDay(time)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function describe(outages: readonly Outage[], { from, to }: Span): string {
  const named = [...outages].reverse().slice(0, MOST_NAMED);
  const texts = named.map((outage) => describeOutage(outage, to)).join('; ');
  return outages.length > MOST_NAMED
    ? t('status.outages.picture-more', 'Lost heartbeats since {{from}}, {{count}} in all, the newest: {{texts}}', {
        count: outages.length,
        ...verbatim({ from: formatMoment(from, to), texts }),
      })
    : t('status.outages.picture', 'Lost heartbeats since {{from}}: {{texts}}', {
        ...verbatim({ from: formatMoment(from, to), texts: texts || t('status.outages.nothing', 'none') }),
      });
}
