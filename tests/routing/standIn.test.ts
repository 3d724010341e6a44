import { goPattern } from '../../sandbox/grafana/alerting/goPattern';
import { buildRoutes, matchRoutes, type Route } from '../../sandbox/grafana/alerting/dispatch/routes';
import { readPolicy } from '../../sandbox/grafana/policies/readPolicy';
import { byPlace, recording } from './recording';

const described = (route: Route) => [
  route.receiver,
  [...route.groupBy].sort(),
  ...[route.groupWaitMs, route.groupIntervalMs, route.repeatIntervalMs].map((ms) => ms / 1000),
  route.muteIn,
  route.activeIn,
  route.key,
];

test('the stand-in sends alerts where Grafana does, with the same grouping, times and keys, or refuses the policies', () => {
  const told = { alerts: 0, refused: 0 };
  for (const { tree, routes, alerts } of recording.trees) {
    const policies = readPolicy(tree);
    if (!policies) {
      told.refused++;
      continue;
    }
    const root = buildRoutes(policies, [], []);
    // Before the policies stands the branch of rules that choose their contact point.
    const places = byPlace<Route>({ ...root, routes: root.routes.slice(1) });
    places.set('', root);
    for (const [labels, taken] of alerts) {
      told.alerts++;
      const found = matchRoutes(root, labels).map(described);
      expect({ labels, found }).toEqual({ labels, found: taken.map((place) => routes[place]) });
    }
  }
  expect(told.refused).toBeLessThan(recording.trees.length / 5);
  expect(told.alerts).toBeGreaterThan(1500);
});

test('a regular expression that the stand-in takes means what it means to Grafana', () => {
  const wrong: unknown[] = recording.refusedPatterns.filter((source) => goPattern(source) !== undefined);
  let taken = 0;
  for (const [source, matching, others] of recording.patterns) {
    const pattern = goPattern(source);
    if (pattern) {
      taken++;
      wrong.push(...matching.filter((text) => !pattern(text)).map((text) => ({ source, text, is: true })));
      wrong.push(...others.filter((text) => pattern(text)).map((text) => ({ source, text, is: false })));
    }
  }
  expect(wrong).toEqual([]);
  expect(taken).toBeGreaterThan(recording.patterns.length / 2);
});
