import type { Clock } from '../../../clock';
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
  const groups = new Map<Route, Map<string, AggregationGroup>>();
  const all = () => [...groups.values()].flatMap((ofRoute) => [...ofRoute.values()]);
  let cancel = clock.schedule(CLEAN_UP_MS, cleanUp);

  function cleanUp() {
    for (const ofRoute of groups.values()) {
      for (const [id, group] of ofRoute) {
        if (group.alerts().length === 0) {
          group.stop();
          ofRoute.delete(id);
        }
      }
    }
    cancel = clock.schedule(CLEAN_UP_MS, cleanUp);
  }

  /** Policies with the same matchers have the same key, and groups of their own all the same. */
  function groupFor(route: Route, labels: Labels): AggregationGroup {
    const names = route.groupBy.includes('...') ? Object.keys(labels).sort() : route.groupBy;
    const groupLabels: Labels = {};
    for (const name of [...names].sort()) {
      const value = labels[name];
      if (value !== undefined) {
        groupLabels[name] = value;
      }
    }
    const ofRoute = groups.get(route) ?? new Map<string, AggregationGroup>();
    groups.set(route, ofRoute);
    const id = JSON.stringify(groupLabels);
    const known = ofRoute.get(id);
    if (known) {
      return known;
    }
    const text = Object.entries(groupLabels).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    const groupKey = `${route.key}:{${text.join(', ')}}`;
    const group = createAggregationGroup(clock, { route, groupKey, groupLabels }, notify);
    ofRoute.set(id, group);
    return group;
  }

  return {
    process(alert) {
      for (const route of matchRoutes(root, alert.labels)) {
        groupFor(route, alert.labels).insert(alert);
      }
    },
    groups: all,
    stop() {
      cancel();
      all().forEach((group) => group.stop());
      groups.clear();
    },
  };
}
