import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { TestFailure } from '../grafanaPort';
import { contactPoint, desiredConnection, endpoint, heartbeatRule, otherEndpoint } from '../testing/fixtures';
import { calculateTiming } from '../timing/calculateTiming';
import { proposeTiming } from '../timing/presets';
import { at, judged, refused, type Scene } from './testing/scene';
import type { HealthInput, HealthReason, HealthState, NextAction } from './types';

const ID = connectionId(endpoint);
const FIRST_BEAT = calculateTiming(proposeTiming(600), 600).firstBeat?.greatest ?? NaN;
const ONE: Partial<HealthInput> = { replicas: 'one' };
const EXTERNAL: Partial<HealthInput> = { alertmanagers: { choice: 'external', externalCount: 2 } };

/** What the page saw before: the last beat, and since when it saw none at all; in seconds from noon. */
function remembered(lastBeat: number | undefined, unseenSince?: number, severalReplicas = false): Partial<HealthInput> {
  const time = (seconds: number | undefined) => (seconds === undefined ? undefined : at(seconds));
  const beat = { lastBeat: time(lastBeat), lastAttempt: time(lastBeat), unseenSince: time(unseenSince) };
  return { memory: { beats: { [`${ID} irmc-${ID}-hb`]: beat }, severalReplicas } };
}

const failing = (cause: TestFailure): Scene['delivery'] => ({ lastError: `it was ${cause}`, cause });
const silenced: Scene['alert'] = { state: 'suppressed', silencedBy: ['s1'] };
const notFiring: Scene['status'] = { state: 'inactive', activeAt: undefined };
const byHand = {
  alertContactPoint: { uid: 'a', name: 'oncall' },
  heartbeatContactPoint: { uid: 'b', name: 'oncall beat' },
};
const handRule: Scene['rule'] = { group: 'hand', receiver: 'oncall beat', labels: {}, annotations: {} };
const dataSource = desiredConnection({
  heartbeat: { ...desiredConnection().heartbeat!, scope: { kind: 'dataSource', dataSourceUid: 'prom' } },
});

type Row = [string, Scene, Partial<HealthInput>, HealthState, HealthReason['code'], NextAction];

