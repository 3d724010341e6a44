import { standIns } from '../../tests/support/standIns';
import { applyPlan } from '../connection/apply/applyPlan';
import { endpointOfUrl } from '../connection/endpoint/identity';
import { exportDocuments } from '../connection/export/exportDocuments';
import { readExport } from '../connection/export/readExport';
import type { ExportDocuments } from '../connection/export/types';
import type { IrmIntegration } from '../connection/irm/irmPort';
import type { DesiredConnection } from '../connection/model';
import { connectionsOf, type Connection } from '../connection/ownership/connections';
import { proposeConnection } from '../connection/ownership/propose';
import { planConnection } from '../connection/plan/planConnection';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { readGrafana } from '../connection/reading/readGrafana';

type Wish = (proposed: DesiredConnection) => DesiredConnection;

let world: ReturnType<typeof standIns>;
let grafana: GrafanaPort;
beforeEach(async () => {
  world = standIns();
  ({ grafana } = await world.signIn('admin'));
});
afterEach(() => world.stop());

async function reading() {
  const answer = await readGrafana(grafana);
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  return answer.value;
}

async function connect(name: string, wish: Wish = (proposed) => proposed) {
  const endpoint = endpointOfUrl(world.newIntegration(name).endpoint)?.endpoint;
  const objects = await reading();
  if (!endpoint) {
    throw new Error('no address');
  }
  const proposed = proposeConnection({ endpoint, objects, title: name, interval: 60, withHeartbeat: true });
  const wait = (ms: number) => world.clock.advance(ms);
  expect((await applyPlan(planConnection(wish(proposed), objects), grafana, { wait })).result).toBe('applied');
}

/** What IRM tells of a connection's integration. */
const integrationOf = ({ id, endpoint }: Connection, type: string): IrmIntegration => ({
  ...{ id, type, endpoint, name: 'Production', description: '', teamId: undefined, heartbeatUrl: undefined },
  ...{ escalationChainId: undefined, maintenance: undefined },
  templates: { groupingKey: undefined, resolveSignal: undefined },
});

async function exported({
  type,
  ...options
}: { withPolicies?: boolean; type?: string } = {}): Promise<ExportDocuments> {
  const objects = await reading();
  const connections = connectionsOf(objects);
  const irm = new Map(type === undefined ? [] : connections.map((one) => [one.id, integrationOf(one, type)]));
  const subject = { connections, objects, organisation: 1, irm };
  const answer = await readExport(grafana, subject, options);
  if (!answer.ok) {
    throw new Error(`${answer.error.part}: ${answer.error.error.message}`);
  }
  return exportDocuments(answer.value, subject);
}

test('no organization is named in a resource, which the provider refuses beside a token', async () => {
  await connect('Production');
  const { text } = (await exported({ withPolicies: true })).terraform;
  expect(text).not.toContain('org_id');
});

const POLICIES = '/api/v1/provisioning/policies';

test('notification policies that people edit in Grafana stay so', async () => {
  await connect('Production');
  const { text } = (await exported({ withPolicies: true })).terraform;
  expect(text).toMatch(
    /^resource "grafana_notification_policy" "policies" \{\n {2}contact_point +=.*\n {2}disable_provenance = true\n/m
  );
});

test('locked notification policies stay locked', async () => {
  await connect('Production');
  expect(await world.call('admin', 'PUT', POLICIES, { receiver: 'IRM Production' }, { isLocked: true })).toBe(202);
  const { text } = (await exported({ withPolicies: true })).terraform;
  const [, policies = ''] = text.split('resource "grafana_notification_policy" "policies" {');
  expect(policies).toContain('contact_point = grafana_contact_point.irm_production.name');
  expect(policies).not.toContain('disable_provenance');
});

test('a default policy that groups by nothing says so', async () => {
  await connect('Production');
  expect(await world.call('admin', 'PUT', POLICIES, { receiver: 'empty', routes: [] })).toBe(202);
  const { text } = (await exported({ withPolicies: true })).terraform;
  expect(text).toMatch(/^ {2}contact_point +=.*\n {2}disable_provenance = true\n {2}group_by +=( \[\])\n\}/m);
});

test('policies whose keeper cannot be read are not exported', async () => {
  await connect('Production');
  world.failWith((path) => (/policies$|routingtrees/.test(path) ? new Response('', { status: 502 }) : undefined));
  const objects = await reading();
  const answer = await readExport(grafana, { connections: connectionsOf(objects) }, { withPolicies: true });
  expect(answer).toMatchObject({ ok: false, error: { part: 'policies', error: { reason: 'unreachable' } } });
});

