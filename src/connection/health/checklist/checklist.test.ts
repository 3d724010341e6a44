import { dataSource, notFiring } from '../testing/rows';
import { at, inputOf, refused, type Scene } from '../testing/scene';
import type { HealthInput } from '../types';
import { NO_MEMORY, remember } from '../memory';
import { checklist } from './checklist';
import type { ChecklistId, ChecklistState } from './types';

const internal = { choice: 'internal', externalCount: 0 } as const;

function items(scene: Scene = {}, more: Partial<HealthInput> = {}) {
  return checklist(inputOf(scene, { alertmanagers: internal, ...more }));
}
const find = (id: ChecklistId, scene?: Scene, more?: Partial<HealthInput>) =>
  items(scene, more).find((item) => item.id === id);

it('asks everything in a fixed order, and all is well except what nobody can know', () => {
  expect(items().map(({ id, state }) => `${id} ${state}`)).toEqual([
    'permission ok',
    'alertmanager ok',
    'rulePresent ok',
    'ruleRunning ok',
    'ruleUnchanged ok',
    'ruleFires ok',
    'queryWorks ok',
    'ruleEvaluated ok',
    'routing ok',
    'silence ok',
    'muteTiming ok',
    'activeTiming ok',
    'timing ok',
    'heartbeatContactPoint ok',
    'alertContactPoint ok',
    'locked ok',
    'beatDelivery ok',
    'statusKnown ok',
    'alertsRouted unknown',
  ]);
});

it('asks a connection without heartbeat only about its alerts', () => {
  expect(items({ heartbeatContactPoint: null, rule: null }).map(({ id }) => id)).toEqual([
    'permission',
    'alertmanager',
    'alertContactPoint',
    'locked',
    'alertsRouted',
  ]);
});

type Row = [ChecklistId, ChecklistState, string | undefined, Scene, object];

it.each<Row>([
  ['permission', 'problem', 'askForPermission', { problems: { alerts: refused() } }, { refused: [{ part: 'alerts' }] }],
  ['permission', 'unknown', undefined, { problems: { alerts: refused('timeout') } }, {}],
  ['rulePresent', 'problem', 'repair', { rule: null }, { title: undefined, folder: 'present' }],
  ['rulePresent', 'unknown', undefined, { folder: 'hidden' }, { folder: 'hidden' }],
  ['ruleRunning', 'problem', 'resume', { rule: { isPaused: true } }, { isPaused: true }],
  [
    'ruleUnchanged',
    'problem',
    'repair',
    { rule: { scope: { kind: 'other', summary: 'up' } } },
    { drifts: [{ code: 'queryEdited', changes: [{ before: 'up', after: 'alerting' }] }] },
  ],
  [
    'ruleUnchanged',
    'problem',
    'repair',
    { rule: { labels: { irm_connection: 'x' } } },
    { drifts: [{ code: 'textsDiffer' }] },
  ],
  ['ruleUnchanged', 'problem', 'changeTiming', { rule: { annotations: {} } }, {}],
  ['ruleUnchanged', 'unknown', undefined, { rule: null }, {}],
  ['ruleFires', 'problem', 'openRule', { status: { state: 'inactive', activeAt: undefined } }, { state: 'inactive' }],
  ['ruleFires', 'ok', undefined, {}, { state: 'firing', firingSince: at(-3600) }],
  ['ruleFires', 'unknown', undefined, { status: null }, { state: undefined }],
  ['queryWorks', 'problem', 'openRule', { status: { health: 'error', lastError: 'boom' } }, { error: 'boom' }],
  [
    'queryWorks',
    'problem',
    'openDataSource',
    { desired: dataSource, status: { ...notFiring, health: 'ok' } },
    { health: 'silent' },
  ],
  ['queryWorks', 'problem', 'openDataSource', { desired: dataSource, status: { health: 'nodata' } }, {}],
  ['queryWorks', 'ok', undefined, { status: notFiring }, { health: 'ok' }],
  ['ruleEvaluated', 'problem', 'openRule', { status: { lastEvaluation: at(-500) } }, { lastEvaluation: at(-500) }],
  ['ruleEvaluated', 'ok', undefined, { alert: { silencedBy: ['s'] } }, {}],
  [
    'routing',
    'problem',
    'repair',
    { rule: { receiver: 'email' } },
    { receiver: 'email', wanted: 'IRM Production heartbeat' },
  ],
  ['routing', 'problem', 'repair', { rule: { receiver: '' } }, { receiver: '' }],
  ['silence', 'problem', 'expireSilence', { alert: { silencedBy: ['s1', 's2'] } }, { silences: ['s1', 's2'] }],
  ['silence', 'problem', 'openRule', { alert: { inhibitedBy: ['x'] } }, { isInhibited: true }],
  ['silence', 'unknown', undefined, { alert: null }, {}],
  ['muteTiming', 'problem', 'repair', { rule: { muteTimings: ['nights'] } }, { names: ['nights'] }],
  ['activeTiming', 'problem', 'repair', { rule: { activeTimings: ['office'] } }, { names: ['office'] }],
  [
    'timing',
    'problem',
    'changeTiming',
    { rule: { repeatInterval: 14_400 } },
    { interval: 600, repeatInterval: 14_400, gap: 14_402, reasons: [{ code: 'gapNotBelowInterval' }, {}] },
  ],
  ['timing', 'unknown', undefined, { rule: { annotations: {} } }, { interval: undefined }],
  [
    'heartbeatContactPoint',
    'problem',
    'repair',
    { heartbeatContactPoint: null },
    { name: undefined, drifts: [{ code: 'missing' }] },
  ],
  [
    'heartbeatContactPoint',
    'problem',
    'repair',
    { heartbeatContactPoint: { disableResolveMessage: false } },
    { drifts: [{ code: 'resolvedIsSent' }] },
  ],
  ['alertContactPoint', 'problem', 'repair', { alertContactPoint: null }, { drifts: [{ code: 'missing' }] }],
  ['alertContactPoint', 'unknown', undefined, { alertContactPoint: { uid: 'a' }, problems: { rules: refused() } }, {}],
  ['locked', 'ok', undefined, { rule: { provenance: 'api' } }, { names: ['IRM Production heartbeat'] }],
  ['locked', 'problem', undefined, { rule: { provenance: 'api', muteTimings: ['x'] } }, {}],
  [
    'beatDelivery',
    'problem',
    'checkIrm',
    { delivery: { lastError: '403', cause: 'wrongKey' } },
    { cause: 'wrongKey', error: '403' },
  ],
  ['beatDelivery', 'unknown', undefined, { lastAttempt: null }, { lastAttempt: undefined }],
  ['statusKnown', 'unknown', undefined, { lastAttempt: null }, { lastBeat: undefined }],
  ['statusKnown', 'unknown', undefined, { problems: { deliveries: refused('timeout') } }, { isUnread: true }],
  ['locked', 'unknown', undefined, { problems: { rules: refused('timeout') } }, { names: [] }],
])('%s is %s (%s)', (id, state, mend, scene, data) => {
  expect(find(id, scene)).toMatchObject({ state, data });
  expect(find(id, scene)?.mend).toBe(mend);
});

