import { FOLDER } from './desired/objects';
import { heartbeatRuleOf, heartbeatWebhookOf, webhookOf } from './desired/build';
import { proposeConnection } from './desired/propose';
import { suggestContactPointName, suggestHeartbeatName } from './desired/names';
import { connectionId } from './endpoint/identity';
import { endpointUrl, heartbeatUrl } from './endpoint/integrationPath';
import type { ObservedObjects } from './model';
import { contactPoint, desiredConnection, endpoint } from './testing/fixtures';

const id = connectionId(endpoint);
const empty: ObservedObjects = { contactPoints: [], contactPointNames: [], folder: undefined, rules: [] };

describe('names', () => {
  it.each([
    ['Production', [], 'IRM Production'],
    ['  Production \n EU ', [], 'IRM Production EU'],
    ['Our IRM', [], 'Our IRM'],
    ['Affirmation', [], 'IRM Affirmation'],
    ['', [], 'Grafana IRM'],
    ['', ['Grafana IRM'], 'Grafana IRM 2'],
    ['Production', ['irm production', 'IRM Production 2'], 'IRM Production 3'],
  ])('of the integration %p beside %j is %p', (title, taken, name) => {
    expect(suggestContactPointName(title, taken)).toBe(name);
  });

  it('are cut by characters', () => {
    const name = suggestContactPointName('🚒'.repeat(500), []);
    expect(name).toBe(`IRM ${'🚒'.repeat(96)}`);
  });

  it('of a heartbeat never equal that of the alert contact point', () => {
    expect(suggestHeartbeatName('IRM A', ['IRM A heartbeat'])).toBe('IRM A heartbeat 2');
  });
});

describe('proposing a connection', () => {
  it('gives new objects free names and a heartbeat that holds', () => {
    expect(proposeConnection({ endpoint, observed: { ...empty, contactPointNames: ['IRM A'] }, title: 'A' })).toEqual({
      endpoint,
      contactPoint: { name: 'IRM A 2', maxAlerts: 0, sendResolved: true },
      editability: 'editable',
      heartbeat: {
        url: heartbeatUrl(endpoint),
        contactPointName: 'IRM A 2 heartbeat',
        interval: 600,
        scope: { kind: 'alerting' },
        timing: { evaluationInterval: 10, pendingPeriod: 0, groupWait: 0, groupInterval: 1, repeatInterval: 120 },
      },
    });
  });

  it('adopts what points at the endpoint already', () => {
    const byHand = contactPoint({ name: 'oncall', url: endpointUrl(endpoint), locked: true });
    const observed = { ...empty, contactPoints: [byHand], contactPointNames: ['oncall'] };
    expect(proposeConnection({ endpoint, observed, title: 'A', withHeartbeat: false })).toEqual({
      endpoint,
      contactPoint: { name: 'oncall', maxAlerts: 0, sendResolved: true },
      editability: 'locked',
      heartbeat: undefined,
    });
  });
});

describe('the objects that a connection is made of', () => {
  const desired = desiredConnection();

  it('has a contact point for alerts', () => {
    expect(webhookOf(desired)).toEqual({
      uid: `irmc-${id}`,
      name: 'IRM Production',
      url: endpointUrl(endpoint),
      maxAlerts: 0,
      disableResolveMessage: false,
      locked: false,
      otherSettings: {},
    });
  });

  it('has a heartbeat contact point that sends no resolved messages', () => {
    expect(heartbeatWebhookOf(desired)).toMatchObject({
      uid: `irmc-${id}-hb`,
      url: heartbeatUrl(endpoint),
      disableResolveMessage: true,
    });
    expect(heartbeatWebhookOf(desiredConnection({ heartbeat: undefined }))).toBeUndefined();
  });

  it('has a rule with direct routing, our labels and the interval', () => {
    expect(heartbeatRuleOf(desired)).toMatchObject({
      uid: undefined,
      folderUid: FOLDER.uid,
      group: `irmc-${id}`,
      receiver: 'IRM Production heartbeat',
      labels: { irm_connection: id, heartbeat: 'true', severity: 'none' },
      annotations: { irm_heartbeat_interval: '600', runbook_url: expect.stringContaining('configure-irm') },
      groupWait: 0,
      groupInterval: 1,
      isPaused: false,
    });
    expect(heartbeatRuleOf(desiredConnection({ heartbeat: undefined }))).toBeUndefined();
  });

  it('never shows the token outside of URLs', () => {
    const rule = JSON.stringify(heartbeatRuleOf(desired));
    expect(rule).not.toContain(endpoint.token);
    expect(webhookOf(desired).uid).toMatch(/^[\w-]{1,40}$/);
  });
});
