import { connectionId } from '../endpoint/identity';
import { endpointUrl } from '../endpoint/integrationPath';
import { integration, endpoint } from '../testing/fixtures';
import { isUpToDate } from '../plan/types';
import { planRepair } from '../actions/change';
import { driftOf, type Drift } from './drift';
import { healthOf } from '../health/healthOf';
import { inputOf, type Scene } from '../health/testing/scene';

function drifts(scene: Scene): readonly Drift[] {
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

  it('is a header for which IRM refuses what is sent, which a repair takes away', () => {
    const headers = { 'content-type': 'text/plain', 'X-Team': 'ops' };
    const scene: Scene = {
      alertContactPoint: { otherSettings: { headers } },
      heartbeatContactPoint: { otherSettings: { headers: { ...headers, Accept: 'text/html' } } },
    };
    expect(codes(scene)).toEqual([
      'alertContactPoint headersRefused stops',
      'heartbeatContactPoint headersRefused stops',
    ]);
    expect(drifts(scene)[0]?.changes).toEqual([{ field: 'headers', before: 'content-type, X-Team', after: 'X-Team' }]);
    const { connection, reading } = inputOf(scene);
    const { steps } = planRepair(connection, reading).plan;
    expect(
      steps.flatMap(({ command }) => (command.kind === 'updateIntegration' ? command.integration.otherSettings : []))
    ).toEqual([{ headers: { 'X-Team': 'ops' } }, { headers }]);
  });

  it('does not judge the timing without an interval', () => {
    expect(codes({ rule: { annotations: {}, repeatInterval: 14_400 } })).toEqual([
      'rule intervalMissing stops',
      'rule textsDiffer differs',
    ]);
  });

  it('says what keeps the plugin from repairing', () => {
    const [blocked] = drifts({ otherContactPoints: [integration({ name: 'IRM Production heartbeat' })] });
    expect(blocked).toMatchObject({ code: 'blocked', obstacle: { reason: 'nameShared' } });
  });

  it('is a heartbeat that also mails, which nobody but its owner can mend', () => {
    const mail = integration({ uid: 'mail', name: 'IRM Production heartbeat', type: 'email', url: '' });
    const [blocked, ...others] = drifts({ otherContactPoints: [mail] });
    expect(blocked).toMatchObject({
      code: 'blocked',
      object: 'heartbeatContactPoint',
      severity: 'stops',
      obstacle: { reason: 'nameShared', types: ['email'] },
    });
    expect(others).toEqual([]);
  });

  it('is nothing where the alert contact point also mails: that is a person’s choice', () => {
    const mail = integration({ uid: 'mail', name: 'IRM Production', type: 'email', url: '' });
    expect(drifts({ otherContactPoints: [mail] })).toEqual([]);
  });

  it('is a limit to some hours, which a repair lifts', () => {
    const scene: Scene = { rule: { activeTimings: ['office hours'] } };
    expect(codes(scene)).toEqual(['rule activeTiming stops']);
    expect(drifts(scene)[0]?.changes).toEqual([{ field: 'activeTimings', before: 'office hours', after: '' }]);
    const { connection, reading } = inputOf(scene);
    expect(planRepair(connection, reading).plan.steps.at(-1)?.command).toMatchObject({ rule: { activeTimings: [] } });
  });

  it('is something for a file to mend where a file keeps the rule', () => {
    const kept = drifts({ rule: { muteTimings: ['nights'], provenance: 'file' } });
    expect(kept.map(({ code }) => code)).toEqual(['blocked', 'muteTiming']);
    expect(kept[0]).toMatchObject({ obstacle: { reason: 'keptElsewhere', by: 'file' } });
    expect(codes({ rule: { provenance: 'file' }, heartbeatContactPoint: { provenance: 'file' } })).toEqual([]);
  });

  it('is no texts that only changed their order', () => {
    const [summary, description] = ['x', 'y'];
    const annotations = { irm_heartbeat_interval: '600', runbook_url: 'z', summary, description };
    const backwards = { description, summary, runbook_url: 'z', irm_heartbeat_interval: '600' };
    expect(codes({ rule: { annotations } })).toEqual(codes({ rule: { annotations: backwards } }));
  });

  it('is a hint where Grafana does not show the rule as the plugin’s, which a repair mends', () => {
    const scene: Scene = {
      rule: { labels: { irm_connection: connectionId(endpoint), heartbeat: 'true', severity: 'none' } },
    };
    expect(drifts(scene)).toEqual([
      {
        ...{ code: 'originMissing', object: 'rule', severity: 'differs' },
        changes: [{ field: 'labels', before: '', after: '__grafana_origin=plugin/irmconnect-setup-app' }],
      },
    ]);
    const { connection, reading } = inputOf(scene);
    expect(planRepair(connection, reading).plan.steps.at(-1)).toMatchObject({ action: 'update', object: 'rule' });
    expect(healthOf(inputOf(scene)).state).toBe(healthOf(inputOf({})).state);
  });

  it('is nothing where the label is missing from a rule that a file keeps', () => {
    const labels = { irm_connection: connectionId(endpoint), heartbeat: 'true', severity: 'none' };
    expect(codes({ rule: { labels, provenance: 'file' } })).toEqual([]);
    expect(codes({ rule: { labels, provenance: 'converted' } })).toEqual([]);
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
    return planRepair(connection, reading).plan;
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
    const taken = integration({ name: 'IRM Production' });
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
