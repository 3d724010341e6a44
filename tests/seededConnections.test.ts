import { testGrafana } from '../sandbox/grafana/testGrafana';
import { connectionObjects } from '../sandbox/seed/connectionObjects';
import { driftOf } from '../src/connection/drift/drift';
import { connectionsOf } from '../src/connection/ownership/connections';
import { readGrafana } from '../src/connection/reading/readGrafana';
import { createGrafanaClient } from '../src/grafana/grafanaClient';
import { transportTo } from './support/fetchTransport';

test('a connection that the sandbox is seeded with is as the plugin would have made it', async () => {
  const { grafana } = testGrafana();
  const irmUrl = 'http://irm.example';
  const heartbeat = { intervalSeconds: 600, repeatSeconds: 120 };
  grafana.provision(connectionObjects({ name: 'IRM Demo', irmUrl, token: 'T0kenOfTheDemo123', heartbeat }));
  const client = createGrafanaClient(transportTo(grafana, 'admin:admin'));
  const reading = await readGrafana(client);
  const [connection] = reading.ok ? connectionsOf(reading.value) : [];
  expect(connection && reading.ok && driftOf(connection, reading.value)).toEqual([]);
});
