import pluginJson from '../../plugin.json';
import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { desiredConnection, endpoint } from '../testing/fixtures';
import { alertIntegrationOf, heartbeatIntegrationOf, heartbeatRuleOf } from './build';
import { FOLDER } from './objects';

const id = connectionId(endpoint);

describe('the objects that a connection is made of', () => {
  const desired = desiredConnection();

  it('has a contact point for alerts', () => {
    expect(alertIntegrationOf(desired)).toEqual({
      uid: `irmc-${id}`,
      name: 'IRM Production',
      type: 'webhook',
      url: endpointUrl(endpoint),
      maxAlerts: 0,
      disableResolveMessage: false,
      provenance: 'none',
      otherSettings: {},
    });
  });

  it('has a heartbeat contact point that sends no resolved messages', () => {
    expect(heartbeatIntegrationOf(desired)).toMatchObject({
      uid: `irmc-${id}-hb`,
      url: heartbeatUrl(endpoint),
      disableResolveMessage: true,
    });
    expect(heartbeatIntegrationOf(desiredConnection({ heartbeat: undefined }))).toBeUndefined();
  });

  it('has a rule with direct routing, our labels and the interval', () => {
    expect(heartbeatRuleOf(desired)).toMatchObject({
      uid: undefined,
      folderUid: FOLDER.uid,
      group: `irmc-${id}`,
      receiver: 'IRM Production heartbeat',
      labels: {
        irm_connection: id,
        heartbeat: 'true',
        severity: 'none',
        __grafana_origin: `plugin/${pluginJson.id}`,
      },
      annotations: { irm_heartbeat_interval: '600', runbook_url: expect.stringContaining('configure-irm') },
      groupWait: 0,
      groupInterval: 1,
      isPaused: false,
      activeTimings: [],
      provenance: 'none',
    });
    expect(heartbeatRuleOf(desiredConnection({ heartbeat: undefined }))).toBeUndefined();
  });

  it('is locked when asked to, as the provisioning API locks', () => {
    const locked = desiredConnection({ editability: 'locked' });
    const made = [alertIntegrationOf(locked), heartbeatIntegrationOf(locked), heartbeatRuleOf(locked)];
    expect(made.map((object) => object?.provenance)).toEqual(['api', 'api', 'api']);
  });

  it('never shows the token outside of URLs', () => {
    const rule = JSON.stringify(heartbeatRuleOf(desired));
    expect(rule).not.toContain(endpoint.token);
    expect(alertIntegrationOf(desired).uid).toMatch(/^[\w-]{1,40}$/);
  });
});