const GATEWAY = {
  httpMethod: 'PUT',
  username: 'someone',
  password: 'hidden-1',
  headers: { 'X.Key': 'hidden-2' },
  tlsConfig: { insecureSkipVerify: true, caCertificate: 'hidden-3', clientKey: 'hidden-4' },
  hmacConfig: { secret: 'hidden-5', header: 'X-Signature', timestampHeader: 'X-Time' },
  http_config: {
    oauth2: {
      client_id: 'me',
      client_secret: 'hidden-6',
      token_url: 'https://sign-in.example/token',
      scopes: ['alerts'],
      tls_config: { caCertificate: 'hidden-7', insecureSkipVerify: true },
    },
  },
};

const WITH_GATEWAY = `  webhook {
    url                 = var.irm_production_url
    http_method         = "PUT"
    max_alerts          = 100
    basic_auth_user     = "someone"
    basic_auth_password = var.irm_production_basic_auth_password
    headers = {
      "X.Key" = var.irm_production_headers_x_key
    }

    tls_config = {
      insecure_skip_verify = true
      ca_certificate       = var.irm_production_tls_config_ca_certificate
      client_key           = var.irm_production_tls_config_client_key
    }

    hmac_config {
      secret           = var.irm_production_hmac_config_secret
      header           = "X-Signature"
      timestamp_header = "X-Time"
    }

    http_config {

      oauth2 {
        client_id     = "me"
        client_secret = var.irm_production_http_config_oauth2_client_secret
        token_url     = "https://sign-in.example/token"
        scopes        = ["alerts"]

        tls_config {
          insecure_skip_verify = true
          ca_certificate       = var.irm_production_http_config_oauth2_tls_config_ca_certificate
        }
      }
    }
  }
}
`;

test('what a webhook carries for a gateway has the names that the provider knows, which Grafana has otherwise', async () => {
  await connect('Production');
  const [alert] = (await reading()).integrations.filter(({ name }) => name === 'IRM Production');
  const settings = { url: alert?.url, maxAlerts: 100, ...GATEWAY };
  const path = `/api/v1/provisioning/contact-points/${alert?.uid}`;
  const body = { name: alert?.name, type: 'webhook', settings, disableResolveMessage: false };
  expect(await world.call('admin', 'PUT', path, body)).toBe(202);
  const { text, variables } = (await exported()).terraform;
  expect(text).toContain(WITH_GATEWAY);
  expect(variables.map(({ setting }) => setting)).toContain('headers X.Key');
  expect(text).not.toMatch(/hidden|REDACTED/);
});

test('a heartbeat in a folder of its own is exported where it stands, and the folder is named', async () => {
  expect(await world.call('admin', 'POST', '/api/folders', { uid: 'pay', title: 'Payments' })).toBe(200);
  const folder = { uid: 'pay', path: 'Payments', parents: [] };
  await connect('Production');
  await connect('Payments', (proposed) => ({
    ...proposed,
    heartbeat: proposed.heartbeat && { ...proposed.heartbeat, folder },
  }));
  const { terraform, yaml } = await exported();
  const { text, notes } = terraform;
  expect(text.match(/^ {2}folder_uid .*/gm)?.sort()).toEqual([
    '  folder_uid         = "pay"',
    '  folder_uid         = grafana_folder.irm_heartbeats.uid',
  ]);
  const rule = (await reading()).rules.find(({ folderUid }) => folderUid === 'pay');
  expect(text).toContain(`  id = "1:pay:${rule?.group}"`);
  expect(text).toContain(`uid       = "${rule?.uid}"`);
  expect(notes).toEqual([{ kind: 'folders', paths: ['Payments'] }]);
  expect(yaml.text).toContain(`uid: ${rule?.uid}`);
  expect(yaml.notes).toEqual([]);
});

test.each([
  [
    'webhook',
    ['grafana_oncall_integration.production.link', '"${grafana_oncall_integration.production.link}heartbeat/"'],
  ],
  ['legacy_alertmanager', ['var.irm_production_url', '"${var.irm_production_url}heartbeat/"']],
])(
  'an integration of the type %s is exported where the provider knows it, else its address is a variable',
  async (...all) => {
    const [type, urls] = all;
    await connect('Production');
    const { text } = (await exported({ type })).terraform;
    expect([...text.matchAll(/^ {4}url += (.*)$/gm)].map(([, url]) => url)).toEqual(urls);
  }
);
