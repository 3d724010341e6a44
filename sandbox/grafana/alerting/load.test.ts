import { alwaysFiring, AS_DOCUMENTED, mathQuery, testEngine } from './testEngine';

test('five thousand rules in a hundred groups, one in ten firing, do not make the stand-in crawl', async () => {
  const engine = testEngine();
  for (let index = 0; index < 5000; index += 1) {
    engine.rules.put(
      alwaysFiring(`rule-${index}`, {
        id: index,
        group: `group-${index % 100}`,
        intervalSeconds: 60,
        notificationSettings: { ...AS_DOCUMENTED, group_interval: '10s' },
        data: [mathQuery(index % 10 === 0 ? '1 > 0' : '0 > 1')],
      })
    );
  }
  engine.alertmanager.loadConfiguration();
  const started = process.cpuUsage();
  await engine.clock.advance(80_000);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(8000);
  expect(new Set(engine.arrivals.map(({ body }) => body.groupKey)).size).toBe(500);
  engine.stop();
});
