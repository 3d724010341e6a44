import { ROOT_URL, testGrafana } from '../../../sandbox/grafana/testGrafana';
import type { GrafanaVersion } from '../../../sandbox/grafana/context';
import { fetchTransport } from '../../../tests/support/fetchTransport';
import { UNSEEN, type Receivers } from '../../connection/policies/receiver';
import { planRouting } from '../../connection/route-alerts/planRouting';
import type { PolicyChoice } from '../../connection/route-alerts/types';
import { createGrafanaClient } from '../grafanaClient';

/** What is known of contact points: of one, that it sends heartbeats alone. */
export const RECEIVERS: Receivers = (name) => (name === 'oncall beat' ? { kind: 'nobody', why: 'heartbeat' } : UNSEEN);

export const POLICIES = '/api/v1/provisioning/policies';
export const TEAM_WEB = { name: 'team', operator: '=', value: 'web' } as const;
export const MATCHING: PolicyChoice = { kind: 'matching', matchers: [TEAM_WEB], place: 0, continue: true };

/** A tree with all that Grafana knows in one, in an order of keys that nobody would choose. */
export const TREE = {
  group_by: ['grafana_folder', 'alertname'],
  repeat_interval: '2h',
  receiver: 'mail',
  routes: [
    {
      object_matchers: [['severity', '=~', 'critical|page']],
      receiver: 'pager',
      mute_time_intervals: ['nights'],
      continue: true,
      routes: [{ receiver: 'mail', group_wait: '1m', object_matchers: [['a', '!=', 'b']] }],
    },
    { receiver: 'mail', group_by: ['...'], object_matchers: [['team', '=', 'db']] },
  ],
};

interface World {
  version?: GrafanaVersion;
  /** Which API there is for policies. */
  api: 'platform' | 'provisioning';
  login?: 'admin' | 'editor' | 'viewer';
}

/** A Grafana with these policies, three contact points and a mute timing, and clients that a fault can come between. */
export async function policiesWorld({ version = '12.4.0', api, login = 'editor' }: World) {
  const { grafana, as } = testGrafana({ version });
  const admin = as('admin', { 'X-Disable-Provenance': 'true' });
  for (const name of ['mail', 'pager', 'IRM']) {
    await admin('POST', '/api/v1/provisioning/contact-points', {
      name,
      type: 'webhook',
      settings: { url: 'http://x.test/' },
    });
  }
  const always = [{ times: [{ start_time: '22:00', end_time: '24:00' }] }];
  await admin('POST', '/api/v1/provisioning/mute-timings', { name: 'nights', time_intervals: always });
  const { status } = await admin('PUT', POLICIES, TREE);
  if (status !== 202) {
    throw new Error(`the policies were refused: ${status}`);
  }
  const asked: string[] = [];
  const fault: { next?: ((request: Request) => Promise<Response> | undefined) | undefined } = {};
  const clientOf = (who: string) =>
    createGrafanaClient(
      fetchTransport({
        baseUrl: ROOT_URL,
        credentials: { admin: 'admin:admin', editor: 'editor:editorpass', viewer: 'viewer:viewerpass' }[who] ?? '',
        fetch: (request) => {
          const { pathname } = new URL(request.url);
          asked.push(`${request.method} ${pathname}`);
          if (api === 'provisioning' && pathname.includes('/routingtrees')) {
            return Response.json({ message: 'the server could not find the requested resource' }, { status: 404 });
          }
          return fault.next?.(request) ?? grafana.fetch(request);
        },
      }),
      { namespace: 'default', receiverTest: version === '13.2.1' ? 'v1beta1' : 'old' }
    );
  const stored = async () => (await admin('GET', POLICIES)).body as typeof TREE;
  return { client: clientOf(login), clientOf, admin, as, asked, fault, stored, grafana };
}

/** What a choice comes to for the contact point IRM. */
export async function planned(client: ReturnType<typeof createGrafanaClient>, choice: PolicyChoice) {
  const read = await client.readTree();
  if (!read.ok) {
    throw new Error(read.error.message);
  }
  return planRouting(read.value, choice, ['IRM']);
}
