import { endpointUrl } from '../endpoint/integrationPath';
import { contactPoint, endpoint } from '../testing/fixtures';
import { isUpToDate } from '../plan/types';
import { driftOf, planRepair, type Drift } from './drift';
import { inputOf, type Scene } from './testing/scene';

function drifts(scene: Scene): Drift[] {
  const { connection, reading } = inputOf(scene);
  return driftOf(connection, reading);
}
const codes = (scene: Scene) => drifts(scene).map(({ object, code, severity }) => `${object} ${code} ${severity}`);

describe('what differs from the plan', () => {
  it('is nothing right after the plan was carried out', () => {
    expect(drifts({})).toEqual([]);
  });

  it('names everything at once, worst first', () => {
    expect(
      codes({
        alertContactPoint: { url: endpointUrl(endpoint).slice(0, -1) },
        heartbeatContactPoint: { url: 'https://example.net/x', disableResolveMessage: false },
        rule: { receiver: 'email', muteTimings: ['nights'], repeatInterval: 14_400, labels: {} },
      })
    ).toEqual([
      'alertContactPoint urlChanged stops',
      'heartbeatContactPoint urlChanged stops',
      'rule wrongContactPoint stops',
      'rule timingCannotHold stops',
      'rule muteTiming stops',
      'heartbeatContactPoint resolvedIsSent differs',
      'rule textsDiffer differs',
    ]);
  });

  it('shows the difference field by field, without the token', () => {
    const [timing] = drifts({ rule: { repeatInterval: 14_400 } });
    expect(timing?.changes).toEqual([{ field: 'repeatInterval', before: '4h', after: '2m' }]);
    expect(timing?.timing).toMatchObject([{ code: 'gapNotBelowInterval', interval: 600 }]);
    const [url] = drifts({ heartbeatContactPoint: { url: 'https://example.net/secret' } });
    expect(JSON.stringify(url?.changes)).not.toContain('LUL6EatRGTbhTAKmYmWzYpgZZ');
  });

  it('does not judge the timing without an interval', () => {
    expect(codes({ rule: { annotations: {}, repeatInterval: 14_400 } })).toEqual([
      'rule intervalMissing stops',
      'rule textsDiffer differs',
    ]);
  });

  it('says what keeps the plugin from repairing', () => {
    const [blocked] = drifts({ otherContactPoints: [contactPoint({ name: 'IRM Production heartbeat' })] });
    expect(blocked).toMatchObject({ code: 'blocked', obstacle: { reason: 'nameShared' } });
  });

  it('measures a connection made by hand only by what breaks it', () => {
    const byHand: Scene = {
      alertContactPoint: { uid: 'a' },
      heartbeatContactPoint: { uid: 'b', disableResolveMessage: false },
      rule: { group: 'mine', labels: {}, annotations: {}, scope: { kind: 'other', summary: 'up' }, muteTimings: ['x'] },
    };
    expect(codes(byHand)).toEqual(['rule muteTiming stops']);
  });
});

describe('the repair', () => {
  const repair = (scene: Scene) => {
    const { connection, reading } = inputOf(scene);
    return planRepair(connection, reading);
  };
  const changes = (scene: Scene) =>
    repair(scene).steps.flatMap(({ action, object, name, changes: fields }) =>
      action === 'keep' ? [] : `${action} ${object} ${name}: ${fields.map(({ field }) => field).join()}`
    );

  it('has nothing to do where all is well, or where a person chose a timing that holds', () => {
    expect(isUpToDate(repair({}))).toBe(true);
    expect(isUpToDate(repair({ rule: { groupInterval: 60, repeatInterval: 60, isPaused: true } }))).toBe(true);
  });

  it('replaces a timing that cannot hold, and only then', () => {
    expect(changes({ rule: { groupInterval: 60, repeatInterval: 14_400 } })).toEqual([
      'update rule IRM Production heartbeat: groupInterval,repeatInterval',
    ]);
  });

  it('gives lost contact points their names back', () => {
    expect(changes({ heartbeatContactPoint: null })).toEqual([
      expect.stringMatching(/^create heartbeatContactPoint IRM Production heartbeat:/),
    ]);
    expect(changes({ alertContactPoint: null })).toEqual([
      expect.stringMatching(/^create alertContactPoint IRM Production:/),
    ]);
  });

  it('steers clear of names that others took meanwhile', () => {
    const taken = contactPoint({ name: 'IRM Production' });
    const plan = repair({ alertContactPoint: null, otherContactPoints: [taken] });
    expect(plan.steps[0]).toMatchObject({ action: 'create', name: 'IRM Production 2' });
    expect(plan.obstacles).toEqual([]);
  });

  it('takes the next shorter interval for one that IRM does not offer', () => {
    const plan = repair({ rule: { annotations: { irm_heartbeat_interval: '450' } } });
    expect(plan.obstacles).toEqual([]);
    expect(plan.steps.at(-1)?.command).toMatchObject({ rule: { annotations: { irm_heartbeat_interval: '300' } } });
  });
});
