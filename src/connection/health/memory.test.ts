import { desiredConnection, integration, otherEndpoint } from '../testing/fixtures';
import { healthOf } from './healthOf';
import { memoryKey, NO_MEMORY, remember, type StatusMemory } from './memory';
import { at, connectionIn, inputOf, refused, readingOf, type Scene } from './testing/scene';
import { driftOf } from '../drift/drift';

/** Looks at one scene after the other, as an open page does, and tells each state. */
function watch(scenes: Scene[], replicas?: 'one'): string[] {
  let memory: StatusMemory = NO_MEMORY;
  return scenes.map((scene) => {
    const reading = readingOf(scene);
    memory = remember(memory, reading);
    const { state, reason } = healthOf({ connection: connectionIn(reading), reading, driftOf, memory, replicas });
    return `${state} ${reason.code}`;
  });
}

const key = memoryKey(inputOf().connection);
const never = { lastAttempt: null };
const failed = { lastError: 'refused', cause: 'refused' } as const;

describe('a heartbeat through the day', () => {
  it('begins, beats, falls silent and is lost', () => {
    const begins = { activeAt: at(0) };
    expect(
      watch(
        [
          { time: 2, ...never, status: null, alert: null },
          { time: 12, ...never, status: { ...begins, state: 'pending' } },
          { time: 14, ...never, status: begins },
          { time: 22, lastAttempt: 20, status: begins },
          { time: 142, lastAttempt: 140, status: begins },
          { time: 270, lastAttempt: 140, status: begins },
          { time: 741, lastAttempt: 140, status: begins },
          { time: 760, lastAttempt: 755, status: begins },
        ],
        'one'
      )
    ).toEqual([
      'new notEvaluatedYet',
      'new pending',
      'new firstBeatDue',
      'up beating',
      'up beating',
      'late overdue',
      'down overdue',
      'up beating',
    ]);
  });

  it('fails, is late, then down, and recovers with the first beat that arrives', () => {
    expect(
      watch([
        { time: 0, lastAttempt: -1 },
        { time: 121, lastAttempt: 120, delivery: failed },
        { time: 599, lastAttempt: 598, delivery: failed },
        { time: 600, lastAttempt: 599, delivery: failed },
        { time: 605, lastAttempt: 604 },
      ])
    ).toEqual(['up beating', 'late deliveryFails', 'late deliveryFails', 'down deliveryFails', 'up beating']);
  });

  it('stays up while Grafana restarts or loads a new configuration, and late if nothing comes after it', () => {
    expect(
      watch(
        [
          { time: 0, lastAttempt: -10 },
          { time: 10, ...never },
          { time: 110, ...never },
          { time: 120, ...never },
          { time: 130, lastAttempt: 125 },
        ],
        'one'
      )
    ).toEqual(['up beating', 'up beating', 'up beating', 'late overdue', 'up beating']);
  });

  it('knows nothing of a lost status at first, and waits one gap', () => {
    expect(
      watch(
        [
          { time: 0, ...never },
          { time: 127, ...never },
          { time: 128, ...never },
          { time: 601, ...never },
        ],
        'one'
      )
    ).toEqual(['unknown statusLost', 'unknown statusLost', 'late overdue', 'down overdue']);
  });

  it('blames nobody for what came due while nobody looked and Grafana forgot', () => {
    const scenes: Scene[] = [
      { time: 0, lastAttempt: -10 },
      { time: 3600, ...never },
      { time: 3700, ...never },
      { time: 3740, ...never },
    ];
    expect(watch(scenes, 'one')).toEqual(['up beating', 'unknown statusLost', 'unknown statusLost', 'late overdue']);
  });

  it('keeps calm about a replica that never sends, and tells two replicas by an attempt that goes back', () => {
    const scenes: Scene[] = [
      { time: 0, ...never },
      { time: 130, ...never },
      { time: 140, lastAttempt: 100 },
      { time: 150, lastAttempt: -5000 },
      { time: 160, lastAttempt: -5000 },
    ];
    expect(watch(scenes)).toEqual([
      'unknown statusLost',
      'unknown neverHere',
      'up beating',
      'up beating',
      'up beating',
    ]);
    const memory = scenes.map((scene) => readingOf(scene)).reduce(remember, NO_MEMORY);
    expect(memory.severalReplicas).toBe(true);
  });

  it('is paused, resumed and silenced', () => {
    expect(
      watch([
        {
          time: 0,
          rule: { isPaused: true },
          status: { state: 'inactive', activeAt: undefined, lastEvaluation: undefined },
          alert: null,
        },
        { time: 10, status: { activeAt: at(9) } },
        { time: 20, alert: { silencedBy: ['s'] } },
        { time: 30 },
      ])
    ).toEqual(['paused paused', 'up beating', 'late silenced', 'up beating']);
  });
});

