import { useMemo } from 'react';
import { nameTimings, opennessBy, type OpennessOf } from '../../connection/coverage/openness';
import type { AlertRule, NotificationPolicy } from '../../connection/policies/types';
import { isAwaited } from '../data/isAwaited';
import { useTimeIntervals } from './useAllAlerting';

/**
 * When notifications leave by ways of these rules and policies; time intervals are read only where one is named.
 *
 * @param now Grafana's clock, epoch milliseconds; undefined until it is known
 * @returns undefined until it can be told; where the time intervals cannot be read, each may hold notifications back
 */
export function useOpenness(
  rules: readonly AlertRule[],
  policies: readonly NotificationPolicy[],
  now: number | undefined
): OpennessOf | undefined {
  const isTimed = useMemo(() => nameTimings(rules, policies), [rules, policies]);
  const intervals = useTimeIntervals(isTimed);
  const { data } = intervals;
  const isKnown = now !== undefined && !isAwaited(intervals);
  return useMemo(
    () => (isKnown ? opennessBy(data, now) : undefined),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of `now` only the year matters
    [isKnown, data]
  );
}
