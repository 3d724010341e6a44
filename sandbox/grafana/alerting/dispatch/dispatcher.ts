import type { Clock } from '../../../clock';
import { labelFingerprint } from '../fingerprint';
import type { Labels } from '../labels';
import { createAggregationGroup, type AggregationGroup, type Notify } from './aggregationGroup';
import type { Alert } from './alerts';
import { matchRoutes, type Route } from './routes';

/** How often groups without alerts are given up. */
const CLEAN_UP_MS = 30_000;

export interface Dispatcher {
  process(alert: Alert): void;
  groups(): AggregationGroup[];
  stop(): void;
}

/** Sorts alerts into the aggregation groups of the routes that they match. */
export function createDispatcher(clock: Clock, root: Route, notify: Notify): Dispatcher {
  const groups = new Map<string, AggregationGroup>();
  let cancel = clock.schedule(CLEAN_UP_MS, cleanUp);

  function cleanUp() {
    for (const [key, group] of groups) {
      if (group.alerts().length === 0) {
        group.stop();
        groups.delete(key);
      }
    }
    cancel = clock.schedule(CLEAN_UP_MS, cleanUp);
  }

  function groupFor(route: Route, labels: Labels): AggregationGroup {
    const names = route.groupBy.includes('...') ? Object.keys(labels) : route.groupBy;
    const groupLabels: Labels = {};
    for (const name of [...names].sort()) {
      const value = labels[name];
      if (value !== undefined) {
        groupLabels[name] = value;
      }
    }
    const id = `${route.key}#${labelFingerprint(groupLabels)}`;
    const known = groups.get(id);
    if (known) {
      return known;
    }
    const text = Object.entries(groupLabels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const groupKey = `${route.key}:{${text.join(', ')}}`;
    const group = createAggregationGroup(clock, { route, groupKey, groupLabels }, notify);
    groups.set(id, group);
    return group;
  }

  return {
    process(alert) {
      for (const route of matchRoutes(root, alert.labels)) {
        groupFor(route, alert.labels).insert(alert);
      }
    },
    groups: () => [...groups.values()],
    stop() {
      cancel();
      groups.forEach((group) => group.stop());
      groups.clear();
    },
  };
}
