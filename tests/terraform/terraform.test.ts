import { teams, escalationChains, sandboxTokens } from '../../sandbox/irm/organization';
import type { GrafanaVersion } from '../../sandbox/grafana/context';
import { createIrmClient } from '../../src/irm/irmClient';
import { fetchTransport } from '../support/fetchTransport';
import { startFleet, type Fleet } from '../support/fleet';
import { clientOf, connect, ELSEWHERE, essenceOf, readingOf, roundTrip, type Wish } from './roundTrip';
import { toolsFrom, type Tools } from './terraform';

/**
 * The real Terraform with the real provider against the stand-ins, when both are given (docs/export.md):
 * TERRAFORM=/path/to/terraform TERRAFORM_PROVIDER=/folder/of/terraform-provider-grafana npm run terraform
 */
const tools = toolsFrom(process.env);
const withTerraform = tools ? describe : describe.skip;
if (!tools && process.env.npm_lifecycle_event === 'terraform') {
  process.stderr.write('Skipped: TERRAFORM names no binary, or TERRAFORM_PROVIDER no folder with the provider.\n');
}
jest.setTimeout(300_000);

let fleets: [Fleet, Fleet];
afterEach(async () => {
  await Promise.all(fleets.map((fleet) => fleet.stop()));
});

const start = async (options: { version?: GrafanaVersion; speed?: number } = {}) => {
  fleets = [await startFleet(1, options), await startFleet(1, options)];
  return fleets[0];
};

/** Of a folder Terraform notes that it is not to be destroyed while it holds anything, which changes nothing in Grafana. */
const FOLDER_ALONE = { 'grafana_folder.irm_heartbeats': 'import and update' };

