import { commandLine, rowsIn, statesIn } from '../tests/support/commandLine';
import { startFleet, type Fleet } from '../tests/support/fleet';
import { firingRule } from '../tests/support/firingRule';
import { readConfiguration } from '../sandbox/grafana/server/configuration';
import { listen } from '../sandbox/server/listen';
import { isThorough } from '../tests/scale';

let fleet: Fleet;
afterEach(() => fleet.stop());

const fileOf = (urls: readonly string[], more = '') => `
defaults: { tokenFrom: "TOKEN_{GRAFANA}", endpointFrom: "ENDPOINT_{GRAFANA}" }
grafanas:
${urls.map((url, index) => `  - { name: g${index + 1}, url: "${url}"${more} }`).join('\n')}
connections:
  - { name: Production, interval: 10m }
`;

/** A hundred by `npm run test:thorough`. */
const MANY = isThorough ? 100 : 30;

it('of many Grafanas one is down, one has a wrong token, one a Viewer’s: the others are connected', async () => {
  fleet = await startFleet(MANY);
  const env: Record<string, string> = {};
  await Promise.all(
    fleet.grafanas.map(async (grafana, index) => {
      env[`TOKEN_G${index + 1}`] = await grafana.tokenOf(index === 2 ? 'Viewer' : 'Editor');
      env[`ENDPOINT_G${index + 1}`] = fleet.newIntegration(`Grafana ${index + 1}`);
    })
  );
  env.TOKEN_G2 = 'glsa_wrong';
  await fleet.grafanas[0]?.close();
  const given = { file: fileOf(fleet.grafanas.map(({ url }) => url)), env };

  const applied = await commandLine('apply --json', given);
  const rows = rowsIn(applied);
  expect(applied.code).toBe(3);
  expect(rows.slice(0, 3).map(({ state, detail }) => `${state}: ${detail}`)).toEqual([
    'not asked: Grafana cannot be reached. Connection refused.',
    'not asked: Grafana rejected the token. It was deleted, has expired, was mistyped, or belongs to another Grafana.',
    expect.stringMatching(/^refused: The token lacks permissions: .*folders:create/),
  ]);
  expect(rows.slice(3).filter(({ state }) => state !== 'applied')).toEqual([]);
  expect(applied.err.split('\n')).toContainEqual(expect.stringContaining(`[${MANY}/${MANY}] `));

  const again = await commandLine('plan --json', given);
  expect(rowsIn(again).filter(({ state }) => state === 'unchanged')).toHaveLength(MANY - 3);
  const one = await commandLine('plan --grafana g20', given);
  expect(one).toMatchObject({ code: 0, out: expect.stringContaining('1 Grafana: 1 unchanged.') });
});

it('tells what stands in front of a Grafana, and never carries a token along', async () => {
  fleet = await startFleet(1);
  const [grafana] = fleet.grafanas;
  const headers: Array<string | null> = [];
  const place = { port: 0, host: '127.0.0.1', name: 'a page', variable: 'PORT' };
  const page = await listen(place, (request) => {
    headers.push(request.headers.get('Authorization'));
    return new Response('<html><title>Sign in</title></html>', { headers: { 'Content-Type': 'text/html' } });
  });
  const pageUrl = `http://127.0.0.1:${page.port}`;
  const redirect = await listen(place, () => Response.redirect(`${pageUrl}/login?next=secret`, 302));
  try {
    const env = {
      TOKEN_G1: 'glsa_one',
      TOKEN_G2: 'glsa_two',
      TOKEN_G3: (await grafana?.tokenOf('Editor')) ?? '',
      ENDPOINT_G1: fleet.newIntegration('1'),
      ENDPOINT_G2: fleet.newIntegration('2'),
      ENDPOINT_G3: fleet.newIntegration('3'),
    };
    const file = fileOf([`http://127.0.0.1:${redirect.port}`, pageUrl, grafana?.url ?? ''], ', org: 7');
    const { code, out } = await commandLine('plan', { file, env });
    expect(code).toBe(3);
    expect(out).toContain(`It redirects to ${pageUrl}/login.`);
    expect(out).toContain('Something in front of Grafana answered instead. A web page titled “Sign in”');
    expect(out).toContain('The token belongs to another organization (default) than the file says (org-7).');
    expect(out).not.toContain('secret');
    expect(headers).toEqual(['Bearer glsa_two']);
  } finally {
    await Promise.all([page.close(), redirect.close()]);
  }
});

