import type { IrmIntegration } from '../irm/irmPort';
import { connectionsOf } from '../ownership/connections';
import { planPause } from '../actions/pause';
import { changeRule, made } from '../testing/planning';
import { heartbeatRule } from '../testing/fixtures';
import { canGoOnWatching, refusalOf, type DrillCircumstances } from './refusal';

function circumstances(changes: Partial<DrillCircumstances> = {}, objects = made()): DrillCircumstances {
  const [connection] = connectionsOf(objects);
  if (!connection) {
    throw new Error('no connection');
  }
  return {
    ...{ irmAccess: 'ready', health: { state: 'up' }, missing: [], connection },
    found: { kind: 'found', integration: { id: 'C1' } as IrmIntegration },
    pause: planPause(connection, objects).plan,
    ...changes,
  };
}

describe('what keeps from a drill', () => {
  it('is nothing when the heartbeat is up and IRM can be asked', () => {
    expect(refusalOf(circumstances())).toBeUndefined();
  });

  it.each<[string, Partial<DrillCircumstances>]>([
    ['irmNotSetUp', { irmAccess: 'notSetUp' }],
    ['irmForViewers', { irmAccess: 'notForViewers' }],
    ['integrationUnread', { found: undefined }],
    ['integrationGone', { found: { kind: 'gone' } }],
    ['integrationNotSearched', { found: { kind: 'notSearched' } }],
    ['notUp', { health: { state: 'late' } }],
    ['missingRights', { missing: ['alert.rules:write'] }],
  ])('%s', (code, changes) => {
    expect(refusalOf(circumstances(changes))).toMatchObject({ code });
  });

  it('is a rule that is paused, that a file keeps, or whose interval nobody noted', () => {
    expect(refusalOf(circumstances({}, changeRule(made(), { isPaused: true })))).toEqual({ code: 'paused' });
    expect(refusalOf(circumstances({}, changeRule(made(), { provenance: 'file' })))).toMatchObject({
      code: 'blocked',
      obstacle: { reason: 'keptElsewhere' },
    });
    expect(refusalOf(circumstances({}, changeRule(made(), { annotations: {} })))).toEqual({ code: 'intervalUnknown' });
  });

  it('is another rule that beats for the same integration', () => {
    const { connection } = circumstances();
    const other = heartbeatRule({ title: 'Second' });
    expect(refusalOf(circumstances({ connection: { ...connection, otherRules: [other] } }))).toEqual({
      code: 'otherRule',
      title: 'Second',
    });
  });
});

test('a drill that was left is watched on only while its alarm can still come', () => {
  expect(canGoOnWatching('running', 10, 20, true)).toBe(true);
  expect(canGoOnWatching('running', 20, 20, true)).toBe(false);
  expect(canGoOnWatching('running', 10, 20, false)).toBe(false);
  expect(canGoOnWatching('doubtful', 10, 20, true)).toBe(false);
});
