import {
  realAlertMarkOf,
  realAlertGroup,
  isRealAlertRule,
  markText,
  REAL_ALERT_ANNOTATION,
  type RealAlertMark,
} from '../desired/realAlertMark';
import type { AlertGroup } from '../irm/irmPort';
import type { AlertState, DeliveryStatus, RuleStatus } from '../port/grafanaPort';
import { heartbeatRule } from '../testing/fixtures';
import { USUAL_LIMITS } from '../timing/evaluation';
import { labelProblem } from './labels';
import { seenInGrafana, seenInIrm, seenRule } from './observe';
import { outcomeOf, phaseOf, realAlertFrom } from './realAlert';
import { stepsOf } from './steps';
import { windowOf } from './window';

const startedAt = Date.parse('2026-11-22T14:02:10Z');
const after = (seconds: number) => startedAt + seconds * 1000;
const mark: RealAlertMark = {
  ...{ startedAt, until: after(500), groupWait: 30, groupInterval: 300, connection: '0123456789', by: 'Anna {{ x }}' },
};
const testId = 'irmc-0011223344556677';
const begun = () =>
  realAlertFrom({ mark, testId, evaluation: USUAL_LIMITS, replicas: 1, targets: ['IRM'], sendsResolved: true });

const status: RuleStatus = {
  ...{ uid: 'rule', group: realAlertGroup(mark.connection, testId), title: 'test', state: 'firing', health: 'ok' },
  ...{ lastError: undefined, activeAt: after(10), lastEvaluation: after(10), isPaused: false },
};
const active = (receivers: string[]): AlertState => ({
  ...{ ruleUid: 'rule', state: 'active', silencedBy: [], inhibitedBy: [], receivers },
  ...{ startsAt: after(10), updatedAt: after(10) },
});
const delivery = (name: string, at: number, lastError?: string): DeliveryStatus => ({
  name,
  integrations: [{ type: 'webhook', lastAttempt: at, lastError, cause: undefined, sendResolved: true }],
});
const look = (serverTime: number, more = {}) => ({
  ...{ status, alert: active(['IRM']), deliveries: [], problems: [], serverTime },
  ...more,
});
const group = (state: AlertGroup['state'] = 'firing'): AlertGroup => ({
  ...{ id: 'I1', integrationId: 'C1', title: 'test', state, createdAt: after(42), alertsCount: 1, link: undefined },
  resolvedAt: state === 'resolved' ? after(345) : undefined,
  lastAlert: { createdAt: after(42), payload: {} },
});

describe('the mark', () => {
  it('is text for people, is read back, and holds no template', () => {
    const annotations = { [REAL_ALERT_ANNOTATION]: markText(mark) };
    expect(annotations[REAL_ALERT_ANNOTATION]).toBe(
      '2026-11-22T14:02:10Z, until 2026-11-22T14:10:30Z, group wait 30 s, group interval 300 s, connection 0123456789, by Anna x'
    );
    expect(realAlertMarkOf({ annotations })).toEqual({ ...mark, by: 'Anna x' });
    expect(realAlertMarkOf({ annotations: { [REAL_ALERT_ANNOTATION]: 'yes' } })).toBeUndefined();
  });

  it('makes a test of a rule only in the folder and the group of the plugin', () => {
    const annotations = { [REAL_ALERT_ANNOTATION]: markText(mark) };
    const rule = heartbeatRule({ annotations, group: realAlertGroup(mark.connection, testId) });
    expect(isRealAlertRule(rule)).toBe(true);
    expect(isRealAlertRule({ ...rule, group: 'copied by hand' })).toBe(false);
    expect(isRealAlertRule({ ...rule, folderUid: 'theirs' })).toBe(false);
    expect(isRealAlertRule({ ...rule, annotations: {} })).toBe(false);
    // Never that of a heartbeat, however the id ends.
    expect(realAlertGroup('0123456789', 'irmc-123456')).not.toMatch(/-\d+$/);
  });
});

