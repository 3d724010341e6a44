import { DEFAULT_CONFIGURATION } from '../grafana/server/configuration';
import { liveThroughAnHour } from './demo';

const NOW = Date.parse('2026-11-22T08:00:00Z');

interface Saved {
  integrations: Array<{ name: string; heartbeat: { lastBeatAt: number | null; alerted: boolean } }>;
  alertGroups: Array<{ title: string; state: string }>;
}

test('the hour behind a demo: each heartbeat is in a state of its own, and the alarms of the hour are kept', async () => {
  const place = {
    version: '12.4.0',
    configuration: DEFAULT_CONFIGURATION,
    plugin: { id: 'acme-demo-app', name: 'Demo' },
  } as const;
  const past = await liveThroughAnHour({ ...place, rootUrl: 'http://grafana', irmUrl: 'http://irm' }, NOW);
  const { integrations, alertGroups } = past.irm as Saved;
  const beatOf = (name: string) => integrations.find((one) => one.name === name)?.heartbeat;
  const minutesAgo = (name: string) => Math.floor((NOW - (beatOf(name)?.lastBeatAt ?? NaN)) / 60_000);

  expect(integrations.map(({ name }) => name)).toEqual([
    ...['Payments', 'Checkout', 'Billing', 'Search', 'Fraud detection', 'Mobile'],
  ]);
  expect(minutesAgo('Payments')).toBeLessThanOrEqual(1);
  expect(minutesAgo('Billing')).toBe(30);
  expect(beatOf('Billing')?.alerted).toBe(true);
  expect(beatOf('Search')?.lastBeatAt).toBeNull();
  expect(beatOf('Mobile')?.lastBeatAt).toBeNull();
  const lost = alertGroups.filter(({ title }) => title.startsWith('OnCallHeartBeatMissing'));
  expect(lost.filter(({ state }) => state === 'resolved').length).toBeGreaterThanOrEqual(4);
  expect(lost.filter(({ state }) => state === 'firing').length).toBeGreaterThanOrEqual(1);
});
