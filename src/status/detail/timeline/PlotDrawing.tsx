import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import { getDrawing } from '../../../ui/forcedColors';
import type { PlotLayout, Slot, SlotState } from './plotLayout';
import { tickText } from './plotTexts';

interface Props {
  layout: PlotLayout;
  width: number;
  /** The server's time, epoch milliseconds. */
  now: number;
  marked: Slot | undefined;
}

/** Heights in pixels: what IRM missed, the slots, IRM's waiting with its label, the axis. */
const NOW_LABEL = 16;
const OUTAGES = { top: NOW_LABEL + 2, height: 4 };
const BARS = { top: NOW_LABEL + 10, height: 30 };
const BASE = BARS.top + BARS.height;
const WAIT = BASE + 9;
const WAIT_LABEL = WAIT + 18;
const AXIS = WAIT_LABEL + 8;
const HEIGHT = AXIS + 24;

/** How much of the height a slot takes, so that no colour is needed to tell them apart. */
const FILLED: Readonly<Record<SlotState, number>> = { delivered: 0.75, failed: 1, missed: 1, unseen: 0.2 };

/** Slots, axis and marks as they were laid out; in words they are told by whoever draws it. */
export function PlotDrawing({ layout, width, now, marked }: Props) {
  const { colors, typography } = useTheme2();
  const drawing = useStyles2(getDrawing);
  const hatch = `missed${useId().replace(/\W/g, '')}`;
  const { slots, ticks, pages, waits, next } = layout;
  const fills: Readonly<Record<SlotState, string>> = {
    delivered: colors.success.main,
    failed: colors.error.main,
    missed: `url(#${hatch})`,
    unseen: colors.border.medium,
  };
  const text = { fontSize: typography.bodySmall.fontSize, fontFamily: typography.fontFamily };
  const pagesLabel = pages && pages.to <= layout.now ? t('status.plot.mark-paged', 'IRM paged') : pagesText();
  return (
    <svg width={width} height={HEIGHT} className={drawing} aria-hidden>
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill={colors.error.transparent} />
          <line x1={0} x2={0} y1={0} y2={6} stroke={colors.error.border} strokeWidth={3} />
        </pattern>
      </defs>
      {layout.outages.map(({ from, to }) => (
        <rect
          key={from}
          x={from}
          y={OUTAGES.top}
          width={Math.max(2, to - from)}
          height={OUTAGES.height}
          fill={colors.error.main}
          data-outage
        />
      ))}
      {slots.map((slot) => (
        <rect
          key={slot.from}
          x={slot.x + 0.5}
          y={BASE - BARS.height * FILLED[slot.state]}
          width={Math.max(1, slot.width - 1)}
          height={BARS.height * FILLED[slot.state]}
          fill={fills[slot.state]}
          stroke={slot === marked ? colors.text.primary : 'none'}
          data-slot={slot.state}
        />
      ))}
      {next !== undefined && (
        <circle
          cx={next}
          cy={BASE - BARS.height / 2}
          r={4}
          fill="none"
          stroke={colors.text.secondary}
          strokeWidth={1.5}
          data-next
        />
      )}
      {waits && (
        <line x1={waits.from} x2={waits.to} y1={WAIT} y2={WAIT} stroke={colors.text.secondary} strokeDasharray="2 3" />
      )}
      {pages && (
        <>
          <rect
            x={pages.from}
            y={BARS.top}
            width={Math.max(2, pages.to - pages.from)}
            height={WAIT + 4 - BARS.top}
            fill={`url(#${hatch})`}
            stroke={colors.error.border}
            data-pages
          />
          <text {...text} x={endOf(pages.to, layout.end)} y={WAIT_LABEL} textAnchor="end" fill={colors.error.text}>
            {pagesLabel}
          </text>
        </>
      )}
      <line
        x1={layout.now}
        x2={layout.now}
        y1={NOW_LABEL}
        y2={WAIT + 4}
        stroke={colors.text.primary}
        strokeWidth={1.5}
      />
      <text {...text} x={layout.now} y={NOW_LABEL - 4} textAnchor={anchorOf(layout)} fill={colors.text.primary}>
        {t('status.plot.now', 'now')}
      </text>
      <line x1={layout.start} x2={layout.end} y1={AXIS} y2={AXIS} stroke={colors.border.medium} />
      {ticks.map(({ x, time }, index) => (
        <g key={time}>
          <line x1={x} x2={x} y1={AXIS} y2={AXIS + 5} stroke={colors.border.strong} />
          <text {...text} x={x} y={HEIGHT - 4} textAnchor="middle" fill={colors.text.secondary}>
            {tickText(time, now, index === 0)}
          </text>
        </g>
      ))}
    </svg>
  );
}

const pagesText = () => t('status.plot.mark-pages', 'IRM pages');

/** A label that ends here still begins in the picture. */
const endOf = (x: number, end: number) => Math.min(end, Math.max(x, 72));

const anchorOf = ({ now, end }: PlotLayout) => (end - now < 20 ? 'end' : 'middle');
