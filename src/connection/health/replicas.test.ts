import { NO_MEMORY, remember, type StatusMemory } from './memory';
import { healthOf } from './healthOf';
import { isSentElsewhere, proofOf } from './proof';
import { expectRow, failing, notFiring, remembered, silenced, type Row } from './testing/rows';
import { at, connectionIn, inputOf, judged, readingOf, type Scene } from './testing/scene';
import type { HealthInput, IrmSide } from './types';
import { driftOf } from '../drift/drift';

const SEVERAL: Partial<HealthInput> = { replicas: 'several' };
const never = { lastAttempt: null };

/** The scene's gap is 122 s, with a second replica 137 s; the heartbeat interval 600 s. */
const ROWS: Row[] = [
  [
    'a standby that never sent',
    never,
    { ...SEVERAL, ...remembered(undefined, -3600) },
    'unknown',
    'neverHere',
    'checkIrm',
  ],
  ['a standby that sent an hour ago', { lastAttempt: -3600 }, SEVERAL, 'unknown', 'silentHere', 'checkIrm'],
  [
    'a beat that another replica sent, seen before',
    never,
    { ...SEVERAL, ...remembered(-60, -20) },
    'up',
    'beating',
    'none',
  ],
  [
    'a beat a little later than one replica alone would send it: another one had to step in',
    { lastAttempt: -140 },
    SEVERAL,
    'up',
    'beating',
    'none',
  ],
  [
    'a failing attempt on one of them, no beat known',
    { lastAttempt: -1, delivery: failing('refused') },
    SEVERAL,
    'late',
    'deliveryFails',
    'checkNetwork',
  ],
  [
    'a failing attempt on one of them while another sends',
    { lastAttempt: -1, delivery: failing('refused') },
    { ...SEVERAL, ...remembered(-60) },
    'up',
    'beating',
    'none',
  ],
  [
    'an attempt that failed minutes ago: whoever has a beat to send tries every 15 s at least',
    { lastAttempt: -100, delivery: failing('refused') },
    SEVERAL,
    'unknown',
    'neverHere',
    'checkIrm',
  ],
  [
    'a silence, which all of them share',
    { alert: silenced, lastAttempt: -300 },
    SEVERAL,
    'late',
    'silenced',
    'expireSilence',
  ],
  [
    'a rule that this one does not evaluate',
    { status: { lastEvaluation: at(-3600) }, lastAttempt: -60 },
    SEVERAL,
    'up',
    'beating',
    'none',
  ],
  [
    'a rule that this one does not evaluate, and no beat seen',
    { status: { lastEvaluation: at(-3600) }, lastAttempt: -3600 },
    SEVERAL,
    'unknown',
    'silentHere',
    'checkIrm',
  ],
  [
    'a rule that does not fire here, while beats arrive',
    { status: notFiring, lastAttempt: -60 },
    SEVERAL,
    'up',
    'beating',
    'none',
  ],
  [
    'a rule that does not fire here, and no beat',
    { status: notFiring, lastAttempt: -3600 },
    SEVERAL,
    'late',
    'notFiring',
    'openRule',
  ],
  [
    'out of sight, and IRM misses nothing',
    { lastAttempt: -3600 },
    { ...SEVERAL, irmSide: 'quiet' },
    'up',
    'irmQuiet',
    'none',
  ],
  [
    'never seen, so that IRM may not watch yet',
    never,
    { ...SEVERAL, irmSide: 'quiet' },
    'unknown',
    'irmQuiet',
    'checkIrm',
  ],
  [
    'out of sight, and IRM misses beats',
    { lastAttempt: -3600 },
    { ...SEVERAL, irmSide: 'missing' },
    'down',
    'irmMisses',
    'checkIrm',
  ],
];

it.each(ROWS)('of several replicas: %s', (...row) => {
  expectRow(...row);
});

it('tells no deadline and nothing overdue of a beat that another replica may have sent', () => {
  expect(judged({ lastAttempt: -3600 }, SEVERAL)).toMatchObject({ deadline: undefined, overdueBy: undefined });
  expect(judged({ lastAttempt: -3600 }, SEVERAL).nextExpected).toBeUndefined();
  expect(judged({ lastAttempt: -30 }, SEVERAL).deadline).toBeUndefined();
});

/** Looks at one scene after the other, as an open page of a Grafana with several replicas does. */
function watch(scenes: Scene[]): string[] {
  let memory: StatusMemory = { ...NO_MEMORY, severalReplicas: true };
  return scenes.map((scene) => {
    const reading = readingOf(scene);
    memory = remember(memory, reading);
    const { state, reason } = healthOf({ connection: connectionIn(reading), reading, driftOf, memory });
    return `${state} ${reason.code}`;
  });
}

