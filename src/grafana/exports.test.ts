import { parse } from 'yaml';
import { fakeClock } from '../../sandbox/clock';
import { createGrafana, type GrafanaStandIn } from '../../sandbox/grafana/standIn';
import { transportTo } from '../../tests/support/fetchTransport';
import { standIns } from '../../tests/support/standIns';
import { applyPlan } from '../connection/apply/applyPlan';
import { driftOf } from '../connection/drift/drift';
import { endpointOfUrl } from '../connection/endpoint/identity';
import { exportDocuments } from '../connection/export/exportDocuments';
import { readExport } from '../connection/export/readExport';
import type { ExportDocuments } from '../connection/export/types';
import { healthOf } from '../connection/health/healthOf';
import { NO_MEMORY } from '../connection/health/memory';
import { lookAt } from '../connection/health/look';
import { connectionsOf, type Connection } from '../connection/ownership/connections';
import { proposeConnection } from '../connection/ownership/propose';
import { planConnection } from '../connection/plan/planConnection';
import type { GrafanaPort } from '../connection/port/grafanaPort';
import { readGrafana } from '../connection/reading/readGrafana';
import { createGrafanaClient } from './grafanaClient';

const SECOND_ROOT = 'http://second.example';
const FOLDER = { uid: 'irm-heartbeats', title: 'IRM heartbeats' };
const NAME = 'Größe $5 "quoted" ${HOME} %{if} {{ x }}';

let world: ReturnType<typeof standIns>;
let second: GrafanaStandIn | undefined;
beforeEach(() => {
  world = standIns();
});
afterEach(() => {
  world.stop();
  second?.stop();
  second = undefined;
});

const wait = (ms: number) => world.clock.advance(ms);

async function reading(grafana: GrafanaPort) {
  const answer = await readGrafana(grafana);
  if (!answer.ok) {
    throw new Error(answer.error.message);
  }
  return answer.value;
}

async function connect(name: string): Promise<{ grafana: GrafanaPort; url: string }> {
  const { grafana } = await world.signIn('admin');
  const url = world.newIntegration(name).endpoint;
  const endpoint = endpointOfUrl(url)?.endpoint;
  const objects = await reading(grafana);
  if (!endpoint) {
    throw new Error('no address');
  }
  const wish = proposeConnection({ endpoint, objects, title: name, interval: 60, withHeartbeat: true });
  expect((await applyPlan(planConnection(wish, objects), grafana, { wait })).result).toBe('applied');
  return { grafana, url };
}

async function exported(grafana: GrafanaPort, options?: { withPolicies?: boolean }): Promise<ExportDocuments> {
  const objects = await reading(grafana);
  const subject = { connections: connectionsOf(objects), objects, organisation: 1 };
  const answer = await readExport(grafana, subject, options);
  if (!answer.ok) {
    throw new Error(`${answer.error.part}: ${answer.error.error.message}`);
  }
  return exportDocuments(answer.value, subject);
}

/** An empty Grafana that sends to the same IRM. */
function empty() {
  second = createGrafana({
    clock: world.clock,
    rootUrl: SECOND_ROOT,
    provisioned: { folders: [FOLDER] },
    send: async (input, init) => world.irm.fetch(new Request(input, init)),
  });
  return { standIn: second, grafana: createGrafanaClient(transportTo(second, 'admin:admin', SECOND_ROOT)) };
}

/** What the plugin reads of a connection, without what differs between two servers. */
function essence({ alertContactPoint, heartbeatContactPoint, rule, ...rest }: Connection) {
  const bare = <T extends object>(object: T | undefined) => object && { ...object, provenance: 'any' };
  return {
    ...rest,
    alertContactPoint: bare(alertContactPoint),
    heartbeatContactPoint: bare(heartbeatContactPoint),
    rule: rule && { ...bare(rule), version: 0, updatedAt: 0, stored: undefined },
  };
}

describe.each(['yaml', 'json'] as const)('a connection exported as %s and loaded into an empty Grafana', (form) => {
  test('is the same connection, in order, and its heartbeat arrives', async () => {
    const { grafana, url } = await connect(NAME);
    const { text, variables } = (await exported(grafana))[form];
    expect(text).not.toContain(endpointOfUrl(url)?.endpoint.token);
    expect(variables).toHaveLength(1);

    const other = empty();
    const content: unknown = form === 'yaml' ? parse(text) : JSON.parse(text);
    other.standIn.provisionFile(content, { [variables[0]?.name ?? '']: url });
    await wait(120_000);

    const [before] = connectionsOf(await reading(grafana));
    const objects = await reading(other.grafana);
    const [after] = connectionsOf(objects);
    expect(before && after && essence(after)).toEqual(before && essence(before));
    expect(after && driftOf(after, objects).filter(({ severity }) => severity === 'stops')).toEqual([]);
    const look = await lookAt(other.grafana, NO_MEMORY);
    const health = look.ok && after && healthOf({ connection: after, ...look.value });
    expect(health && health.state).toBe('up');
  });
});

test('without the folder Grafana makes one of its own uid, and the heartbeat is found there', async () => {
  const { grafana, url } = await connect('Production');
  const { text, variables } = (await exported(grafana)).json;
  second = createGrafana({ clock: fakeClock(Date.parse('2026-11-22T08:00:00Z')), rootUrl: SECOND_ROOT });
  second.provisionFile(JSON.parse(text), { [variables[0]?.name ?? '']: url });
  const objects = await reading(createGrafanaClient(transportTo(second, 'admin:admin', SECOND_ROOT)));
  const rule = connectionsOf(objects)[0]?.rule;
  expect(rule?.title).toBe('IRM Production heartbeat');
  expect(rule?.folderUid).not.toBe('irm-heartbeats');
});

