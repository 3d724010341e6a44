import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfiguration } from '../grafana/server/configuration';
import { startSandbox, type Sandbox, type SandboxOptions } from './start';

const id = 'irmconnect-setup-app';
const admin = { authorization: `Basic ${btoa('admin:admin')}` };
let directory: string;
let sandbox: Sandbox | undefined;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'sandbox-'));
  const manifest = { id, name: 'IRM Connect', type: 'app', info: { version: '1.2.3', logos: {} }, includes: [] };
  writeFileSync(path.join(directory, 'plugin.json'), JSON.stringify(manifest));
  writeFileSync(path.join(directory, 'module.js'), 'define([], () => ({}))');
  writeFileSync(path.join(directory, 'boot.js'), 'export {}');
  mkdirSync(path.join(directory, 'img/icons/unicons'), { recursive: true });
  writeFileSync(path.join(directory, 'img/icons/unicons/bell.svg'), '<svg/>');
  writeFileSync(path.join(directory, 'img/icons/missing.svg'), '<svg/>');
});

afterEach(async () => {
  await sandbox?.stop();
  sandbox = undefined;
  rmSync(directory, { recursive: true, force: true });
});

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  sandbox = await startSandbox({ built: { pluginDirectory: directory, pageDirectory: directory }, ...options });
  return sandbox;
}

const createFolder = (url: string, uid: string) =>
  fetch(`${url}/api/folders`, {
    method: 'POST',
    headers: { ...admin, 'content-type': 'application/json' },
    body: JSON.stringify({ uid, title: uid }),
  });
const folderStatus = async (url: string, uid: string) =>
  (await fetch(`${url}/api/folders/${uid}`, { headers: admin })).status;