describe('an outage of all replicas', () => {
  const fails = (time: number): Scene => ({ time, lastAttempt: time - 1, delivery: failing('targetError') });
  const everyMinute = (from: number, to: number) =>
    Array.from({ length: (to - from) / 60 + 1 }, (_, index) => fails(from + index * 60));

  it('is late once the beat is overdue and down once no replica can have sent for an interval', () => {
    const told = watch([
      { time: 0, lastAttempt: 0 },
      fails(122),
      ...everyMinute(180, 660),
      { time: 661, lastAttempt: 660 },
    ]);
    expect(told.slice(0, 3)).toEqual(['up beating', 'up beating', 'late deliveryFails']);
    expect(told.slice(-3)).toEqual(['late deliveryFails', 'down deliveryFails', 'up beating']);
  });

  it('is late until the interval has passed for whoever comes in the middle of it', () => {
    const told = watch(everyMinute(0, 600));
    expect(told.slice(0, 8)).toEqual(Array(8).fill('late deliveryFails'));
    expect(told.at(-1)).toBe('down deliveryFails');
  });

  it('is not down where attempts stand so far apart that another replica sent between them', () => {
    const told = watch([0, 150, 300, 450, 600, 750].map(fails));
    expect(told).toEqual(Array(6).fill('late deliveryFails'));
  });

  it('by a silence is down when that has held for an interval, wherever the last beat came from', () => {
    const hush = (time: number): Scene => ({ time, alert: silenced, ...never });
    // 15 s longer, because the other replica may have waited for its turn when the silence began.
    expect(watch([0, 300, 615, 616].map(hush))).toEqual([
      'late silenced',
      'late silenced',
      'late silenced',
      'down silenced',
    ]);
  });
});

describe('a reading that is shown for too long', () => {
  const shown = (scene: Scene, seconds: number, more: Partial<HealthInput> = {}) =>
    judged(scene, { ...more, shownAt: at(seconds) });

  it('is no state any more, and still tells when IRM pages unless a heartbeat arrives', () => {
    expect(shown({ lastAttempt: -30 }, 25).state).toBe('up');
    expect(shown({ lastAttempt: -30 }, 26)).toMatchObject({
      state: 'unknown',
      reason: { code: 'outdated', readAt: at(0) },
      since: at(0),
      nextExpected: undefined,
      deadline: undefined,
      pages: { from: at(570), until: at(690), hasPaged: false },
    });
  });

  it.each<[string, Scene]>([
    ['late', { lastAttempt: -300 }],
    ['down', { lastAttempt: -700 }],
    ['silenced', { alert: silenced }],
    ['misconfigured', { rule: { muteTimings: ['night'] } }],
  ])('whatever it said: %s', (_name, scene) => {
    expect(shown(scene, 20).state).not.toBe('unknown');
    expect(shown(scene, 300)).toMatchObject({ state: 'unknown', deadline: undefined, overdueBy: undefined });
  });

  it('is as good as ever where no beat is to come', () => {
    expect(shown({ rule: { isPaused: true } }, 3600).state).toBe('paused');
  });

  it('is not overtaken between two refreshes, however often beats come', () => {
    expect(shown({ lastAttempt: -121 }, 20).state).toBe('up');
  });
});

describe('the proof', () => {
  it('stays delivered when a replica answers that sent nothing, or failed before', () => {
    const seen = { ...SEVERAL, ...remembered(-5) };
    expect(proofOf(inputOf(never, seen)).delivery).toBe('delivered');
    expect(proofOf(inputOf({ lastAttempt: -20, delivery: failing('refused') }, seen)).delivery).toBe('delivered');
  });

  it('says after the promised time that another replica sends', () => {
    const begins: Scene = { time: 0, ...never, status: { activeAt: at(0) } };
    const memory = { ...remember(NO_MEMORY, readingOf(begins)), severalReplicas: true };
    expect(proofOf(inputOf({ ...begins, time: 40 }, { memory })).diagnosis).toBeUndefined();
    expect(proofOf(inputOf({ ...begins, time: 60 }, { memory }))).toMatchObject({
      delivery: 'waiting',
      diagnosis: { code: 'neverHere', severalReplicas: true },
    });
  });

  it("passes on IRM's alert, and takes its silence for no proof of a first beat", () => {
    const begins: Scene = { time: 0, ...never, status: { activeAt: at(0) } };
    const memory = { ...remember(NO_MEMORY, readingOf(begins)), severalReplicas: true };
    const proof = (irmSide: IrmSide) => proofOf(inputOf({ ...begins, time: 60 }, { memory, irmSide }));
    expect(proof('missing')).toMatchObject({ delivery: 'waiting', diagnosis: { code: 'irmMisses' } });
    expect(isSentElsewhere(proof('missing'))).toBe(false);
    expect(proof('quiet')).toMatchObject({ delivery: 'waiting', diagnosis: { code: 'irmQuiet' } });
    expect(isSentElsewhere(proof('quiet'))).toBe(true);
  });
});