describe('the phases', () => {
  it('fires, leaves, arrives, ends, and is resolved', () => {
    let alert = seenRule(begun(), true, after(1));
    expect(phaseOf(alert, after(5), true).kind).toBe('evaluating');
    alert = seenInGrafana(alert, look(after(12)));
    expect(phaseOf(alert, after(12), true).kind).toBe('waiting');
    alert = seenInGrafana(alert, look(after(41), { deliveries: [delivery('IRM', after(40))] }));
    expect(phaseOf(alert, after(41), true).kind).toBe('arriving');
    alert = seenInIrm(alert, { group: group(), isShared: false }, after(43));
    expect(phaseOf(alert, after(43), true)).toEqual({ kind: 'ending', why: 'arrived' });
    alert = seenRule(alert, false, after(44));
    expect(phaseOf(alert, after(44), true).kind).toBe('resolving');
    expect(phaseOf(alert, after(500), true).kind).toBe('unresolved');
    alert = seenInIrm(alert, { group: group('resolved'), isShared: false }, after(350));
    expect(phaseOf(alert, after(350), true).kind).toBe('ended');
    expect(stepsOf(alert, after(350), true).map(({ id, state }) => `${id} ${state}`)).toEqual([
      ...['written done', 'fired done', 'routed done', 'sent done', 'arrived done', 'deleted done', 'resolved done'],
    ]);
  });

  it('keeps a delivery that Grafana has forgotten, and does not count one from before', () => {
    let alert = seenInGrafana(begun(), look(after(12), { deliveries: [delivery('IRM', after(5))] }));
    expect(phaseOf(alert, after(12), true).kind).toBe('waiting');
    alert = seenInGrafana(alert, look(after(41), { deliveries: [delivery('IRM', after(40))] }));
    alert = seenInGrafana(alert, look(after(50)));
    expect(alert.deliveries).toHaveProperty('IRM');
  });

  it('takes a rule for gone only once it was there', () => {
    expect(seenRule(begun(), false, after(1)).endedAt).toBeUndefined();
  });

  it('ends at the deadline, whatever is seen or not', () => {
    const { deadline } = windowOf(mark, USUAL_LIMITS);
    expect(phaseOf(begun(), deadline + 1, true)).toEqual({ kind: 'ending', why: 'overdue' });
    expect(mark.until).toBeGreaterThan(deadline);
  });

  it('leaves a group with other alerts alone', () => {
    let alert = seenInIrm(seenRule(begun(), true, after(1)), { group: group(), isShared: true }, after(43));
    alert = seenRule(alert, false, after(44));
    expect(phaseOf(alert, after(44), true).kind).toBe('ended');
  });
});

describe('what it has shown', () => {
  const { deadline } = windowOf(mark, USUAL_LIMITS);
  const at = deadline + 1000;
  const outcome = (more: object, asksIrm = true) =>
    outcomeOf(seenInGrafana(begun(), look(after(45), more)), at, asksIrm);

  it.each([
    ['notFired', { status: undefined, alert: undefined }],
    ['notRouted', { alert: undefined }],
    ['notSent', {}],
    ['elsewhere', { alert: active(['ops-mail']), deliveries: [delivery('ops-mail', after(40))] }],
    ['failed', { deliveries: [delivery('IRM', after(40), 'status code 500')] }],
    ['delivered', { deliveries: [delivery('IRM', after(40))] }],
  ])('%s', (kind, more) => {
    expect(outcome(more)).toMatchObject({ kind });
  });

  it('says that IRM has none only of a look at the very end', () => {
    const sent = seenInGrafana(begun(), look(after(45), { deliveries: [delivery('IRM', after(40))] }));
    const asked = (time: number) => outcomeOf(seenInIrm(sent, { group: undefined, isShared: false }, time), at, true);
    expect(asked(after(50))).toMatchObject({ kind: 'delivered' });
    expect(asked(deadline)).toMatchObject({ kind: 'notArrived' });
  });

  it('is broken off where it ends early', () => {
    expect(outcomeOf({ ...begun(), isStopped: true }, after(15), true)).toEqual({ kind: 'brokenOff' });
  });
});

test.each([
  [{ name: 'severity', value: 'critical' }, undefined],
  [{ name: '', value: '' }, undefined],
  [{ name: 'alertname', value: 'x' }, 'reserved'],
  [{ name: '__x', value: 'x' }, 'reserved'],
  [{ name: 'a b', value: 'x' }, 'nameInvalid'],
  [{ name: 'team', value: ' ' }, 'valueMissing'],
  [{ name: 'team', value: '{{ $x }}' }, 'template'],
])('a label %j: %s', (label, problem) => {
  expect(labelProblem([label], 0)).toBe(problem);
});