const ROWS: Row[] = [
  // Nothing to judge, or wanted so.
  ['no heartbeat was set up', { heartbeatContactPoint: null, rule: null }, {}, 'none', 'noHeartbeat', 'setUpHeartbeat'],
  [
    'no heartbeat and external only',
    { heartbeatContactPoint: null, rule: null },
    EXTERNAL,
    'none',
    'noHeartbeat',
    'setUpHeartbeat',
  ],
  ['somebody paused the rule', { rule: { isPaused: true } }, {}, 'paused', 'paused', 'resume'],
  [
    'paused and failing and silenced',
    { rule: { isPaused: true }, delivery: failing('wrongKey'), alert: silenced },
    {},
    'paused',
    'paused',
    'resume',
  ],
  ['paused long ago', { rule: { isPaused: true }, lastAttempt: -9000 }, ONE, 'paused', 'paused', 'resume'],

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
    'late',
    'silentHere',
    'checkIrm',
  ],
  [
    'several replicas proven against what was said',
    { lastAttempt: -601 },
    { ...ONE, ...remembered(undefined, undefined, true) },
    'late',
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
      rule: { locked: true },
      heartbeatContactPoint: { locked: true },
      alertContactPoint: { locked: true },
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
    'rotateEndpoint',
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
    'fails beyond the interval on one of several replicas',
    { lastAttempt: -1, delivery: failing('targetError') },
    remembered(-601, undefined, true),
    'down',
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

  // Something stops the beats.
  ['silenced a moment ago', { alert: silenced }, {}, 'late', 'silenced', 'expireSilence'],
  ['silenced beyond the interval', { alert: silenced, lastAttempt: -601 }, {}, 'down', 'silenced', 'expireSilence'],
  ['silenced, and no beat is known', { alert: silenced, lastAttempt: null }, {}, 'down', 'silenced', 'expireSilence'],
  ['inhibited', { alert: { state: 'suppressed', inhibitedBy: ['f1'] } }, {}, 'late', 'inhibited', 'openRule'],
  ['evaluates to nothing', { status: notFiring, alert: null }, {}, 'late', 'notFiring', 'openRule'],
  [
    'not firing beyond the interval',
    { status: notFiring, alert: null, lastAttempt: -700 },
    {},
    'down',
    'notFiring',
    'openRule',
  ],
  [
    'query error',
    { status: { ...notFiring, health: 'error', lastError: 'no route' } },
    {},
    'late',
    'queryFails',
    'openRule',
  ],
  [
    'query error of a data source',
    { desired: dataSource, status: { ...notFiring, health: 'error' } },
    {},
    'late',
    'queryFails',
    'openDataSource',
  ],
  [
    'data source without data',
    { desired: dataSource, status: { ...notFiring, health: 'nodata' } },
    {},
    'late',
    'noData',
    'openDataSource',
  ],
  ['an error that still fires', { status: { health: 'error' } }, {}, 'up', 'beating', 'none'],
  ['recovering, which still fires', { status: { state: 'unknown', activeAt: undefined } }, {}, 'up', 'beating', 'none'],
  ['evaluated two minutes ago', { status: { lastEvaluation: at(-120) } }, {}, 'up', 'beating', 'none'],
  ['the evaluator stalls', { status: { lastEvaluation: at(-121) } }, {}, 'late', 'notEvaluated', 'openRule'],
  [
    'never scheduled, watched for minutes',
    { status: null, alert: null, lastAttempt: null },
    remembered(undefined, -130),
    'down',
    'notEvaluated',
    'openRule',
  ],
  ['alerts leave to external Alertmanagers', {}, EXTERNAL, 'late', 'externalAlertmanager', 'checkAlertmanagers'],
  ['alerts leave to both', {}, { alertmanagers: { choice: 'all', externalCount: 1 } }, 'up', 'beating', 'none'],

  // Drift.
  ['the rule is gone', { rule: null }, {}, 'misconfigured', 'drift', 'repair'],
  ['the folder is gone', { folder: 'absent' }, {}, 'misconfigured', 'drift', 'repair'],
  ['the alert contact point is gone', { alertContactPoint: null }, {}, 'misconfigured', 'drift', 'repair'],
  ['the heartbeat contact point is gone', { heartbeatContactPoint: null }, {}, 'misconfigured', 'drift', 'repair'],
  [
    'the heartbeat address lost its slash',
    { heartbeatContactPoint: { url: heartbeatUrl(endpoint).slice(0, -1) } },
    {},
    'misconfigured',
    'drift',
    'repair',
  ],
  [
    'the heartbeat address is another one',
    { heartbeatContactPoint: { url: 'https://example.net/x' } },
    {},
    'misconfigured',
    'drift',
    'repair',
  ],
  [
    'the alert address lost its slash',
    { alertContactPoint: { url: endpointUrl(endpoint).slice(0, -1) } },
    {},
    'misconfigured',
    'drift',
    'repair',
  ],
  [
    'sent with PUT',
    { heartbeatContactPoint: { otherSettings: { httpMethod: 'PUT' } } },
    {},
    'misconfigured',
    'drift',
    'repair',
  ],
  ['routed elsewhere', { rule: { receiver: 'email' } }, {}, 'misconfigured', 'drift', 'repair'],
  ['routed by the policies', { rule: { receiver: '' } }, {}, 'misconfigured', 'drift', 'repair'],
  ['repeats every four hours', { rule: { repeatInterval: 14_400 } }, {}, 'misconfigured', 'drift', 'repair'],
  ['muted at times', { rule: { muteTimings: ['nights'] } }, {}, 'misconfigured', 'drift', 'repair'],
  ['another query', { rule: { scope: { kind: 'other', summary: 'up == 0' } } }, {}, 'misconfigured', 'drift', 'repair'],
  ['the interval was forgotten', { rule: { annotations: {} } }, {}, 'misconfigured', 'drift', 'changeTiming'],
  [
    'an interval that IRM does not offer',
    { rule: { annotations: { irm_heartbeat_interval: '450' } } },
    {},
    'misconfigured',
    'drift',
    'changeTiming',
  ],
  [
    'shares its contact point',
    { otherContactPoints: [contactPoint({ name: 'IRM Production heartbeat' })] },
    {},
    'misconfigured',
    'drift',
    'openContactPoint',
  ],
  [
    'shares its rule group',
    { otherRules: [heartbeatRule({ group: `irmc-${ID}` })] },
    {},
    'misconfigured',
    'drift',
    'openRule',
  ],
  [
    'drift explains the failure',
    { heartbeatContactPoint: { url: 'https://example.net/x' }, delivery: failing('wrongPath') },
    {},
    'misconfigured',
    'drift',
    'repair',
  ],

  // A person's own settings are no drift.
  ['own timing that holds', { rule: { groupInterval: 60, repeatInterval: 60 } }, {}, 'up', 'beating', 'none'],
  [
    'own title, texts and labels',
    {
      rule: {
        title: 'Mine',
        annotations: { irm_heartbeat_interval: '600', summary: 'x' },
        labels: { irm_connection: ID, team: 'a' },
      },
    },
    {},
    'up',
    'beating',
    'none',
  ],
  [
    'own limit on alerts',
    { alertContactPoint: { maxAlerts: 7, disableResolveMessage: true } },
    {},
    'up',
    'beating',
    'none',
  ],
  ['one of both is locked', { heartbeatContactPoint: { locked: true } }, {}, 'up', 'beating', 'none'],
  [
    'resolved messages are sent',
    { heartbeatContactPoint: { disableResolveMessage: false } },
    {},
    'up',
    'beating',
    'none',
  ],
  [
    'beats to another integration',
    { heartbeatContactPoint: { url: heartbeatUrl(otherEndpoint) } },
    {},
    'misconfigured',
    'drift',
    'repair',
  ],

  // Made by hand.
  ['by hand, rule elsewhere', { ...byHand, rule: null }, {}, 'unknown', 'notAdopted', 'adopt'],
  [
    'by hand, rule elsewhere, fails',
    { ...byHand, rule: null, lastAttempt: -1, delivery: failing('wrongKey') },
    {},
    'down',
    'deliveryFails',
    'rotateEndpoint',
  ],
  ['by hand in our folder', { ...byHand, rule: handRule }, {}, 'up', 'beating', 'none'],
  [
    'by hand, late, interval unknown',
    { ...byHand, rule: handRule, lastAttempt: -9000 },
    ONE,
    'late',
    'overdue',
    'sendBeat',
  ],
  [
    'by hand, muted',
    { ...byHand, rule: { ...handRule, muteTimings: ['nights'] } },
    {},
    'misconfigured',
    'drift',
    'adopt',
  ],

  // What cannot be seen.
  ['folder hidden', { folder: 'hidden' }, {}, 'unknown', 'rulesHidden', 'repair'],
  ['rules forbidden', { problems: { rules: refused() } }, {}, 'unknown', 'forbidden', 'askForPermission'],
  ['rules not read', { problems: { rules: refused('timeout') } }, {}, 'unknown', 'notRead', 'wait'],
  [
    'rules forbidden, yet attempts fail',
    { problems: { rules: refused() }, lastAttempt: -1, delivery: failing('refused') },
    {},
    'down',
    'deliveryFails',
    'checkNetwork',
  ],
  ['deliveries forbidden', { problems: { deliveries: refused() } }, {}, 'unknown', 'forbidden', 'askForPermission'],
  ['deliveries not read', { problems: { deliveries: refused('unreachable') } }, {}, 'unknown', 'notRead', 'wait'],
  [
    'deliveries not read, a beat is remembered',
    { problems: { deliveries: refused('unreachable') } },
    remembered(-60),
    'up',
    'beating',
    'none',
  ],
  ['rule states forbidden, beats seen', { problems: { ruleStatuses: refused() } }, {}, 'up', 'beating', 'none'],
  [
    'rule states forbidden, no beat seen',
    { problems: { ruleStatuses: refused() }, lastAttempt: null },
    {},
    'unknown',
    'forbidden',
    'askForPermission',
  ],
  ['alerts not read', { problems: { alerts: refused('timeout') }, alert: null }, {}, 'up', 'beating', 'none'],
];