const WITH_REFERENCES = `variable "irm_production_url" {
  description = "url of the contact point IRM Production"
  type        = string
  sensitive   = true
}

resource "grafana_folder" "irm_heartbeats" {
  uid                          = "irm-heartbeats"
  title                        = "IRM heartbeats"
  prevent_destroy_if_not_empty = true
}

resource "grafana_contact_point" "irm_production" {
  name               = "IRM Production"
  disable_provenance = true

  webhook {
    url        = var.irm_production_url
    max_alerts = 100
  }
}

resource "grafana_contact_point" "irm_production_heartbeat" {
  name               = "IRM Production heartbeat"
  disable_provenance = true

  webhook {
    disable_resolve_message = true
    url                     = "\${var.irm_production_url}heartbeat/"
  }
}
`;

test('Terraform gets every object once, with its id, and only references where one object names another', async () => {
  const { grafana, url } = await connect('IRM Production');
  const { text, variables, notes, fileName } = (await exported(grafana, { withPolicies: true })).terraform;
  expect(text).not.toContain(endpointOfUrl(url)?.endpoint.token);
  expect(text).toContain(WITH_REFERENCES);
  expect(text.match(/^resource .*(?= \{)/gm)).toEqual([
    'resource "grafana_folder" "irm_heartbeats"',
    'resource "grafana_contact_point" "irm_production"',
    'resource "grafana_contact_point" "irm_production_heartbeat"',
    'resource "grafana_rule_group" "irm_production_heartbeat"',
    'resource "grafana_notification_policy" "policies"',
  ]);
  const [rule] = (await reading(grafana)).rules;
  expect(text).toContain(`uid       = "${rule?.uid}"`);
  expect(text).toContain('contact_point   = grafana_contact_point.irm_production_heartbeat.name');
  expect(text).toContain('folder_uid         = grafana_folder.irm_heartbeats.uid');
  expect([...text.matchAll(/^import \{\n {2}to = (.*)\n {2}id = "(.*)"\n\}$/gm)].map(([, to, id]) => [to, id])).toEqual(
    [
      ['grafana_folder.irm_heartbeats', '1:irm-heartbeats'],
      ['grafana_contact_point.irm_production', '1:IRM Production'],
      ['grafana_contact_point.irm_production_heartbeat', '1:IRM Production heartbeat'],
      ['grafana_rule_group.irm_production_heartbeat', `1:irm-heartbeats:${rule?.group}`],
      ['grafana_notification_policy.policies', '1:policies'],
    ]
  );
  expect(variables.map(({ name }) => name)).toEqual(['irm_production_url']);
  expect(notes).toEqual([]);
  expect(fileName).toBe('irm-production.tf');
});

test('one of two connections is exported alone', async () => {
  await connect('First');
  const { grafana } = await connect('Second');
  const objects = await reading(grafana);
  const connections = connectionsOf(objects).filter(({ alertContactPoint }) =>
    alertContactPoint?.name.includes('Second')
  );
  const subject = { connections, objects, organisation: 1 };
  const answer = await readExport(grafana, subject);
  const documents = answer.ok ? Object.values(exportDocuments(answer.value, subject)) : [];
  expect(documents).toHaveLength(3);
  for (const { text } of documents as Array<{ text: string }>) {
    expect(text).toContain('Second');
    expect(text).not.toContain('First');
  }
});

test('a Viewer exports, too; whoever may not read rules is told so', async () => {
  await connect('Production');
  const viewer = await world.signIn('viewer');
  expect((await exported(viewer.grafana)).yaml.text).toContain('Production');
  const someone = await world.letIn({ 'alert.notifications:read': ['*'] });
  const connections = connectionsOf(await reading(viewer.grafana));
  const answer = await readExport(someone.grafana, { connections });
  expect(answer).toMatchObject({ ok: false, error: { part: 'rules', error: { reason: 'forbidden', status: 403 } } });
});

test.each([
  ['a web page', 200, '<!doctype html><title>Sign in</title>', 'text/html', 'webPage'],
  ['no such API', 404, '{"message":"Not found"}', 'application/json', 'notServed'],
  ['a router without a way to Grafana', 404, '404 page not found', 'text/plain', 'unreachable'],
  ['a failure', 500, '{"message":"no"}', 'application/json', 'unexpected'],
  ['a gateway', 502, '', 'text/plain', 'unreachable'],
])('%s in the place of an export is an error', async (_, status, body, type, reason) => {
  const { grafana } = await connect('Production');
  world.failWith((path) =>
    path.endsWith('/export') ? new Response(body, { status, headers: { 'Content-Type': type } }) : undefined
  );
  expect(await grafana.exportFile('rules')).toMatchObject({ ok: false, error: { reason } });
  expect(await grafana.exportTerraform('rules')).toMatchObject({ ok: false, error: { reason } });
});

test('a folder without rules is exported as nothing', async () => {
  const { grafana } = await world.signIn('admin');
  expect(await grafana.exportFile('rules')).toEqual({ ok: true, value: {} });
  expect(await grafana.exportTerraform('rules')).toEqual({ ok: true, value: '' });
});
