import { alwaysFiring, testEngine } from '../testEngine';

async function beating() {
  const engine = testEngine();
  engine.rules.put(alwaysFiring('hb', { labels: { irm_heartbeat: 'a' } }));
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(10_000);
  return engine;
}

const BY_LABEL = [{ name: 'irm_heartbeat', value: 'a', isEqual: true, isRegex: false }];

test('a silence stops the beat and its end lets the overdue beat out at the next flush', async () => {
  const engine = await beating();
  const now = engine.clock.now();
  const silence = { matchers: BY_LABEL, startsAt: now, endsAt: now + 180_000, createdBy: 'editor', comment: 'oops' };
  engine.alertmanager.silences.put(silence, now);
  await engine.clock.advance(179_000);
  expect(engine.arrivals).toHaveLength(1);
  await engine.clock.advance(3_000);
  expect(engine.arrivals).toHaveLength(2);
});

test('an expired silence mutes nothing; a silence for other labels neither', async () => {
  const engine = await beating();
  const now = engine.clock.now();
  const base = { startsAt: now, endsAt: now + 600_000, createdBy: 'editor', comment: 'oops' };
  engine.alertmanager.silences.put({ ...base, matchers: [{ ...BY_LABEL[0]!, value: 'other' }] }, now);
  const { id } = engine.alertmanager.silences.put({ ...base, matchers: BY_LABEL }, now);
  expect(engine.alertmanager.silences.expire(id, now + 1000)).toBe(true);
  await engine.clock.advance(60_000);
  expect(engine.arrivals).toHaveLength(2);
});