describe('what is remembered', () => {
  it('keeps a success, drops a failure, and notes since when nothing was seen', () => {
    const first = remember(NO_MEMORY, readingOf({ time: 0, lastAttempt: -10 }));
    const second = remember(first, readingOf({ time: 10, lastAttempt: 5, delivery: failed }));
    expect(second.beats[key]).toMatchObject({ lastBeat: at(-10), lastAttempt: at(5), unseenSince: undefined });
    const third = [20, 30].map((time) => readingOf({ time, ...never })).reduce(remember, second);
    expect(third.beats[key]).toMatchObject({ lastBeat: at(-10), lastAttempt: at(5), unseenSince: at(20) });
  });

  it('tells when Grafana forgot, and that the heartbeat is still in time', () => {
    const readings = [
      { time: 0, lastAttempt: -10 },
      { time: 20, ...never },
      { time: 30, ...never },
    ].map(readingOf);
    const memory = readings.reduce(remember, NO_MEMORY);
    const health =
      readings[2] && healthOf({ connection: connectionIn(readings[2]), reading: readings[2], driftOf, memory });
    expect(health).toMatchObject({ state: 'up', lastBeat: at(-10), forgottenAt: at(20) });
  });

  it('logs every attempt that it sees, and after a rotation only those to the new address', () => {
    const seen = [
      readingOf({ time: 0, lastAttempt: -10 }),
      readingOf({ time: 10, lastAttempt: -10 }),
      readingOf({ time: 130, lastAttempt: 112 }),
      readingOf({ time: 140, lastAttempt: 135, delivery: failed }),
    ].reduce(remember, NO_MEMORY);
    expect(seen.log[key]).toEqual([
      { from: at(-10), to: at(112), kind: 'delivered', count: 2 },
      { from: at(135), to: at(135), kind: 'failed', count: 1, cause: failed.cause },
    ]);
  });

  it('takes a Grafana that was set back to an older state for another one', () => {
    const memory = remember(NO_MEMORY, readingOf({ time: 7200, lastAttempt: 7190 }));
    const { beats, log } = remember(memory, readingOf({ time: 0, ...never }));
    expect([beats[key]?.lastBeat, log[key]]).toEqual([undefined, []]);
  });

  it('learns nothing from an answer that did not come', () => {
    const memory = remember(NO_MEMORY, readingOf());
    expect(remember(memory, readingOf({ problems: { deliveries: refused('timeout') } }))).toBe(memory);
  });

  it('forgets what is gone, and the beats to another address', () => {
    const memory = remember(NO_MEMORY, readingOf());
    expect(remember(memory, readingOf({ heartbeatContactPoint: null, rule: null })).beats).toEqual({});
  });

  it('does not count a beat to the old address after a rotation, and counts the first to the new one', () => {
    const rotated = (lastAttempt: number, time: number) =>
      readingOf({
        desired: desiredConnection({ endpoint: otherEndpoint }),
        heartbeatContactPoint: { uid: inputOf().connection.heartbeatContactPoint?.uid ?? '' },
        time,
        lastAttempt,
      });
    const before = remember(NO_MEMORY, readingOf({ time: 0, lastAttempt: -10 }));
    const reading = rotated(-10, 20);
    const after = remember(before, reading);
    const connection = connectionIn(reading);
    expect(after.beats[memoryKey(connection)]).toMatchObject({ lastBeat: undefined, replacedAt: at(20) });
    expect(healthOf({ connection, reading, driftOf, memory: after }).lastBeat).toBeUndefined();
    const next = remember(after, rotated(25, 30));
    expect(next.beats[memoryKey(connection)]).toMatchObject({ lastBeat: at(25), replacedAt: at(20) });
    expect(next.severalReplicas).toBe(false);
  });

  it('holds no token', () => {
    const { endpoint } = inputOf().connection;
    expect(JSON.stringify(remember(NO_MEMORY, readingOf()))).not.toContain(endpoint.token);
  });

  it('takes the newest of several webhooks under one name', () => {
    const twin = integration({ uid: 'twin', name: 'IRM Production heartbeat' });
    expect(remember(NO_MEMORY, readingOf({ otherContactPoints: [twin] })).severalReplicas).toBe(false);
  });
});
