import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { HeartbeatRule, Integration } from '../model';
import { endpoint, heartbeatRule, integration, otherEndpoint } from '../testing/fixtures';
import { objects as reading } from '../testing/planning';
import { proposeTiming } from '../timing/presets';
import { connectionsOf } from './connections';
import { desiredFrom } from './desiredFrom';

const id = connectionId(endpoint);
const otherId = connectionId(otherEndpoint);
const alert = integration({ uid: `irmc-${id}`, name: 'IRM A', url: endpointUrl(endpoint) });
const beat = integration({ uid: `irmc-${id}-hb`, name: 'IRM A heartbeat', url: heartbeatUrl(endpoint) });
const rule = heartbeatRule({
  uid: 'r1',
  group: `irmc-${id}`,
  receiver: 'IRM A heartbeat',
  labels: { irm_connection: id },
  annotations: { irm_heartbeat_interval: '900' },
});

const objects = (integrations: Integration[], rules: HeartbeatRule[] = []) => reading({ integrations, rules });

describe('finding connections', () => {
  it('gathers all objects of an endpoint', () => {
    expect(connectionsOf(objects([alert, beat], [rule]))).toEqual([
      {
        id,
        endpoint,
        alertContactPoint: alert,
        otherAlertContactPoints: [],
        heartbeatContactPoint: beat,
        otherHeartbeatContactPoints: [],
        rule,
        otherRules: [],
        isOurs: true,
        interval: 900,
        stage: 'complete',
      },
    ]);
  });

  it.each([
    ['contactPoint', [beat], [rule]],
    ['heartbeat', [alert], []],
    ['rule', [alert, beat], []],
    ['complete', [alert, beat], [rule]],
  ])('goes on with %s', (stage, integrations, rules) => {
    expect(connectionsOf(objects(integrations, rules))).toMatchObject([{ stage }]);
  });

  it('finds a connection made by hand after the manual page', () => {
    const byHand = [
      integration({ uid: 'a', name: 'oncall', url: endpointUrl(endpoint).slice(0, -1) }),
      integration({ uid: 'b', name: 'oncall heartbeat', url: heartbeatUrl(endpoint) }),
    ];
    const [connection] = connectionsOf(objects(byHand, [heartbeatRule({ receiver: 'oncall heartbeat' })]));
    expect(connection).toMatchObject({ isOurs: false, interval: undefined, stage: 'complete' });
  });

  it('keeps endpoints apart and leaves out everything else', () => {
    const other = integration({ uid: 'x', url: endpointUrl(otherEndpoint) });
    const found = connectionsOf(objects([alert, other, integration()], [heartbeatRule()]));
    expect(found.map(({ id: one, stage }) => [one, stage])).toEqual([
      [id, 'heartbeat'],
      [connectionId(otherEndpoint), 'heartbeat'],
    ]);
    expect(found.every((connection) => connection.rule === undefined)).toBe(true);
  });

  it('prefers our contact point to others at the same endpoint', () => {
    const twin = integration({ uid: 'twin', url: endpointUrl(endpoint) });
    const [connection] = connectionsOf(objects([twin, alert]));
    expect(connection).toMatchObject({ alertContactPoint: alert, otherAlertContactPoints: [twin] });
  });

  it('prefers one that IRM takes from to one that it refuses, whoever made them', () => {
    const put = integration({ uid: 'a', url: endpointUrl(endpoint), otherSettings: { httpMethod: 'PUT' } });
    const working = integration({ uid: 'b', url: endpointUrl(endpoint) });
    for (const refused of [put, { ...put, uid: alert.uid }, { ...put, url: put.url.slice(0, -1), otherSettings: {} }]) {
      const [connection] = connectionsOf(objects([refused, working]));
      expect(connection).toMatchObject({ alertContactPoint: working, otherAlertContactPoints: [refused] });
    }
    const ours = { ...put, uid: alert.uid };
    expect(connectionsOf(objects([put, ours]))).toMatchObject([{ alertContactPoint: ours }]);
  });

  it('knows our heartbeat contact point although somebody bent its URL', () => {
    for (const url of ['https://proxy.example.net/x', endpointUrl(endpoint), heartbeatUrl(endpoint).slice(0, -1)]) {
      const bent = { ...beat, url };
      const found = connectionsOf(objects([alert, bent], [rule]));
      expect(found).toMatchObject([{ id, alertContactPoint: alert, heartbeatContactPoint: bent, stage: 'complete' }]);
    }
  });

  it('gives one of ours that beats for another integration to that one, whatever its uid says', () => {
    const bent = { ...beat, url: heartbeatUrl(otherEndpoint) };
    const found = connectionsOf(objects([alert, bent]));
    expect(found).toMatchObject([
      { id, stage: 'heartbeat', alertContactPoint: alert, otherHeartbeatContactPoints: [] },
      { id: otherId, stage: 'contactPoint', heartbeatContactPoint: bent },
    ]);
  });

  it('counts a heartbeat for its token, whatever type stands in its path', () => {
    const url = heartbeatUrl({ ...endpoint, type: 'webhook' });
    const found = connectionsOf(objects([alert, integration({ uid: 'b', url })]));
    expect(found).toMatchObject([{ id, heartbeatContactPoint: { uid: 'b' } }]);
  });

  it('does not send beats through a contact point made by hand that has other integrations', () => {
    const shared = integration({ uid: 'b', name: 'IRM A', url: heartbeatUrl(endpoint) });
    const [connection] = connectionsOf(objects([alert, shared]));
    expect(connection).toMatchObject({ stage: 'heartbeat', otherHeartbeatContactPoints: [shared] });
  });

  it('does not send beats through one made by hand that also mails, nor loses sight of ours that does', () => {
    const mail = (name: string) => integration({ uid: 'mail', name, type: 'email', url: '' });
    const byHand = { ...beat, uid: 'b' };
    expect(connectionsOf(objects([alert, byHand, mail(beat.name)]))).toMatchObject([
      { stage: 'heartbeat', otherHeartbeatContactPoints: [byHand] },
    ]);
    expect(connectionsOf(objects([alert, beat, mail(beat.name)]))).toMatchObject([{ heartbeatContactPoint: beat }]);
  });

  it('counts what the OnCall plugin made by its address, and no other type', () => {
    const onCall = { ...alert, uid: 'oncall', type: 'oncall' };
    const odd = { ...alert, uid: 'odd', type: 'slack' };
    expect(connectionsOf(objects([odd, onCall]))).toMatchObject([
      { id, alertContactPoint: onCall, otherAlertContactPoints: [], isOurs: false },
    ]);
  });

  it('takes a rule made by hand that shares its group, alone', () => {
    const mate = heartbeatRule({ uid: 'm', receiver: 'email' });
    const shared = heartbeatRule({ receiver: beat.name });
    expect(connectionsOf(objects([alert, beat], [shared, mate]))).toMatchObject([{ rule: shared, otherRules: [] }]);
  });

  it.each(['', 'ten minutes', '-5', '6e2', '0'])('does not believe the interval %p', (text) => {
    const odd = { ...rule, annotations: { irm_heartbeat_interval: text } };
    expect(connectionsOf(objects([alert, beat], [odd]))).toMatchObject([{ interval: undefined }]);
  });
});

describe('asking for a connection as it stands', () => {
  const desired = (...found: Parameters<typeof objects>) =>
    connectionsOf(objects(...found)).map((one) => desiredFrom(one))[0];

  it('says what is there', () => {
    const strict = { ...alert, maxAlerts: 5, disableResolveMessage: true, provenance: 'api' as const };
    expect(desired([strict, beat], [{ ...rule, scope: { kind: 'dataSource', dataSourceUid: 'prom' } }])).toEqual({
      endpoint,
      contactPoint: { name: 'IRM A', maxAlerts: 5, sendResolved: false },
      editability: 'locked',
      heartbeat: {
        url: beat.url,
        contactPointName: beat.name,
        interval: 900,
        scope: { kind: 'dataSource', dataSourceUid: 'prom' },
        timing: proposeTiming(600),
      },
    });
  });

  it('asks for no heartbeat where there is none', () => {
    expect(desired([alert])?.heartbeat).toBeUndefined();
  });

  it('proposes what is missing', () => {
    expect(desired([beat])).toMatchObject({
      contactPoint: { name: 'Grafana IRM', maxAlerts: 100, sendResolved: true },
      heartbeat: { interval: 600, timing: proposeTiming(600), scope: { kind: 'alerting' } },
    });
  });
});
