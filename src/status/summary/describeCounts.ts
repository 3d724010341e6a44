import { t } from '@grafana/i18n';
import type { HealthState } from '../../connection/health/types';
import type { Overview } from '../../connection/health/overview';

/** In the order in which a glance should meet them. */
export const STATES_WORST_FIRST: readonly HealthState[] = [
  'down',
  'misconfigured',
  'late',
  'unknown',
  'paused',
  'new',
  'none',
  'up',
];

const PHRASES: Readonly<Record<HealthState, (count: number) => string>> = {
  up: (count) => t('status.count.up', '{{count}} up', { count }),
  new: (count) => t('status.count.new', '{{count}} starting', { count }),
  late: (count) => t('status.count.late', '{{count}} late', { count }),
  down: (count) => t('status.count.down', '{{count}} down', { count }),
  misconfigured: (count) => t('status.count.misconfigured', '{{count}} misconfigured', { count }),
  paused: (count) => t('status.count.paused', '{{count}} paused', { count }),
  unknown: (count) => t('status.count.unknown', '{{count}} unknown', { count }),
  none: (count) => t('status.count.none', '{{count}} without heartbeat', { count }),
};

/** How many connections of one state, in words. */
const describeCount = (state: HealthState, count: number) => PHRASES[state](count);

/** "1 late, 3 up": every state that occurs, worst first. */
export function describeCounts(counts: Overview['counts']): string {
  return STATES_WORST_FIRST.filter((state) => counts[state] > 0)
    .map((state) => describeCount(state, counts[state]))
    .join(', ');
}
