import { t } from '@grafana/i18n';
import { formatSeconds } from '../formatSeconds';
import { verbatim } from '../verbatim';

const UNITS = [86_400, 3600, 60, 1] as const;

/** A span (milliseconds) by its greatest unit alone, "36 min": what has passed rounded down, what is left to the nearest. */
export function formatRough(span: number, round: (value: number) => number = Math.floor): string {
  const seconds = Math.max(0, round(span / 1000));
  const unit = UNITS.find((size) => round(seconds / size) >= 1 && seconds >= size) ?? 1;
  return formatSeconds(round(seconds / unit) * unit);
}

/** A moment seen from another (both epoch milliseconds): "36 min ago" or "in 2 min". */
export const formatRelative = (time: number, now: number): string =>
  time <= now
    ? t('ui.time.ago', '{{span}} ago', verbatim({ span: formatRough(now - time) }))
    : t('ui.time.in', 'in {{span}}', verbatim({ span: formatRough(time - now, Math.round) }));
