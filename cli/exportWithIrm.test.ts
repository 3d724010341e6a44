import { listen, type Listener } from '../sandbox/server/listen';
import { commandLine } from '../tests/support/commandLine';
import { startFleet, type Fleet } from '../tests/support/fleet';

let fleet: Fleet;
let gate: Listener;

/** Requests to IRM's API, with who asked. */
let asked: Array<{ path: string; authorization: string | null; stack: string | null }>;

beforeEach(async () => {
  asked = [];
  fleet = await startFleet(2);
  // Stands in front of the API and lets everything through.
  gate = await listen({ port: 0, host: '127.0.0.1', name: 'a gate', variable: 'PORT' }, ({ url, headers }) => {
    const { pathname, search } = new URL(url);
    asked.push({
      path: pathname,
      authorization: headers.get('Authorization'),
      stack: headers.get('X-Grafana-URL'),
    });
    return fleet.irm.fetch(new Request(fleet.irmUrl + pathname + search, { headers }));
  });
});

afterEach(async () => {
  await gate.close();
  await fleet.stop();
});

/** Two connected Grafanas, whose file names IRM's API. */
async function connected(irm: (url: string) => string) {
  const env: Record<string, string> = { IRM_TOKEN: 'sandbox-irm-token' };
  for (const [index, grafana] of fleet.grafanas.entries()) {
    env[`TOKEN_G${index + 1}`] = await grafana.tokenOf('Editor');
    env[`ENDPOINT_G${index + 1}`] = fleet.newIntegration(`Alerts of Grafana ${index + 1}`);
  }
  const file = `
defaults: { tokenFrom: "TOKEN_{GRAFANA}", endpointFrom: "ENDPOINT_{GRAFANA}", irm: ${irm(`http://127.0.0.1:${gate.port}`)} }
grafanas:
${fleet.grafanas.map(({ url }, index) => `  - { name: g${index + 1}, url: "${url}" }`).join('\n')}
connections:
  - { name: Production, interval: 5m }
`;
  const given = { file, env };
  expect((await commandLine('apply', given)).code).toBe(0);
  return given;
}

const withKey = (url: string) => `{ url: "${url}", tokenFrom: IRM_TOKEN }`;

it('the export to Terraform holds integrations of IRM and refers to their endpoints, with one look for a fleet', async () => {
  const given = await connected(withKey);
  expect(asked).toEqual([]);
  const { code, files } = await commandLine('export --out code', given);
  expect(code).toBe(0);
  const text = files['code/g1/production.tf'];
  expect(text).toMatch(
    /resource "grafana_oncall_integration" "alerts_of_grafana_1" \{\n *name *= "Alerts of Grafana 1"/
  );
  expect(text).toMatch(/= grafana_oncall_integration\.alerts_of_grafana_1\.link\n/);
  expect(text).toMatch(/import \{\n *to *= grafana_oncall_integration\.alerts_of_grafana_1\n/);
  expect(asked).toEqual([{ path: '/api/v1/integrations', authorization: 'sandbox-irm-token', stack: null }]);
  expect((await commandLine('export --format yaml', given)).code).toBe(0);
  expect(asked).toHaveLength(1);
});

it('it asks as a service account of the stack, where the file names one', async () => {
  const given = await connected((url) => `{ url: "${url}/", tokenFrom: IRM_TOKEN, stack: "http://localhost:3000/" }`);
  const env = { ...given.env, IRM_TOKEN: 'glsa_sandbox_irm_readonly' };
  const { code, files } = await commandLine('export --out code', { ...given, env });
  expect(code).toBe(0);
  expect(files['code/g2/production.tf']).toContain('"Alerts of Grafana 2"');
  expect(asked).toMatchObject([{ authorization: env.IRM_TOKEN, stack: 'http://localhost:3000' }]);
});

it('it writes nothing where IRM does not tell its integrations, and says why', async () => {
  const given = await connected(withKey);
  const wrong = { ...given, env: { ...given.env, IRM_TOKEN: 'not-known-there' } };
  const refused = await commandLine('export --out code', wrong);
  expect(refused).toMatchObject({ code: 3, files: {}, out: expect.stringContaining('IRM rejected the token.') });
  expect(refused.out + refused.err).not.toContain('not-known-there');

  await gate.close();
  const closed = await commandLine('export --out code', given);
  expect(closed).toMatchObject({ code: 3, files: {}, out: expect.stringContaining('IRM cannot be reached.') });

  // Both answered: it is IRM that did not. One that is away is told apart.
  expect(closed.out).toContain('2 Grafanas: 2 failed.');
  const [, second] = fleet.grafanas;
  const away = { ...given, file: given.file.replace(second?.url ?? '', 'http://127.0.0.1:9') };
  expect((await commandLine('export --out code', away)).out).toContain(
    '2 Grafanas, 1 could not be asked: 1 failed, 1 not asked.'
  );

  const unset = await commandLine('export --out code', { ...given, env: { ...given.env, IRM_TOKEN: '' } });
  expect(unset).toMatchObject({ code: 2, err: expect.stringContaining('irm.tokenFrom: The environment variable') });
});

it('it leaves out what IRM does not show, and says so', async () => {
  const given = await connected(withKey);
  const other = await startFleet(0);
  try {
    const file = given.file.replace(/irm: \{ url: "[^"]*"/, `irm: { url: "${other.irmUrl}"`);
    const { code, out, files } = await commandLine('export --out code', { ...given, file });
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('no integration behind "Production"'),
    });
    expect(files['code/g1/production.tf']).toContain('variable "');
  } finally {
    await other.stop();
  }
});
