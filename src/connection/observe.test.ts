import { connectionId } from './endpoint/identity';
import { endpointUrl, heartbeatUrl } from './endpoint/integrationPath';
import type { HeartbeatRule, ObservedObjects, WebhookContactPoint } from './model';
import { connectionsOf } from './observed/connections';
import { desiredFrom } from './observed/desiredFrom';
import { observe } from './observed/observe';
import { contactPoint, endpoint, heartbeatRule, otherEndpoint } from './testing/fixtures';
import { grafanaError, memoryGrafana } from './testing/memoryGrafana';
import { proposeTiming } from './timing/presets';

const id = connectionId(endpoint);
const alert = contactPoint({ uid: `irmc-${id}`, name: 'IRM A', url: endpointUrl(endpoint) });
const beat = contactPoint({ uid: `irmc-${id}-hb`, name: 'IRM A heartbeat', url: heartbeatUrl(endpoint) });
const rule = heartbeatRule({
  uid: 'r1',
  group: `irmc-${id}`,
  receiver: 'IRM A heartbeat',
  labels: { irm_connection: id },
  annotations: { irm_heartbeat_interval: '900' },
});

function objects(contactPoints: WebhookContactPoint[], rules: HeartbeatRule[] = []): ObservedObjects {
  return {
    contactPoints,
    contactPointNames: contactPoints.map(({ name }) => name),
    folder: { uid: 'irm-heartbeats', title: 'IRM heartbeats' },
    rules,
  };
}

describe('observing Grafana', () => {
  it('reads contact points, folder and rules with three calls side by side', async () => {
    const grafana = memoryGrafana({
      contactPoints: [alert],
      otherNames: ['email'],
      folders: [{ uid: 'irm-heartbeats', title: 'IRM heartbeats' }],
      rules: [rule],
    });
    const observed = await observe(grafana.port);
    expect(observed).toEqual({
      ok: true,
      value: { ...objects([alert], [rule]), contactPointNames: ['IRM A', 'email'] },
    });
    expect(grafana.calls).toEqual(['listContactPoints', 'getFolder', 'listRules']);
  });

  it('takes a missing folder for no rules, although Grafana forbids to read them', async () => {
    const observed = await observe(memoryGrafana().port);
    expect(observed).toMatchObject({ ok: true, value: { folder: undefined, rules: [] } });
  });

  it.each(['listContactPoints', 'getFolder', 'listRules'])('passes on what %s complains of', async (name) => {
    const grafana = memoryGrafana({ folders: [{ uid: 'irm-heartbeats', title: 'IRM heartbeats' }] });
    const error = grafanaError('forbidden', { status: 403 });
    grafana.trouble = (call) => (call === name ? { kind: 'refused', error } : undefined);
    expect(await observe(grafana.port)).toEqual({ ok: false, error });
  });
});

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
        madeByPlugin: true,
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
  ])('goes on with %s', (stage, contactPoints, rules) => {
    expect(connectionsOf(objects(contactPoints, rules))).toMatchObject([{ stage }]);
  });

  it('finds a connection made by hand after the manual page', () => {
    const byHand = [
      contactPoint({ uid: 'a', name: 'oncall', url: endpointUrl(endpoint).slice(0, -1) }),
      contactPoint({ uid: 'b', name: 'oncall heartbeat', url: heartbeatUrl(endpoint) }),
    ];
    const [connection] = connectionsOf(objects(byHand, [heartbeatRule({ receiver: 'oncall heartbeat' })]));
    expect(connection).toMatchObject({ madeByPlugin: false, interval: undefined, stage: 'complete' });
  });

  it('keeps endpoints apart and leaves out everything else', () => {
    const other = contactPoint({ uid: 'x', url: endpointUrl(otherEndpoint) });
    const found = connectionsOf(objects([alert, other, contactPoint()], [heartbeatRule()]));
    expect(found.map(({ id: one, stage }) => [one, stage])).toEqual([
      [id, 'heartbeat'],
      [connectionId(otherEndpoint), 'heartbeat'],
    ]);
    expect(found.every((connection) => connection.rule === undefined)).toBe(true);
  });

  it('prefers our contact point to others at the same endpoint', () => {
    const twin = contactPoint({ uid: 'twin', url: endpointUrl(endpoint) });
    const [connection] = connectionsOf(objects([twin, alert]));
    expect(connection).toMatchObject({ alertContactPoint: alert, otherAlertContactPoints: [twin] });
  });

  it('knows our heartbeat contact point although somebody bent its URL', () => {
    for (const url of ['https://proxy.example.net/x', endpointUrl(endpoint), heartbeatUrl(otherEndpoint)]) {
      const bent = { ...beat, url };
      const found = connectionsOf(objects([alert, bent], [rule]));
      expect(found).toMatchObject([{ id, alertContactPoint: alert, heartbeatContactPoint: bent, stage: 'complete' }]);
    }
  });

  it('counts a heartbeat for its token, whatever type stands in its path', () => {
    const url = heartbeatUrl({ ...endpoint, type: 'webhook' });
    const found = connectionsOf(objects([alert, contactPoint({ uid: 'b', url })]));
    expect(found).toMatchObject([{ id, heartbeatContactPoint: { uid: 'b' } }]);
  });

  it('does not send beats through a contact point made by hand that has other integrations', () => {
    const shared = contactPoint({ uid: 'b', name: 'IRM A', url: heartbeatUrl(endpoint) });
    const [connection] = connectionsOf(objects([alert, shared]));
    expect(connection).toMatchObject({ stage: 'heartbeat', otherHeartbeatContactPoints: [shared] });
  });

  it('does not take a rule made by hand that shares its group, nor one of another connection', () => {
    const mate = heartbeatRule({ uid: 'm', receiver: 'email' });
    const shared = heartbeatRule({ receiver: beat.name });
    expect(connectionsOf(objects([alert, beat], [shared, mate]))).toMatchObject([{ stage: 'rule' }]);
    const foreign = heartbeatRule({ receiver: beat.name, labels: { irm_connection: '0123456789' } });
    expect(connectionsOf(objects([alert, beat], [foreign]))).toMatchObject([{ stage: 'rule' }]);
  });

  it.each(['', 'ten minutes', '-5', '6e2', '0'])('does not believe the interval %p', (text) => {
    const odd = { ...rule, annotations: { irm_heartbeat_interval: text } };
    expect(connectionsOf(objects([alert, beat], [odd]))).toMatchObject([{ interval: undefined }]);
  });
});

describe('asking for a connection as it stands', () => {
  const desired = (...found: Parameters<typeof objects>) => connectionsOf(objects(...found)).map(desiredFrom)[0];

  it('says what is there', () => {
    const strict = { ...alert, maxAlerts: 5, disableResolveMessage: true, locked: true };
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
      contactPoint: { name: 'Grafana IRM', maxAlerts: 0, sendResolved: true },
      heartbeat: { interval: 600, timing: proposeTiming(600), scope: { kind: 'alerting' } },
    });
  });
});
