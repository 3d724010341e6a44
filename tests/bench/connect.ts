import { alertIntegrationOf, heartbeatIntegrationOf, heartbeatRuleOf } from '../../src/connection/desired/build';
import { FOLDER } from '../../src/connection/desired/objects';
import { connectionId } from '../../src/connection/endpoint/identity';
import { heartbeatUrl } from '../../src/connection/endpoint/integrationPath';
import { readEndpoint } from '../../src/connection/endpoint/readEndpoint';
import type { DesiredConnection } from '../../src/connection/model';
import type { GrafanaError } from '../../src/connection/port/grafanaPort';
import type { Result } from '../../src/connection/result';
import { proposeTiming } from '../../src/connection/timing/presets';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { environment, type Place } from '../browser/support/environment';
import { cleanUp } from '../browser/support/grafana';
import { createIntegration, deleteIntegration, type Integration } from '../browser/support/irm';
import { fetchTransport } from '../support/fetchTransport';

export interface Connected {
  /** Of the connection, as it stands in addresses of the plugin's pages. */
  id: string;
  integration: Integration;
  remove(): Promise<void>;
}

/** Sets up one integration with its heartbeat through the APIs of both servers, with the objects that the plugin makes. */
export async function connect({ grafanaUrl, irmUrl }: Place, name: string): Promise<Connected> {
  const integration = await createIntegration(name, irmUrl);
  const reading = readEndpoint(integration.endpoint);
  if (!reading.ok) {
    throw new Error(`IRM gave an address that cannot be read: ${reading.reason}`);
  }
  const { user, password } = environment.admin;
  const transport = fetchTransport({ baseUrl: grafanaUrl, credentials: `${user}:${password}` });
  const grafana = createGrafanaClient(transport, { namespace: 'default', receiverTest: 'old' });
  const desired: DesiredConnection = {
    endpoint: reading.endpoint,
    contactPoint: { name, maxAlerts: 0, sendResolved: true },
    editability: 'editable',
    heartbeat: {
      url: heartbeatUrl(reading.endpoint),
      contactPointName: `${name} heartbeat`,
      interval: 600,
      scope: { kind: 'alerting' },
      timing: proposeTiming(600),
    },
  };
  const [heartbeat, rule] = [heartbeatIntegrationOf(desired), heartbeatRuleOf(desired)];
  const folder = await grafana.createFolder(FOLDER);
  if (!folder.ok && !['uidTaken', 'changedMeanwhile'].includes(folder.error.reason)) {
    throw new Error(`the folder: ${folder.error.message}`);
  }
  done(await grafana.createIntegration(alertIntegrationOf(desired)));
  done(heartbeat && (await grafana.createIntegration(heartbeat)));
  done(rule && (await grafana.writeRule(rule, undefined)));
  return {
    id: connectionId(reading.endpoint),
    integration,
    async remove() {
      await cleanUp(integration.endpoint, grafanaUrl);
      await deleteIntegration(integration);
    },
  };
}

function done(result: Result<void, GrafanaError> | undefined): void {
  if (result && !result.ok) {
    throw new Error(result.error.message);
  }
}
