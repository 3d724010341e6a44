import {
  alwaysFiring,
  AS_DOCUMENTED,
  contactPoint,
  mathQuery,
  promQuery,
  testEngine,
  type TestEngine,
} from '../testEngine';
import type { StoredRule } from '../rules/rule';

function engineWith(changes: Partial<StoredRule> = {}): TestEngine {
  const engine = testEngine();
  engine.contactPoints.splice(0, 1, contactPoint('hb'));
  engine.rules.put(alwaysFiring('hb', { ...changes }));
  engine.alertmanager.loadConfiguration();
  return engine;
}

const stateOf = (engine: TestEngine) => engine.evaluator.instanceOf('hb')?.state;
const namesOf = (engine: TestEngine) =>
  engine.arrivals.map(({ body }) => `${body.status} ${body.alerts[0]?.labels.alertname}`);

test('a rule that does not hold stays normal and sends nothing', async () => {
  const engine = engineWith({ data: [mathQuery('0 > 1')] });
  await engine.clock.advance(120_000);
  expect(stateOf(engine)).toBe('Normal');
  expect(engine.arrivals).toEqual([]);
  expect(engine.history.save()).toEqual([]);
});

test('the pending period passes before the alert', async () => {
  const engine = engineWith({ pendingMs: 30_000 });
  await engine.clock.advance(10_000);
  expect(stateOf(engine)).toBe('Pending');
  await engine.clock.advance(30_000);
  expect(stateOf(engine)).toBe('Alerting');
  const transitions = engine.history.list({ ruleUid: 'hb' }).map(({ previous, next }) => `${previous} → ${next}`);
  expect(transitions).toEqual(['Pending → Alerting', 'Normal → Pending']);
});

test('a query that stops holding has no data; with OK for no data the alert is resolved', async () => {
  const engine = engineWith({ data: [promQuery('vector(1) > 0')] });
  await engine.clock.advance(20_000);
  engine.rules.put(alwaysFiring('hb', { data: [promQuery('vector(1) > 2')] }));
  await engine.clock.advance(20_000);
  expect(namesOf(engine)).toEqual(['firing hb', 'resolved hb']);
  expect(stateOf(engine)).toBe('Normal');
});

test('with the default for no data another alert comes, under another name', async () => {
  const engine = engineWith({ data: [promQuery('vector(0) > 1')], noDataState: 'NoData' });
  await engine.clock.advance(20_000);
  expect(stateOf(engine)).toBe('NoData');
  expect(namesOf(engine)).toEqual(['firing DatasourceNoData']);
});

describe('while the data source fails', () => {
  const failing = async (execErrState: string) => {
    const engine = engineWith({ data: [promQuery('vector(1) > 0')], execErrState });
    await engine.clock.advance(15_000);
    const source = engine.dataSources[0];
    if (source) {
      source.failure = 'connection refused';
    }
    await engine.clock.advance(45_000);
    return engine;
  };

  test('Error: the alert DatasourceError goes the same direct route', async () => {
    const engine = await failing('Error');
    expect(stateOf(engine)).toBe('Error');
    expect(namesOf(engine)).toEqual(['firing hb', 'firing DatasourceError']);
  });

  test('Alerting: the beat goes on', async () => {
    const engine = await failing('Alerting');
    expect(engine.evaluator.instanceOf('hb')).toMatchObject({ state: 'Alerting', reason: 'Error' });
    expect(namesOf(engine)).toEqual(['firing hb']);
  });

  test('OK: the beat stops', async () => {
    const engine = await failing('OK');
    expect(namesOf(engine)).toEqual(['firing hb', 'resolved hb']);
  });

  test('Keep last state: the beat goes on', async () => {
    const engine = await failing('KeepLast');
    expect(stateOf(engine)).toBe('Alerting');
  });
});

test('an unknown data source is an error', async () => {
  const engine = engineWith({ data: [promQuery('vector(1) > 0', 'nope')], execErrState: 'Error' });
  await engine.clock.advance(20_000);
  expect(engine.evaluator.instanceOf('hb')?.error).toContain('data source not found');
});

test('an alert that is not sent again expires after four intervals, of 30 s at least', async () => {
  const engine = engineWith();
  await engine.clock.advance(8_000);
  const [alert] = engine.alertmanager.alerts();
  expect((alert?.endsAt ?? 0) - (alert?.startsAt ?? 0)).toBe(120_000);
});

test('a deleted rule is resolved at the next tick', async () => {
  const engine = engineWith();
  await engine.clock.advance(20_000);
  engine.rules.remove('hb');
  await engine.clock.advance(12_000);
  expect(namesOf(engine)).toEqual(['firing hb', 'resolved hb']);
});

describe('changed timing is a new alert group that beats at once', () => {
  const slower = alwaysFiring('hb', { notificationSettings: { ...AS_DOCUMENTED, repeat_interval: '2m' } });

  test('loaded at once, the old route is gone before its alert is resolved: no resolved message', async () => {
    const engine = engineWith();
    await engine.clock.advance(20_000);
    engine.rules.put(slower);
    engine.alertmanager.loadConfiguration();
    await engine.clock.advance(12_000);
    expect(namesOf(engine)).toEqual(['firing hb', 'firing hb']);
    expect(new Set(engine.arrivals.map(({ body }) => body.groupKey)).size).toBe(2);
  });

  test('loaded at the next poll, the old route still says resolved', async () => {
    const engine = engineWith();
    await engine.clock.advance(20_000);
    engine.rules.put(slower);
    await engine.clock.advance(70_000);
    expect(namesOf(engine).slice(0, 2)).toEqual(['firing hb', 'resolved hb']);
  });
});

test('a group with a longer interval has its own place in it, the same every time', async () => {
  const engine = engineWith({ intervalSeconds: 60, group: 'irm-b' });
  await engine.clock.advance(120_000);
  // state.json: group irm-b was evaluated at half past the minute.
  expect(new Date(engine.evaluator.instanceOf('hb')?.evaluatedAt ?? 0).getUTCSeconds()).toBe(30);
});
