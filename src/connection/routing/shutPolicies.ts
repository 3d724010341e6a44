import { opennessBy, type OpennessOf } from '../coverage/openness';
import type { NotificationPolicy } from '../policies/types';
import type { GrafanaPort } from '../port/grafanaPort';

/**
 * How many policies name each contact point and never send there, because their mute or active timings hold everything
 * back. Of a timing that cannot be read this is not said.
 *
 * @param now Grafana's clock, epoch milliseconds
 */
export async function shutPolicies(
  port: Pick<GrafanaPort, 'listTimeIntervals'>,
  root: NotificationPolicy,
  now: number
): Promise<ReadonlyMap<string, number>> {
  const intervals = await port.listTimeIntervals();
  return countShut(root, opennessBy(intervals.ok ? intervals.value : undefined, now));
}

function countShut(policy: NotificationPolicy, openness: OpennessOf, counts = new Map<string, number>()) {
  if (policy.receiver !== '' && isShut(policy, openness)) {
    counts.set(policy.receiver, (counts.get(policy.receiver) ?? 0) + 1);
  }
  policy.routes.forEach((route) => countShut(route, openness, counts));
  return counts;
}

/** Timings are of one policy alone; those below it that take its contact point may send there all the same. */
export const isShut = (policy: NotificationPolicy, openness: OpennessOf): boolean =>
  openness(policy) === 'shut' && policy.routes.every((route) => route.receiver !== '' || isShut(route, openness));
