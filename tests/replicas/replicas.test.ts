import { report } from './report';
import { simulate } from './simulation';

/** In full, ten hours of two and of three replicas, by `npm run replicas`; here a seed that soon has one of each kind. */
test('more than an hour of two replicas with kills, restarts and outages makes no false alarm, and tells the outages', async () => {
  const result = await simulate({ replicas: 2, hours: 7 / 6, seed: 118 });
  expect(Object.keys(result.counts)).toEqual([
    'kill -9 of a replica',
    'graceful restart of a replica',
    'an unrelated contact point saved',
    'outage: IRM answers 500',
    'outage: silence over the heartbeats',
  ]);
  expect(result.falseAlarms).toEqual([]);
  expect(result.tellings.length).toBeGreaterThan(20);
  expect(report(2, result)).toMatchObject({ problems: 0 });
  const ways = new Map(result.watchers.map((watcher) => [watcher.name, watcher]));
  const through = (way: string) => ways.get(way) ?? { states: undefined, looks: 0, requests: () => Infinity };
  expect(through('round robin').states?.unknown).toBeLessThan(30);
  for (const { looks, requests } of ways.values()) {
    // Five, four to meet another replica, one for the state history.
    expect(requests()).toBeLessThanOrEqual(10 * looks);
  }
});
