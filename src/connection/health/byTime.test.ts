import { expectRow, failing, notFiring, ONE, remembered, type Row } from './testing/rows';
import { at } from './testing/scene';

const ROWS: Row[] = [
  // By the clock: gap 122 s, interval 600 s.
  ['a beat just now', { lastAttempt: 0 }, {}, 'up', 'beating', 'none'],
  ['a beat in time', { lastAttempt: -122 }, {}, 'up', 'beating', 'none'],
  ['a beat not worth a word late', { lastAttempt: -127 }, {}, 'up', 'beating', 'none'],
  ['a beat beyond the gap', { lastAttempt: -128 }, {}, 'late', 'overdue', 'sendBeat'],
  ['a beat right at the interval', { lastAttempt: -600 }, ONE, 'late', 'overdue', 'sendBeat'],
  ['the only replica beyond the interval', { lastAttempt: -601 }, ONE, 'down', 'overdue', 'checkIrm'],
  ['beyond the interval, replicas unknown', { lastAttempt: -601 }, {}, 'down', 'silentHere', 'checkIrm'],
  [
    'beyond the interval, several replicas',
    { lastAttempt: -601 },
    { replicas: 'several' },
    'unknown',
    'silentHere',
    'checkIrm',
  ],
  [
    'several replicas proven against what was said',
    { lastAttempt: -601 },
    { ...ONE, ...remembered(undefined, undefined, true) },
    'unknown',
    'silentHere',
    'checkIrm',
  ],
  ['a gap of two replicas is longer', { lastAttempt: -140 }, { replicas: 'several' }, 'up', 'beating', 'none'],

  // Clocks.
  ['a beat in the same second, stamped after the date header', { lastAttempt: 0.9 }, {}, 'up', 'beating', 'none'],
  ['a beat of a replica whose clock is ahead a little', { lastAttempt: 50 }, {}, 'up', 'beating', 'none'],
  ['a beat from the future', { lastAttempt: 3600 }, {}, 'unknown', 'clocksDiffer', 'checkIrm'],

  // No beat yet.
  [
    'saved a moment ago, no status',
    { status: null, lastAttempt: null, alert: null },
    {},
    'new',
    'notEvaluatedYet',
    'wait',
  ],
  [
    'saved a moment ago, never evaluated',
    { status: { ...notFiring, lastEvaluation: undefined }, lastAttempt: null, alert: null },
    {},
    'new',
    'notEvaluatedYet',
    'wait',
  ],
  ['pending', { status: { state: 'pending', activeAt: at(-5) }, lastAttempt: null }, {}, 'new', 'pending', 'wait'],
  ['fires since seconds', { status: { activeAt: at(-3) }, lastAttempt: null }, {}, 'new', 'firstBeatDue', 'wait'],
  [
    'fires since seconds and is locked, so loads later',
    {
      rule: { provenance: 'api' },
      heartbeatContactPoint: { provenance: 'api' },
      alertContactPoint: { provenance: 'api' },
      status: { activeAt: at(-60) },
      lastAttempt: null,
    },
    {},
    'new',
    'firstBeatDue',
    'wait',
  ],
  [
    'the contact point is not loaded yet',
    { status: { activeAt: at(-3) }, lastAttempt: null, delivery: { type: 'email' } },
    {},
    'new',
    'firstBeatDue',
    'wait',
  ],

  // The status was lost.
  ['never delivered since the start', { lastAttempt: null }, {}, 'unknown', 'statusLost', 'wait'],
  [
    'never delivered, watched shorter than a gap',
    { lastAttempt: null },
    { ...ONE, ...remembered(undefined, -120) },
    'unknown',
    'statusLost',
    'wait',
  ],
  [
    'never delivered, watched longer',
    { lastAttempt: null },
    { ...ONE, ...remembered(undefined, -130) },
    'late',
    'overdue',
    'sendBeat',
  ],
  [
    'never delivered, watched beyond the interval',
    { lastAttempt: null },
    { ...ONE, ...remembered(undefined, -601) },
    'down',
    'overdue',
    'checkIrm',
  ],
  [
    'never delivered here, others may',
    { lastAttempt: null },
    remembered(undefined, -601),
    'unknown',
    'neverHere',
    'checkIrm',
  ],
  ['lost, yet the page remembers a beat', { lastAttempt: null }, remembered(-60, -20), 'up', 'beating', 'none'],
  ['lost, and the remembered beat is old', { lastAttempt: null }, remembered(-300, -20), 'late', 'overdue', 'sendBeat'],
  ['another replica remembers an older beat', { lastAttempt: -3000 }, remembered(-60), 'up', 'beating', 'none'],

  // Deliveries fail.
  [
    'fails and never worked',
    { lastAttempt: -1, delivery: failing('wrongKey') },
    {},
    'down',
    'deliveryFails',
    'checkIrm',
  ],
  [
    'fails since a moment',
    { lastAttempt: -1, delivery: failing('refused') },
    remembered(-100),
    'late',
    'deliveryFails',
    'checkNetwork',
  ],
  [
    'fails beyond the interval',
    { lastAttempt: -1, delivery: failing('targetError') },
    remembered(-601),
    'down',
    'deliveryFails',
    'checkIrm',
  ],
  [
    'fails on one of several replicas, where the last beat seen is older than the interval',
    { lastAttempt: -1, delivery: failing('targetError') },
    remembered(-601, undefined, true),
    'late',
    'deliveryFails',
    'checkIrm',
  ],
  [
    'too many messages',
    { lastAttempt: -1, delivery: failing('rateLimited') },
    remembered(-100),
    'late',
    'deliveryFails',
    'wait',
  ],
  [
    'failed once, long ago: another replica took over',
    { lastAttempt: -3000, delivery: failing('refused') },
    {},
    'unknown',
    'statusLost',
    'wait',
  ],
];

it.each(ROWS)('%s', (...row) => {
  expectRow(...row);
});
