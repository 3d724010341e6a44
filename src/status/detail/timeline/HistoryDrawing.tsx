import { t } from '@grafana/i18n';
import { useTheme2 } from '@grafana/ui';
import { useId } from 'react';
import type { FiringSpan } from '../../../connection/health/history';
import { verbatim } from '../../../ui/verbatim';
import { formatMoment } from '../../../ui/formatMoment';
import { beatEffectOf, type BeatEffect } from './historyStretches';
import { stateLabel } from './stateLabel';

interface Props {
  spans: readonly FiringSpan[];
  from: number;
  to: number;
  width: number;
}

const MARGIN = 10;
const BAR = { top: 4, height: 18 };
const HEIGHT = 46;

/** The rule's states of a day as one bar. */
export function HistoryDrawing({ spans, from, to, width }: Props) {
  const { colors, typography } = useTheme2();
  const hatchId = `states${useId().replace(/\W/g, '')}`;
  const [start, end] = [MARGIN, Math.max(width, 4 * MARGIN) - MARGIN];
  const at = (time: number) => start + ((time - from) / (to - from)) * (end - start);
  const fills: Record<BeatEffect, string> = {
    beats: colors.success.main,
    soon: colors.warning.main,
    silent: `url(#${hatchId})`,
  };
  const text = { fontSize: typography.bodySmall.fontSize, fontFamily: typography.fontFamily };
  return (
    <svg role="img" aria-label={describe(spans, to)} width={width} height={HEIGHT} style={{ display: 'block' }}>
      <defs>
        <pattern id={hatchId} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill={colors.error.transparent} />
          <line x1={0} x2={0} y1={0} y2={6} stroke={colors.error.border} strokeWidth={2} />
        </pattern>
      </defs>
      <rect
        x={start}
        y={BAR.top}
        width={end - start}
        height={BAR.height}
        fill="none"
        stroke={colors.border.medium}
        strokeDasharray="3 3"
      />
      {spans.map((span) => (
        <rect
          key={span.from}
          x={at(span.from)}
          y={BAR.top}
          width={Math.max(2, at(span.to) - at(span.from))}
          height={BAR.height}
          fill={fills[beatEffectOf(span.state)]}
          data-state={span.state}
        />
      ))}
      <text {...text} fill={colors.text.secondary} x={start} y={HEIGHT - 6}>
        {t('status.history.day', '24 h ago')}
      </text>
      <text {...text} fill={colors.text.secondary} x={end} y={HEIGHT - 6} textAnchor="end">
        {t('status.history.now', 'now')}
      </text>
    </svg>
  );
}

function describe(spans: readonly FiringSpan[], now: number): string {
  const states = spans.map(({ state, from }) =>
    t(
      'status.history.span',
      '{{state}} from {{time}}',
      verbatim({ state: stateLabel(state), time: formatMoment(from, now) })
    )
  );
  return t('status.history.description', 'States of the rule in the last 24 hours: {{states}}', {
    ...verbatim({ states: states.join(', ') || t('status.history.nothing', 'nothing known') }),
  });
}