it.each(ROWS)('%s', (_story, scene, more, state, code, nextAction) => {
  const health = judged(scene, more);
  expect(health).toMatchObject({ state, reason: { code }, nextAction });
});

describe('times', () => {
  it('counts down to the next beat and to what IRM does without it', () => {
    expect(judged({ lastAttempt: -30 })).toMatchObject({
      since: at(-3600),
      lastBeat: at(-30),
      nextExpected: at(92),
      overdueBy: undefined,
      deadline: at(570),
    });
  });

  it('tells since when a beat is overdue, and by how much', () => {
    const late = judged({ lastAttempt: -200 });
    expect(late).toMatchObject({ state: 'late', since: at(-78), nextExpected: at(-78), overdueBy: 78_000 });
    const down = judged({ lastAttempt: -700 }, ONE);
    expect(down).toMatchObject({ state: 'down', since: at(-100), overdueBy: 578_000, deadline: at(-100) });
  });

  it('expects no beat while something stops it, and still says when IRM will alert', () => {
    const health = judged({ alert: silenced });
    expect(health).toMatchObject({ nextExpected: undefined, overdueBy: undefined, deadline: at(570) });
    expect(judged({ rule: { isPaused: true } })).toMatchObject({ nextExpected: undefined, deadline: at(570) });
  });

  it('knows no deadline without an interval', () => {
    expect(judged({ ...byHand, rule: handRule }).deadline).toBeUndefined();
  });

  it('waits for the first beat, with the time that loading takes', () => {
    const health = judged({ status: { activeAt: at(-3) }, lastAttempt: null });
    expect(health).toMatchObject({ since: at(-3), lastBeat: undefined, nextExpected: at(-3 + FIRST_BEAT + 5) });
  });

  it('waits one gap after the status was lost', () => {
    const health = judged({ lastAttempt: null }, remembered(undefined, -20));
    expect(health).toMatchObject({ since: at(-20), nextExpected: at(102) });
  });

  it('does not show a beat from the future', () => {
    expect(judged({ lastAttempt: 3600 })).toMatchObject({
      lastBeat: undefined,
      reason: { code: 'clocksDiffer', ahead: 3_600_000 },
    });
  });

  it('judges by the server’s clock, whatever the browser’s says', () => {
    jest.useFakeTimers({ now: at(86_400) });
    try {
      expect(judged({ lastAttempt: -30 }).state).toBe('up');
    } finally {
      jest.useRealTimers();
    }
  });
});

describe('reasons carry what a sentence needs', () => {
  it.each<[Scene, Partial<HealthInput>, HealthReason]>([
    [{ alert: silenced }, {}, { code: 'silenced', silences: ['s1'] }],
    [{}, EXTERNAL, { code: 'externalAlertmanager', externalCount: 2 }],
    [{ status: { ...notFiring, health: 'error', lastError: 'boom' } }, {}, { code: 'queryFails', message: 'boom' }],
    [
      { lastAttempt: -1, delivery: failing('wrongKey') },
      {},
      { code: 'deliveryFails', cause: 'wrongKey', message: 'it was wrongKey', lastAttempt: at(-1) },
    ],
    [{ lastAttempt: -700 }, {}, { code: 'silentHere', severalReplicas: false }],
    [{ lastAttempt: -700 }, { replicas: 'several' }, { code: 'silentHere', severalReplicas: true }],
    [{ problems: { rules: refused() } }, {}, { code: 'forbidden', part: 'rules', error: refused() }],
  ])('%#', (scene, more, reason) => {
    expect(judged(scene, more).reason).toEqual(reason);
  });
});