it('reports no connection as missing by an empty list that cannot be right, and a wrong path as such', async () => {
  fleet = await startFleet(1);
  const [grafana] = fleet.grafanas;
  const env = { TOKEN_G1: (await grafana?.tokenOf('Editor')) ?? '', ENDPOINT_G1: fleet.newIntegration('1') };
  expect((await commandLine('apply', { file: fileOf([grafana?.url ?? '']), env })).code).toBe(0);
  const place = { port: 0, host: '127.0.0.1', name: 'a proxy', variable: 'PORT' };
  const proxy = await listen(place, async (request) => {
    const { pathname, search } = new URL(request.url);
    const isList = pathname === '/api/v1/provisioning/contact-points';
    const { headers } = request;
    return isList ? Response.json([]) : fetch(`${grafana?.url ?? ''}${pathname}${search}`, { headers });
  });
  try {
    const file = fileOf([`http://127.0.0.1:${proxy.port}`]);
    for (const command of ['status', 'plan']) {
      const { code, out } = await commandLine(command, { file, env });
      expect(code).toBe(3);
      expect(out).toContain("Grafana's list of contact points cannot be right.");
      expect(out).not.toContain('The file has it, and this Grafana does not.');
    }
    const elsewhere = await commandLine('status', { file: fileOf([`${grafana?.url ?? ''}/below`]), env });
    expect(elsewhere.code).toBe(3);
    expect(elsewhere.out).toContain(
      "Grafana's API was not found. Not found: /api/access-control/user/permissions. Check url in the file"
    );
  } finally {
    await proxy.close();
  }
});

it('shows a Viewer everything, and a connection that somebody broke', async () => {
  fleet = await startFleet(2, { speed: 10 });
  const [first, second] = fleet.grafanas;
  const env = {
    TOKEN_G1: (await first?.tokenOf('Editor')) ?? '',
    TOKEN_G2: (await second?.tokenOf('Editor')) ?? '',
    ENDPOINT_G1: fleet.newIntegration('1'),
    ENDPOINT_G2: fleet.newIntegration('2'),
  };
  const file = fileOf(fleet.grafanas.map(({ url }) => url));
  expect((await commandLine('apply', { file, env })).code).toBe(0);
  const { body } = (await second?.call('GET', '/api/v1/provisioning/alert-rules')) ?? {};
  const [rule] = body as Array<{ uid: string }>;
  await second?.call('PUT', `/api/v1/provisioning/alert-rules/${rule?.uid}`, {
    ...rule,
    labels: {},
    notification_settings: null,
  });

  // Whoever only looks needs no endpoint.
  const viewer = {
    TOKEN_G1: (await first?.tokenOf('Viewer')) ?? '',
    TOKEN_G2: (await second?.tokenOf('Viewer')) ?? '',
  };
  const status = await commandLine('status --json', { file, env: viewer });
  expect(status.code).toBe(1);
  expect(statesIn(status)).toMatchObject({ g2: 'misconfigured' });
  expect(rowsIn(status)[0]).toMatchObject({ grafana: 'g2', connection: 'Production' });

  const repair = await commandLine('apply', { file, env });
  expect(repair).toMatchObject({ code: 0, out: expect.stringContaining('Repeat interval: nothing -> 2m') });
  expect((await commandLine('plan', { file, env })).code).toBe(0);
});

it('lets no words of a server move the cursor or break the table', async () => {
  fleet = await startFleet(0);
  const place = { port: 0, host: '127.0.0.1', name: 'a page', variable: 'PORT' };
  const message = 'first\u001b[2J line\nsecond\u0007line';
  const server = await listen(place, () => Response.json({ message }, { status: 422 }));
  try {
    const env = { TOKEN_G1: 'glsa_one', ENDPOINT_G1: fleet.newIntegration('1') };
    const { out } = await commandLine('plan', { file: fileOf([`http://127.0.0.1:${server.port}`]), env });
    expect(out).toContain('first [2J line second line');
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
  } finally {
    await server.close();
  }
});

it('refuses a Grafana without alerting', async () => {
  fleet = await startFleet(1, { configuration: readConfiguration({ GF_UNIFIED_ALERTING_ENABLED: 'false' }) });
  const env = { TOKEN_G1: (await fleet.grafanas[0]?.tokenOf('Editor')) ?? '', ENDPOINT_G1: fleet.newIntegration('1') };
  const { code, out } = await commandLine('plan', { file: fileOf([fleet.grafanas[0]?.url ?? '']), env });
  expect({ code, out }).toMatchObject({ code: 4, out: expect.stringContaining('Grafana Alerting is switched off') });
});