/** A call as somebody's in Grafana's interface, which locks nothing. */
async function write({ grafanas }: Fleet, method: string, path: string, body: object) {
  const headers = {
    Authorization: `Basic ${btoa('admin:admin')}`,
    'Content-Type': 'application/json',
    'X-Disable-Provenance': 'true',
  };
  const { ok, status } = await fetch(`${grafanas[0]?.url}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!ok) {
    throw new Error(`${method} ${path} ended with ${status}`);
  }
}

const around = (options?: Parameters<typeof roundTrip>[2]) => roundTrip(tools as Tools, fleets, options);

const heartbeatWith =
  (changes: object): Wish =>
  (proposed) => ({ ...proposed, heartbeat: proposed.heartbeat && { ...proposed.heartbeat, ...changes } });

const timingWith =
  (changes: object): Wish =>
  (proposed) =>
    heartbeatWith({ timing: { ...proposed.heartbeat?.timing, ...changes } })(proposed);

const contactPointWith =
  (changes: object): Wish =>
  (proposed) => ({ ...proposed, contactPoint: { ...proposed.contactPoint, ...changes } });

const WISHES: Array<[string, Wish?]> = [
  ['as proposed'],
  ['gently timed', timingWith({ groupInterval: 10 })],
  ['with a pending period and minutes', timingWith({ pendingPeriod: 60, groupWait: 30, repeatInterval: 120 })],
  ['for a day', heartbeatWith({ interval: 86400 })],
  ['without a limit of alerts and without resolved messages', contactPointWith({ maxAlerts: 0, sendResolved: false })],
  ['locked', (proposed) => ({ ...proposed, editability: 'locked' })],
  ['asking a data source', heartbeatWith({ scope: { kind: 'dataSource', dataSourceUid: 'prom' } })],
];

const NAMES = [
  'Größe $5 "quoted" ${HOME} $${HOME} %{if} %%{if} {{ x }}',
  'back\\slash \\n \\u0041 \\"',
  '漢字 🔔 \u2028 \u00a0 é',
  '#{} // /* <<EOT',
  "it's 100% $ % ${",
  '1:2:three',
];

withTerraform('Terraform takes over', () => {
  test.each<GrafanaVersion>(['12.3.0', '12.4.0', '13.2.1'])('connections of every form from %s', async (version) => {
    const here = await start({ version });
    for (const [title, wish] of [...WISHES, ...NAMES.map((name): [string] => [name])]) {
      await connect(here, title, wish);
    }
    const { changes, before, made, notes } = await around();
    expect(changes).toEqual(FOLDER_ALONE);
    expect(made).toEqual(before);
    expect(notes).toEqual([]);
    expect(await essenceOf(fleets[1])).toEqual([]);
  });

  test('a connection without a heartbeat, whose contact point Grafana gives another uid elsewhere', async () => {
    await connect(await start(), 'Production', (proposed) => ({ ...proposed, heartbeat: undefined }));
    const { changes, before, made } = await around();
    expect(changes).toEqual({});
    expect(made).toEqual((before as object[]).map((one) => ({ ...one, isOurs: false })));
  });

  test('notification policies, which stay open to whoever edits them in Grafana', async () => {
    const here = await start();
    await connect(here, 'Production');
    await write(here, 'PUT', '/api/v1/provisioning/policies', {
      receiver: 'empty',
      group_by: ['grafana_folder', 'alertname'],
      routes: [
        {
          receiver: 'IRM Production',
          object_matchers: [
            ['team', '=', 'größe "${x}"'],
            ['severity', '=~', 'a|b\\d'],
          ],
          continue: true,
          group_wait: '10s',
          routes: [{ receiver: 'IRM Production heartbeat', object_matchers: [['x', '!=', '']] }],
        },
      ],
    });
    const { changes } = await around({ withPolicies: true });
    expect(changes).toEqual(FOLDER_ALONE);
  });

  test('what webhooks carry for a gateway, and other receivers beside; secrets are written once', async () => {
    const here = await start();
    await connect(here, 'Production');
    const [alert] = (await readingOf(clientOf(here))).integrations.filter(({ name }) => name === 'IRM Production');
    const http_config = {
      oauth2: {
        client_id: 'me',
        client_secret: 'entered http_config oauth2 client_secret',
        token_url: 'https://sign-in.example/token',
        scopes: ['alerts', 'more'],
        endpoint_params: { audience: 'irm' },
        // What of these is left out the provider writes as empty texts.
        tls_config: {
          insecureSkipVerify: true,
          caCertificate: 'entered http_config oauth2 tls_config ca_certificate',
          clientCertificate: 'entered http_config oauth2 tls_config client_certificate',
          clientKey: 'entered http_config oauth2 tls_config client_key',
        },
        proxy_config: {
          ...{ proxy_url: 'http://proxy.example:3128', no_proxy: 'a.example', proxy_from_environment: false },
          proxy_connect_header: { Via: 'x' },
        },
      },
    };
    const settings = {
      ...{ url: alert?.url, httpMethod: 'PUT', maxAlerts: 100, title: 'ti"tle', message: '{{ len .Alerts }}\n${x}' },
      ...{ username: 'someone', password: 'entered basic_auth_password' },
      headers: { 'X-Key': 'entered headers X-Key', 'X.Other': 'entered headers X.Other' },
      tlsConfig: { insecureSkipVerify: true, caCertificate: 'entered tls_config ca_certificate' },
      hmacConfig: { secret: 'entered hmac_config secret', header: 'X-Signature', timestampHeader: 'X-Time' },
      ...{ payload: { template: '{{ define "x" }}${y}{{ end }}', vars: { a: 'b' } }, http_config },
    };
    const path = '/api/v1/provisioning/contact-points';
    const webhook = { name: alert?.name, type: 'webhook', settings, disableResolveMessage: false };
    await write(here, 'PUT', `${path}/${alert?.uid}`, webhook);
    const email = { addresses: 'a@b.example;c@d.example', singleEmail: true, subject: 'Größe' };
    await write(here, 'POST', path, { name: alert?.name, type: 'email', settings: email });
    const other = { url: ELSEWHERE, httpMethod: 'POST' };
    await write(here, 'POST', path, { name: alert?.name, type: 'webhook', settings: other });
    const { changes, before, made } = await around();
    expect(changes).toEqual({ ...FOLDER_ALONE, 'grafana_contact_point.irm_production': 'import and update' });
    expect(made).toEqual(before);
  });

  test('a heartbeat in the folder of a team, in a group with a rule of theirs, led by policies', async () => {
    await start({ speed: 20 });
    for (const fleet of fleets) {
      await write(fleet, 'POST', '/api/folders', { uid: 'ops', title: 'Operations' });
      await write(fleet, 'POST', '/api/folders', { uid: 'pay', title: 'Payments', parentUid: 'ops' });
    }
    const [here] = fleets;
    const folder = { uid: 'pay', path: 'Operations / Payments', parents: ['ops'] };
    await connect(here, 'Production', heartbeatWith({ folder }));
    const rules = '/api/v1/provisioning/alert-rules';
    const [listed] = (await here.grafanas[0]?.call('GET', rules))?.body as Array<Record<string, unknown>>;
    const { uid, notification_settings, ...rule } = listed ?? {};
    await write(here, 'PUT', `${rules}/${String(uid)}`, { ...rule, uid });
    const theirs = { title: 'Disk "${x}"', labels: { größe: 'x', 'a.b': '${y}' }, annotations: {}, for: '5m' };
    await write(here, 'POST', rules, { ...rule, ...theirs, isPaused: true, keep_firing_for: '1m' });
    await write(here, 'PUT', '/api/v1/provisioning/policies', {
      receiver: 'empty',
      routes: [{ receiver: 'IRM Production heartbeat', object_matchers: [['heartbeat', '=', 'true']] }],
    });
    for (let tries = 0; tries < 20 && !JSON.stringify(await essenceOf(here)).includes('"routedTo"'); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const { changes, before, made, notes } = await around({ withPolicies: true });
    expect(JSON.stringify(before)).toContain('"routedTo":"IRM Production heartbeat"');
    expect(changes).toEqual({});
    expect(made).toEqual(before);
    expect(notes).toEqual([
      { kind: 'folders', paths: ['Operations / Payments'] },
      { kind: 'sharedGroup', group: rule.ruleGroup },
    ]);
    expect(notification_settings).toBeDefined();
  });

  test('integrations of IRM with their templates, and makes new ones, to whose addresses Grafana sends then', async () => {
    const here = await start();
    const irmOf = ({ irmUrl }: Fleet) =>
      createIrmClient(
        fetchTransport({
          baseUrl: irmUrl,
          fetch: (request) => {
            request.headers.set('Authorization', sandboxTokens[0]?.token ?? '');
            return fetch(request);
          },
        })
      );
    const listed = async (fleet: Fleet) => {
      const answer = await irmOf(fleet).listIntegrations({});
      return answer.ok ? answer.value.items.sort((a, b) => a.name.localeCompare(b.name)) : [];
    };
    await connect(here, 'Plain');
    await connect(here, 'Größe "${x}" %{y}');
    const second = (await listed(here)).find(({ name }) => name !== 'Plain');
    const templates = { groupingKey: '{{ payload.x }}${y}', resolveSignal: '{{ "a" }}\n%{ b }' };
    const change = { teamId: teams[0]?.id, escalationChainId: escalationChains[0]?.id, templates };
    expect(await irmOf(here).updateIntegration(second?.id ?? '', change)).toMatchObject({ ok: true });
    const irm = await listed(here);
    const essence = irm.map(({ name, type, teamId, escalationChainId, templates }) => ({
      ...{ name, type, teamId, escalationChainId, templates },
    }));

    const look = async () => {
      const made = await listed(fleets[1]);
      expect(made).toEqual(essence.map((one) => expect.objectContaining(one)));
      const tokens = (await readingOf(clientOf(fleets[1]))).integrations.map(({ url }) => url.split('/')[6]);
      expect(new Set(tokens)).toEqual(new Set(made.map(({ endpoint }) => endpoint?.token)));
    };
    const { changes, text } = await around({ irm, look });
    expect(text.match(/^resource "grafana_oncall_integration"/gm)).toHaveLength(2);
    expect(changes).toEqual(FOLDER_ALONE);
    expect(await listed(fleets[1])).toEqual([]);
    expect(await listed(here)).toEqual(irm);
  });
});
