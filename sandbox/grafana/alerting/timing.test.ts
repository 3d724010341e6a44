import fast from '../../../tests/contracts/heartbeat-timing.json';
import slow from '../../../tests/contracts/heartbeat-timing-slow-target.json';
import { parseDuration } from './duration';
import { alwaysFiring, AS_DOCUMENTED, contactPoint, testEngine, type Arrival } from './testEngine';

const RECORDINGS = [
  { recording: fast, answerMs: 1.5 },
  { recording: slow, answerMs: 500 },
];

interface TimingCase {
  evaluationIntervalSeconds: number;
  pendingPeriod: string;
  group_wait: string;
  group_interval: string;
  repeat_interval: string;
}

function seconds(duration: string): number {
  return (parseDuration(duration) ?? NaN) / 1000;
}

function name(timing: TimingCase, index: number): string {
  return `case ${index}: E ${timing.evaluationIntervalSeconds}s P ${timing.pendingPeriod} W ${timing.group_wait} G ${timing.group_interval} R ${timing.repeat_interval}`;
}

/** Runs all cases of a recording side by side, as they were recorded, and gives what arrived for each. */
async function play(cases: TimingCase[], minutes: number, answerMs: number): Promise<Map<string, Arrival[]>> {
  const engine = testEngine();
  engine.target.answerMs = answerMs;
  cases.forEach((timing, index) => {
    const receiver = name(timing, index);
    engine.contactPoints.push(contactPoint(receiver, { disableResolveMessage: true }));
    engine.rules.put(
      alwaysFiring(`case-${index}`, {
        intervalSeconds: timing.evaluationIntervalSeconds,
        pendingMs: parseDuration(timing.pendingPeriod) ?? 0,
        notificationSettings: {
          receiver,
          group_wait: timing.group_wait,
          group_interval: timing.group_interval,
          repeat_interval: timing.repeat_interval,
        },
      })
    );
  });
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(minutes * 60_000);
  engine.stop();
  const played = new Map<string, Arrival[]>();
  for (const arrival of engine.arrivals) {
    const receiver = decodeURIComponent(new URL(arrival.url).pathname.slice(1, -1));
    played.set(receiver, [...(played.get(receiver) ?? []), arrival]);
  }
  return played;
}

describe.each(RECORDINGS)('$recording.about', ({ recording, answerMs }) => {
  let played: Map<string, Arrival[]>;
  const start = Date.parse('2026-11-22T04:19:12.300Z');
  const cases = recording.cases.map((timing, index) => ({ ...timing, name: name(timing, index) }));

  beforeAll(async () => {
    played = await play(recording.cases, recording.minutes, answerMs);
  });

  test.each(cases)('$name', (timing) => {
    const times = (played.get(timing.name) ?? []).map(({ at }) => (at - start) / 1000);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? NaN));

    expect(gaps.length).toBeGreaterThanOrEqual(timing.gapsSeconds.length - 1);
    expect(Math.min(...gaps)).toBeGreaterThan(timing.minGapSeconds - 1);
    expect(Math.max(...gaps)).toBeLessThan(timing.maxGapSeconds + 1);

    // A rule is first evaluated within one interval of the next tick, at some point of that tick's ten seconds.
    const earliest = seconds(timing.pendingPeriod) + seconds(timing.group_wait);
    const latest = earliest + timing.evaluationIntervalSeconds + 10;
    for (const first of [times[0] ?? NaN, timing.firstDeliveryAfterCreateSeconds]) {
      expect(first).toBeGreaterThanOrEqual(earliest);
      expect(first).toBeLessThanOrEqual(latest);
    }
  });
});

test('while the target fails there is one try per group interval, and the cadence returns with the target', async () => {
  const engine = testEngine();
  engine.rules.put(alwaysFiring('hb'));
  engine.alertmanager.loadConfiguration();
  engine.target.status = 500;
  await engine.clock.advance(60_000);
  const failing = engine.seconds();
  expect(failing.length).toBeGreaterThan(50);
  const gaps = failing.slice(1).map((time, index) => time - (failing[index] ?? NaN));
  expect(Math.min(...gaps)).toBeGreaterThan(0.99);
  expect(Math.max(...gaps)).toBeLessThan(1.01);
  expect(
    engine.alertmanager.receivers().find((receiver) => receiver.name === 'hb')?.integrations[0]?.status?.error
  ).toBe('webhook response status 500 Internal Server Error');

  engine.target.status = 200;
  engine.arrivals.length = 0;
  await engine.clock.advance(65_000);
  expect(engine.arrivals).toHaveLength(2);
});

