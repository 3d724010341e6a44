import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { endpoint, integration } from '../testing/fixtures';
import { objects } from '../testing/planning';
import { proposeConnection } from './propose';

describe('proposing a connection', () => {
  it('gives new objects free names and a heartbeat that holds', () => {
    expect(
      proposeConnection({
        endpoint,
        objects: objects({ integrations: [integration({ name: 'IRM A', type: 'email', url: '' })] }),
        title: 'A',
      })
    ).toEqual({
      endpoint,
      contactPoint: { name: 'IRM A 2', maxAlerts: 100, sendResolved: true },
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
    const byHand = integration({ name: 'oncall', url: endpointUrl(endpoint), provenance: 'api' });
    const found = objects({ integrations: [byHand] });
    expect(proposeConnection({ endpoint, objects: found, title: 'A', withHeartbeat: false })).toEqual({
      endpoint,
      contactPoint: { name: 'oncall', maxAlerts: 0, sendResolved: true },
      editability: 'locked',
      heartbeat: undefined,
    });
  });
});