it('says that alerts leave to external Alertmanagers only', () => {
  const external = find('alertmanager', {}, { alertmanagers: { choice: 'external', externalCount: 2 } });
  expect(external).toMatchObject({ state: 'problem', mend: 'checkAlertmanagers', data: { externalCount: 2 } });
  expect(find('alertmanager', {}, { alertmanagers: undefined })?.state).toBe('unknown');
});

it('does not take deliveries that were not read for known because one was seen before', () => {
  const before = inputOf();
  const memory = remember(NO_MEMORY, before.reading);
  const unread = find('statusKnown', { problems: { deliveries: refused('timeout') } }, { memory });
  expect(unread).toMatchObject({ state: 'unknown', data: { lastBeat: at(-30), isUnread: true } });
});

it('tells since when this replica has nothing to tell', () => {
  const input = inputOf({ lastAttempt: null });
  const memory = remember(NO_MEMORY, input.reading);
  expect(find('statusKnown', { lastAttempt: null }, { memory })?.data).toEqual({
    lastBeat: undefined,
    unseenSince: at(0),
    severalReplicas: undefined,
  });
});

describe('where alerts are routed', () => {
  const usedBy = (routes: number, rules: number): Partial<HealthInput> => ({
    receiverUses: {
      useOf: () => ({ routes, rules, isDefault: false, isShut: false }),
      defaultPolicy: { receiver: 'empty', sends: false },
    },
  });

  it('is a problem where nothing sends there, with the policies as the place to mend it', () => {
    expect(find('alertsRouted', {}, usedBy(0, 0))).toEqual({
      id: 'alertsRouted',
      state: 'problem',
      data: { routing: { kind: 'notRouted', isShut: false }, silentDefault: 'empty' },
      mend: 'routeAlerts',
    });
  });

  it('is well with a policy or a rule', () => {
    expect(find('alertsRouted', {}, usedBy(2, 3))).toMatchObject({
      state: 'ok',
      data: { routing: { kind: 'routed', policies: 2, rules: 3 } },
    });
  });

  it('takes a heartbeat that was sent to the alert contact point for no alert', () => {
    const misrouted: Scene = { rule: { receiver: 'IRM Production' } };
    expect(find('alertsRouted', misrouted, usedBy(0, 1))?.state).toBe('problem');
    expect(find('alertDelivery', { ...misrouted, delivery: {} }, usedBy(0, 1))).toBeUndefined();
  });
});