function lastAttempt(engine: ReturnType<typeof testEngine>) {
  return engine.alertmanager.receivers().find(({ name: receiver }) => receiver === 'hb')?.integrations[0]?.status?.at;
}

test('a graceful restart keeps the cadence and loses the delivery status', async () => {
  const engine = testEngine();
  engine.rules.put(alwaysFiring('hb'));
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(100_000);
  expect(engine.arrivals).toHaveLength(2);
  const last = engine.arrivals[1]?.at ?? NaN;
  expect(lastAttempt(engine)).toBe(last);

  engine.end('graceful');
  await engine.clock.advance(5000);
  engine.begin();
  await engine.clock.advance(1);
  expect(lastAttempt(engine)).toBeUndefined();
  await engine.clock.advance(60_000);
  // Recorded on 12.3.0: a gap of 60.2 s.
  const gap = ((engine.arrivals[2]?.at ?? NaN) - last) / 1000;
  expect(Math.abs(gap - 60.2)).toBeLessThan(1);
});

test('after a hard kill the first beat comes ahead of the cadence', async () => {
  const engine = testEngine();
  engine.rules.put(alwaysFiring('hb'));
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(85_000);
  const last = engine.arrivals.at(-1)?.at ?? NaN;

  engine.end('kill');
  await engine.clock.advance(1000);
  engine.begin();
  const back = engine.clock.now();
  await engine.clock.advance(45_000);
  // Recorded on 12.3.0: 8 s after the start. Alerts are sent again within 30 s and at an evaluation.
  const first = engine.arrivals.at(-1)?.at ?? NaN;
  expect(first).toBeGreaterThan(back);
  expect(first - back).toBeLessThan(40_000);
  expect(first - last).toBeLessThan(59_000);
});

test('a contact point and a rule made through provisioning wait for the next poll of up to 60 s', async () => {
  const engine = testEngine();
  await engine.clock.advance(61_000);
  engine.contactPoints.push(contactPoint('new'));
  engine.rules.put(alwaysFiring('hb', { notificationSettings: { ...AS_DOCUMENTED, receiver: 'new' } }));
  const made = engine.clock.now();
  await engine.clock.advance(58_000);
  expect(engine.arrivals).toEqual([]);
  await engine.clock.advance(12_000);
  const first = engine.arrivals[0]?.at ?? NaN;
  expect(first - made).toBeGreaterThan(58_000);
  expect(first - made).toBeLessThan(70_000);
});

test('saving a rule through the ruler API loads them at once', async () => {
  const engine = testEngine();
  await engine.clock.advance(61_000);
  engine.contactPoints.push(contactPoint('new'));
  engine.rules.put(alwaysFiring('hb', { notificationSettings: { ...AS_DOCUMENTED, receiver: 'new' } }));
  engine.alertmanager.loadConfiguration();
  await engine.clock.advance(10_000);
  expect(engine.arrivals).toHaveLength(1);
});

describe('pausing a rule', () => {
  async function pause(disableResolveMessage: boolean) {
    const engine = testEngine();
    engine.contactPoints.splice(0, 1, contactPoint('hb', { disableResolveMessage }));
    engine.rules.put(alwaysFiring('hb'));
    engine.alertmanager.loadConfiguration();
    await engine.clock.advance(30_000);
    engine.rules.put(alwaysFiring('hb', { isPaused: true }));
    await engine.clock.advance(300_000);
    return engine.arrivals.map(({ body }) => body.status);
  }

  test('sends a resolved message at the next tick', async () => {
    expect(await pause(false)).toEqual(['firing', 'resolved']);
  });

  test('sends none where resolved messages are off', async () => {
    expect(await pause(true)).toEqual(['firing']);
  });
});
