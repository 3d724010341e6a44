import { firingRule } from '../../../tests/support/firingRule';
import type { GrafanaVersion } from '../../../sandbox/grafana/context';
import { connectionsOf, type Connection } from '../ownership/connections';
import { readGrafana } from '../reading/readGrafana';
import type { GrafanaReading } from '../reading/reading';
import { troubledGrafana, type TroubledGrafana } from './applying';
import { call, makeContactPoint } from './people';

/** A heartbeat made by hand between two rules of others, all in one group. */
export async function sharedGroup(version: GrafanaVersion, folder: string, group: string, labels = {}) {
  const grafana = await troubledGrafana('editor', { version });
  const { endpoint, heartbeat } = grafana.world.newIntegration('Production');
  await makeContactPoint(grafana, { uid: 'a', name: 'oncall', type: 'webhook', url: endpoint });
  const beats = { uid: 'b', name: 'beats', type: 'webhook', url: heartbeat, disableResolveMessage: true };
  await makeContactPoint(grafana, beats);
  await call(grafana, 'POST', '/api/folders', { uid: folder, title: folder });
  const routing = { receiver: 'beats', group_wait: '0s', group_interval: '1s', repeat_interval: '2m' };
  await call(grafana, 'POST', `/api/ruler/grafana/api/v1/rules/${folder}`, {
    ...{ name: group, interval: '10s' },
    rules: [
      firingRule('Disk', { keep_firing_for: '5m', labels: { team: 'db' } }),
      firingRule('Always', { labels, alert: { notification_settings: routing } }),
      firingRule('Memory', { annotations: { summary: 'Full' } }),
    ],
  });
  await grafana.world.clock.advance(60_000);
  return grafana;
}

/** The connection with what was read of it, also of rules in other folders. */
export async function readConnection(grafana: TroubledGrafana): Promise<[Connection, GrafanaReading]> {
  const answer = await readGrafana(grafana.port, { folder: 'unread' });
  const [connection] = answer.ok ? connectionsOf(answer.value) : [];
  if (!answer.ok || !connection) {
    throw new Error('no connection');
  }
  return [connection, answer.value];
}
