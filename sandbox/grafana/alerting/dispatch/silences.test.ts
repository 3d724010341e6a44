import { alwaysFiring, testEngine } from '../testEngine';
import { createSilences, silenceState } from './silences';

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

describe('a silence that is sent again under its id', () => {
  const START = 1_000_000;
  const wanted = { matchers: BY_LABEL, startsAt: START, endsAt: START + 600_000, createdBy: 'editor', comment: 'oops' };
  const others = [{ ...BY_LABEL[0]!, value: 'other' }];

  function put(from = START) {
    const silences = createSilences();
    return { silences, before: silences.put({ ...wanted, startsAt: from }, START) };
  }

  test('keeps id and start while it is active, when only its end or its comment changes', () => {
    const { silences, before } = put();
    const after = silences.put({ ...before, endsAt: START + 900_000, comment: 'longer' }, START + 60_000);
    expect(after).toEqual({ ...before, endsAt: START + 900_000, comment: 'longer', updatedAt: START + 60_000 });
    expect(silences.list(START + 60_000)).toEqual([after]);
  });

  test.each([
    ['other matchers', { matchers: others }],
    ['another start', { startsAt: START + 120_000 }],
  ])('gets a new id with %s, and the old one ends', (_, change) => {
    const { silences, before } = put();
    const now = START + 60_000;
    const after = silences.put({ ...before, ...change }, now);
    expect(after.id).not.toBe(before.id);
    expect(silences.get(before.id)).toMatchObject({ matchers: BY_LABEL, startsAt: START, endsAt: now });
    expect(after.startsAt).toBe(Math.max(now, 'startsAt' in change ? change.startsAt : 0));
  });

  test('keeps its id before it begins, also with another start', () => {
    const { silences, before } = put(START + 300_000);
    expect(silences.put({ ...before, startsAt: START + 200_000 }, START + 1_000)).toMatchObject({
      ...{ id: before.id, startsAt: START + 200_000 },
    });
  });

  test('comes back under a new id once it has ended, which stays as it was', () => {
    const { silences, before } = put();
    silences.expire(before.id, START + 1_000);
    const ended = silences.get(before.id);
    const after = silences.put(before, START + 2_000);
    expect(after).toMatchObject({ startsAt: START + 2_000, endsAt: before.endsAt });
    expect(after.id).not.toBe(before.id);
    expect(silences.get(before.id)).toEqual(ended);
  });

  test('ended before it begins, it begins and ends at once; ended again, it stays as it is', () => {
    const { silences, before } = put(START + 300_000);
    silences.expire(before.id, START + 1_000);
    const ended = silences.get(before.id)!;
    expect(ended).toMatchObject({ startsAt: START + 1_000, endsAt: START + 1_000 });
    expect(silenceState(ended, START + 1_000)).toBe('expired');
    silences.expire(before.id, START + 2_000);
    expect(silences.get(before.id)).toEqual(ended);
  });
});