describe('a running sandbox', () => {
  it('answers as Grafana on its API, with the plugin switched on', async () => {
    const { grafanaUrl } = await start();
    const response = await fetch(`${grafanaUrl}/api/plugins/${id}/settings`, { headers: admin });
    expect(await response.json()).toMatchObject({ id, enabled: true });
    expect((await fetch(`${grafanaUrl}/api/user`)).status).toBe(401);
  });

  it('lets somebody in with a role and permissions, and changes them while it runs', async () => {
    const { grafanaUrl } = await start();
    const headers = { authorization: `Basic ${btoa('ada:adapass')}` };
    const status = async () => (await fetch(`${grafanaUrl}/api/v1/provisioning/alert-rules`, { headers })).status;
    const put = async (query: string) =>
      (await fetch(`${grafanaUrl}/sandbox/person?${query}`, { method: 'POST' })).status;
    expect(await status()).toBe(401);
    expect(await put('login=ada')).toBe(204);
    expect(await status()).toBe(403);
    expect(await put('login=ada&permissions=alert.rules:read@folders:uid:a,folders:read')).toBe(204);
    expect(await status()).toBe(200);
    expect(await put('login=ada&role=King')).toBe(400);
    expect(await put('role=Viewer')).toBe(400);
  });

  it("comes set up for IRM's API when asked to, and again after a reset", async () => {
    const { grafanaUrl, irmUrl } = await start({ irmApi: true });
    const settings = async () =>
      (await fetch(`${grafanaUrl}/api/plugins/${id}/settings`, { headers: admin })).json() as Promise<unknown>;
    const expected = {
      jsonData: { irmApiUrl: irmUrl, irmCredential: 'apiKey', irmStackUrl: '' },
      secureJsonFields: { irmToken: true },
    };
    expect(await settings()).toMatchObject(expected);
    await fetch(`${grafanaUrl}/sandbox/reset`, { method: 'POST' });
    expect(await settings()).toMatchObject(expected);

    const headers = { authorization: 'glsa_sandbox_irm', 'x-grafana-url': grafanaUrl };
    expect((await fetch(`${irmUrl}/api/v1/integrations/`, { headers })).status).toBe(200);
  });

  it('lets the plugin ask a real IRM in place of the stand-in, which is not started', async () => {
    const irmPort = await freePort();
    const realIrm = { url: 'http://127.0.0.1:9/oncall', token: 'secret' };
    const { grafanaUrl, irmUrl } = await start({ realIrm, irmPort, irmApi: true });
    expect(irmUrl).toBe(realIrm.url);
    await expect(fetch(`http://127.0.0.1:${irmPort}`)).rejects.toThrow();
    const settings = await fetch(`${grafanaUrl}/api/plugins/${id}/settings`, { headers: admin });
    expect(await settings.json()).toMatchObject({
      jsonData: { irmUrl: realIrm.url, irmApiUrl: realIrm.url, irmCredential: 'apiKey' },
      secureJsonFields: { irmToken: true },
    });
  });

  it('answers below the path of root_url only, and leads there', async () => {
    const configuration = readConfiguration({
      GF_SERVER_ROOT_URL: 'https://example.org/grafana/',
      GF_SERVER_SERVE_FROM_SUB_PATH: 'true',
    });
    const { grafanaUrl } = await start({ configuration });
    expect(new URL(grafanaUrl).pathname).toBe('/grafana');
    expect(await folderStatus(grafanaUrl, 'made')).toBe(404);
    expect((await createFolder(grafanaUrl, 'made')).status).toBe(200);
    expect(await folderStatus(grafanaUrl, 'made')).toBe(200);
    const settings = await fetch(`${grafanaUrl}/api/frontend/settings`, { headers: admin });
    expect(await settings.json()).toMatchObject({ appUrl: 'https://example.org/grafana/', appSubUrl: '/grafana' });
    expect(await (await fetch(`${grafanaUrl}/a/${id}`)).text()).toContain('<base href="/grafana/" />');

    const root = new URL(grafanaUrl).origin;
    expect(await folderStatus(root, 'made')).toBe(404);
    expect((await fetch(`${root}/public/plugins/${id}/module.js`)).status).toBe(404);
    expect((await fetch(root, { redirect: 'manual' })).headers.get('location')).toBe('/grafana/');
  });

  it('sends a content security policy with a nonce for its own script when told to', async () => {
    const plain = await start();
    expect((await fetch(plain.grafanaUrl)).headers.get('content-security-policy')).toBeNull();
    await plain.stop();

    const configuration = readConfiguration({ GF_SECURITY_CONTENT_SECURITY_POLICY: 'true' });
    const { grafanaUrl } = await start({ configuration });
    const pages = await Promise.all([fetch(grafanaUrl), fetch(grafanaUrl)]);
    const nonces = pages.map(
      ({ headers }) => /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]
    );
    expect(await pages[0]?.text()).toContain(`boot.js" nonce="${nonces[0]}"`);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(pages[0]?.headers.get('content-security-policy')).not.toContain('unsafe-eval');
  });

  it('answers as IRM on the other port', async () => {
    const { irmUrl } = await start();
    expect(await (await fetch(`${irmUrl}/health/`)).text()).toBe('Ok');
  });

  it.each(['127.0.0.1', '[::1]'])('listens on %s', async (host) => {
    const { grafanaUrl } = await start();
    expect((await fetch(grafanaUrl.replace('localhost', host))).status).toBe(200);
  });

  it('serves the page for every address of it, and says whether somebody is signed in', async () => {
    const { grafanaUrl } = await start();
    const page = await fetch(`${grafanaUrl}/a/${id}/setup/deep?x=1`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('name="sandbox-signed-in" content="false"');
    expect(await (await fetch(grafanaUrl, { headers: admin })).text()).toContain(
      'name="sandbox-signed-in" content="true"'
    );
  });

  it('serves files of plugin, page and icons, and nothing outside of them', async () => {
    const { grafanaUrl } = await start();
    const statusOf = async (file: string) => (await fetch(grafanaUrl + file)).status;
    expect(await statusOf(`/public/plugins/${id}/module.js`)).toBe(200);
    expect(await statusOf('/public/build/boot.js')).toBe(200);
    expect(await statusOf('/public/build/img/icons/unicons/bell.svg')).toBe(200);
    expect(await statusOf('/public/build/img/icons/unicons/not-in-the-package.svg')).toBe(200);
    expect(await statusOf(`/public/plugins/${id}/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd`)).toBe(404);
    expect(await statusOf(`/public/plugins/another/module.js`)).toBe(404);
  });

  it('lets the stand-in have addresses, verbs and bodies as they were sent', async () => {
    const { grafanaUrl, irmUrl } = await start();
    const withoutSlash = await fetch(`${irmUrl}/integrations/v1/alertmanager/unknown`, { method: 'POST' });
    const withSlash = await fetch(`${irmUrl}/integrations/v1/alertmanager/unknown/`, { method: 'POST' });
    expect([withoutSlash.status, withSlash.status]).toEqual([404, 403]);
    const head = await fetch(`${grafanaUrl}/api/health`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const big = { uid: 'big', title: 'big', description: 'x'.repeat(3_000_000) };
    const headers = { ...admin, 'content-type': 'application/json' };
    const created = await fetch(`${grafanaUrl}/api/folders`, { method: 'POST', headers, body: JSON.stringify(big) });
    expect(created.status).toBe(200);
  });

  it("sends one Date, that of the stand-in's own clock", async () => {
    const { grafanaUrl } = await start({ speed: 1000 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const response = await rawGet(`${grafanaUrl}/api/health`);
    const dates = response.filter((name) => name.toLowerCase() === 'date');
    expect(dates).toHaveLength(1);
    const date = response[response.indexOf(dates[0] ?? '') + 1] ?? '';
    expect(Date.parse(date) - Date.now()).toBeGreaterThan(20_000);
  });
});

describe('trying what goes wrong', () => {
  it('restarts Grafana, which keeps what is stored, and resets all', async () => {
    const { grafanaUrl } = await start();
    await createFolder(grafanaUrl, 'kept');
    const post = async (what: string) => (await fetch(`${grafanaUrl}/sandbox/${what}`, { method: 'POST' })).status;
    expect(await post('restart?kind=graceful')).toBe(204);
    expect(await post('restart?kind=kill')).toBe(204);
    expect(await folderStatus(grafanaUrl, 'kept')).toBe(200);
    expect(await post('reset')).toBe(204);
    expect(await folderStatus(grafanaUrl, 'kept')).toBe(404);
  });

  it('ends one of several replicas, and asks the one that is wanted', async () => {
    const { grafanaUrl } = await start({ replicas: 2 });
    const post = async (what: string) => (await fetch(`${grafanaUrl}/sandbox/${what}`, { method: 'POST' })).status;
    const health = async () => (await fetch(`${grafanaUrl}/api/health`)).status;
    expect(await post('restart?kind=kill&replica=2&down=60')).toBe(204);
    expect([await health(), await health()].sort()).toEqual([200, 502]);
    expect(await post('route?to=1')).toBe(204);
    expect([await health(), await health()]).toEqual([200, 200]);
    expect(await post('route?to=2')).toBe(204);
    expect(await health()).toBe(502);
    expect(await post('restart?kind=kill&replica=3')).toBe(400);
    expect(await post('route?to=3')).toBe(400);
  });

  it('says how when asked for something else', async () => {
    const { grafanaUrl } = await start();
    const wrongKind = await fetch(`${grafanaUrl}/sandbox/restart?kind=softly`, { method: 'POST' });
    expect([wrongKind.status, await wrongKind.text()]).toEqual([400, 'Say how: ?kind=graceful or ?kind=kill']);
    expect((await fetch(`${grafanaUrl}/sandbox/reset`)).status).toBe(405);
  });
});

describe('starting and stopping', () => {
  it('lets go of both ports at once, even while somebody holds a connection', async () => {
    const { grafanaUrl, irmUrl, stop } = await start();
    // A server that is closing waits for the rest of this without end, unless it cuts the connection.
    const halfAsked = connect(Number(new URL(grafanaUrl).port), '127.0.0.1');
    const cut = new Promise((resolve) => halfAsked.on('error', () => undefined).once('close', resolve));
    await new Promise<void>((resolve) => halfAsked.write('GET / HTTP/1.1\r\n', () => resolve()));
    await fetch(grafanaUrl, { headers: { connection: 'keep-alive' } });
    await stop();
    await cut;
    await expect(fetch(grafanaUrl)).rejects.toThrow();
    await expect(fetch(irmUrl)).rejects.toThrow();
  });

  it('names a port in use and the way out, and leaves nothing running', async () => {
    const other = await occupy();
    const { port } = other.address() as AddressInfo;
    const irmPort = await freePort();
    await expect(start({ port, irmPort })).rejects.toThrow(
      `Port ${port}, meant for the stand-in Grafana, is in use by another program: end that, or choose another port with PORT=${port + 1}.`
    );
    await expect(fetch(`http://127.0.0.1:${irmPort}`)).rejects.toThrow();
    await expect(start({ irmPort: port })).rejects.toThrow('meant for the stand-in IRM, is in use');
    await new Promise((resolve) => other.close(resolve));
  });

  it('gives up when it is called off', async () => {
    const signal = AbortSignal.abort();
    const built = () => new Promise<never>(() => undefined);
    await expect(startSandbox({ built, signal })).rejects.toThrow(/^Stopped before the sandbox was ready\.$/);
  });
});

describe('keeping state in a file', () => {
  it('goes on where it stopped', async () => {
    const dataFile = path.join(directory, 'new', 'state.json');
    const first = await start({ dataFile });
    await createFolder(first.grafanaUrl, 'kept');
    await first.stop();
    const second = await start({ dataFile });
    expect(await folderStatus(second.grafanaUrl, 'kept')).toBe(200);
  });

  it('saves while it runs', async () => {
    const dataFile = path.join(directory, 'state.json');
    const { grafanaUrl } = await start({ dataFile, saveEveryMs: 20 });
    await createFolder(grafanaUrl, 'seen');
    // Waits for as long as a test may take.
    while (!existsSync(dataFile) || !readFileSync(dataFile, 'utf8').includes('seen')) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(await folderStatus(grafanaUrl, 'seen')).toBe(200);
  });

  it.each([
    ['not JSON', '{"grafana": {', 'is not JSON, so it was not written by the sandbox or is damaged.'],
    ['of something else', '[1]', 'does not hold the state of a sandbox.'],
    ['of another version', '{"grafana": {"format": 99}}', 'Choose another data file with --data, or delete this one'],
  ])('refuses a file %s, and leaves it as it is', async (_case, content, sentence) => {
    const dataFile = path.join(directory, 'state.json');
    writeFileSync(dataFile, content);
    await expect(start({ dataFile })).rejects.toThrow(sentence);
    expect(readFileSync(dataFile, 'utf8')).toBe(content);
  });
});

/** Header names and values as they came, one after the other. */
function rawGet(url: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    httpRequest(url, (response) => {
      response.resume();
      resolve(response.rawHeaders);
    })
      .on('error', reject)
      .end();
  });
}

function occupy(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function freePort(): Promise<number> {
  const server = await occupy();
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