it('removes the others where Grafana cannot be read after one of them, and tells of each', async () => {
  fleet = await startFleet(1);
  const [grafana] = fleet.grafanas;
  const env = {
    TOKEN_G1: (await grafana?.tokenOf('Editor')) ?? '',
    ENDPOINT_A: fleet.newIntegration('A'),
    ENDPOINT_B: fleet.newIntegration('B'),
    ENDPOINT_C: fleet.newIntegration('C'),
  };
  const file = (url: string) => `
defaults: { tokenFrom: TOKEN_G1, heartbeat: false }
grafanas: [{ name: g1, url: "${url}" }]
connections:
  - { name: A, endpointFrom: ENDPOINT_A }
  - { name: B, endpointFrom: ENDPOINT_B }
  - { name: C, endpointFrom: ENDPOINT_C }
`;
  expect((await commandLine('apply --no-test', { file: file(grafana?.url ?? ''), env })).code).toBe(0);
  // A reading asks for contact points and deliveries at once: the first one after a removal fails.
  let [hasRemoved, hasFailed] = [false, false];
  let readings = 0;
  const place = { port: 0, host: '127.0.0.1', name: 'a front', variable: 'PORT' };
  const front = await listen(place, async (request) => {
    const { pathname, search } = new URL(request.url);
    readings += pathname.endsWith('/config/api/v1/receivers') ? 1 : 0;
    if (hasRemoved && !hasFailed && /(contact-points|\/receivers)$/.test(pathname)) {
      // Turns in which the other request of a reading, sent together with this one, is seen if there is one.
      for (let turn = 0; turn < 50 && readings < 2; turn += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      if (readings > 1) {
        hasFailed = true;
        return new Response('{"message":"away"}', { status: 503 });
      }
    }
    const answer = await fetch((grafana?.url ?? '') + pathname + search, {
      method: request.method,
      headers: { Authorization: request.headers.get('Authorization') ?? '', 'Content-Type': 'application/json' },
      ...(request.method !== 'GET' && { body: await request.text() }),
    });
    hasRemoved ||= request.method === 'DELETE';
    return new Response(await answer.text(), { status: answer.status });
  });
  try {
    const removed = await commandLine('remove --yes --json', { file: file(`http://127.0.0.1:${front.port}`), env });
    expect(hasFailed).toBe(true);
    expect(rowsIn(removed).map(({ connection, state }) => `${connection} ${state}`)).toEqual([
      'A removed',
      'B not asked',
      'C removed',
    ]);
    expect(removed.code).toBe(3);
  } finally {
    await front.close();
  }
});

it('counts no rules where alerts go to external Alertmanagers only', async () => {
  fleet = await startFleet(1);
  const [grafana] = fleet.grafanas;
  const place = { port: 0, host: '127.0.0.1', name: 'a front', variable: 'PORT' };
  const front = await listen(place, (request) => {
    const { pathname, search } = new URL(request.url);
    return pathname === '/api/v1/ngalert'
      ? Response.json({ alertmanagersChoice: 'external', numExternalAlertmanagers: 1 })
      : fetch(`${grafana?.url}${pathname}${search}`, { headers: request.headers });
  });
  try {
    const env = { TOKEN_G1: (await grafana?.tokenOf('Editor')) ?? '', ENDPOINT_G1: fleet.newIntegration('1') };
    const counted = await commandLine('coverage --json', { file: fileOf([`http://127.0.0.1:${front.port}`]), env });
    expect(counted.code).toBe(1);
    expect(rowsIn(counted)).toMatchObject([{ state: 'external', detail: expect.stringContaining('external') }]);
  } finally {
    await front.close();
  }
});

it('takes the year from Grafana’s clock, not from its own, where timings lie in years that are over', async () => {
  fleet = await startFleet(1);
  const [grafana] = fleet.grafanas;
  const year = new Date().getUTCFullYear();
  const now = { name: 'this year', time_intervals: [{ years: [String(year)] }] };
  await grafana?.call('POST', '/api/v1/provisioning/mute-timings', now);
  const endpoint = fleet.newIntegration('1');
  const point = { name: 'IRM', type: 'webhook', settings: { url: endpoint } };
  await grafana?.call('POST', '/api/v1/provisioning/contact-points', point);
  const never = { receiver: 'IRM', object_matchers: [['team', '=', 'web']], active_time_intervals: ['this year'] };
  await grafana?.call('PUT', '/api/v1/provisioning/policies', { receiver: 'IRM', routes: [never] });
  await grafana?.call('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
  const group = { name: 'site', interval: '10s', rules: [firingRule('Site down', { labels: { team: 'web' } })] };
  const made = await grafana?.call('POST', '/api/ruler/grafana/api/v1/rules/servers', group);
  expect(made).toMatchObject({ status: 202 });
  const place = { port: 0, host: '127.0.0.1', name: 'a front', variable: 'PORT' };
  const front = await listen(place, async (request) => {
    const { pathname, search } = new URL(request.url);
    const answer = await fetch((grafana?.url ?? '') + pathname + search, { headers: request.headers });
    const headers = { Date: new Date(Date.UTC(year + 2, 0)).toUTCString() };
    return new Response(await answer.text(), { status: answer.status, headers });
  });
  try {
    const env = { TOKEN_G1: (await grafana?.tokenOf('Editor')) ?? '', ENDPOINT_G1: endpoint };
    const counted = await commandLine('coverage --json', { file: fileOf([`http://127.0.0.1:${front.port}`]), env });
    expect(rowsIn(counted)).toMatchObject([{ state: 'lost', detail: expect.stringContaining('Site down') }]);
  } finally {
    await front.close();
  }
});
