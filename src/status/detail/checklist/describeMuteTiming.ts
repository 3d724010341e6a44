import { t } from '@grafana/i18n';
import type { TimeInterval } from '../../../connection/port/grafanaPort';

/** Fields of an interval, in the order in which they are read out. */
const FIELDS = ['times', 'weekdays', 'days_of_month', 'months', 'years', 'location'] as const;

/** When a mute timing holds back, as Grafana stores it: "22:00-06:00 monday:friday". */
export function describeMuteTiming({ intervals }: TimeInterval): string {
  const texts = intervals.map((interval) => FIELDS.flatMap((field) => textOf(interval[field])).join(' '));
  const said = texts.map((text) => text || t('status.mute-timing.always', 'always'));
  return said.length > 0 ? said.join('; ') : t('status.mute-timing.never', 'never');
}

function textOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return value === '' ? [] : [value];
  }
  return Array.isArray(value) && value.length > 0 ? [value.map(partOf).join(',')] : [];
}

function partOf(part: unknown): string {
  if (typeof part === 'object' && part !== null && 'start_time' in part && 'end_time' in part) {
    return `${String(part.start_time)}-${String(part.end_time)}`;
  }
  return String(part);
}
