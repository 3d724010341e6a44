import { commandLine, rowsIn, statesIn } from '../tests/support/commandLine';
import { firingRule } from '../tests/support/firingRule';
import { startFleet, type Fleet } from '../tests/support/fleet';

let fleet: Fleet;
afterEach(() => fleet.stop());

/** A file for all Grafanas of a fleet, with tokens and integrations of their own in the environment. */
async function fileFor({ grafanas, newIntegration }: Fleet, connection = 'interval: 5m') {
  const env: Record<string, string> = {};
  for (const [index, grafana] of grafanas.entries()) {
    env[`TOKEN_G${index + 1}`] = await grafana.tokenOf('Editor');
    env[`ENDPOINT_G${index + 1}`] = newIntegration(`Grafana ${index + 1}`);
  }
  const entries = grafanas.map(({ url }, index) => `  - { name: g${index + 1}, url: "${url}" }`).join('\n');
  const file = `
defaults: { tokenFrom: "TOKEN_{GRAFANA}", endpointFrom: "ENDPOINT_{GRAFANA}" }
grafanas:
${entries}
connections:
  - { name: Production, ${connection} }
`;
  return { file, env };
}

const until = async (isSo: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await isSo()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

describe.each(['12.3.0', '12.4.0', '13.2.1'] as const)('three Grafanas %s', (version) => {
  it('are planned, connected, looked at and left as they were', async () => {
    fleet = await startFleet(3, { version, speed: 10 });
    const given = await fileFor(fleet);

    const planned = await commandLine('plan', given);
    expect(planned.code).toBe(1);
    expect(planned.out).toContain('+ Create contact point for alerts "Production"');
    expect(planned.out).toContain('Set the heartbeat interval in IRM to 5 minutes');
    expect(planned.out).toContain('3 Grafanas: 3 to do.');
    expect((await fleet.grafanas[0]?.call('GET', '/api/folders'))?.body).toEqual([]);

    const applied = await commandLine('apply', given);
    expect(applied).toMatchObject({ code: 0, out: expect.stringContaining('3 Grafanas: 3 applied.') });

    const again = await commandLine('plan --json', given);
    expect(again.code).toBe(0);
    expect(rowsIn(again).map(({ state, changes }) => [state, changes])).toEqual([
      ['unchanged', []],
      ['unchanged', []],
      ['unchanged', []],
    ]);

    await until(async () => (await commandLine('status --fail-on unknown --json', given)).out.split('"up"').length > 3);
    const status = await commandLine('status', given);
    expect(status).toMatchObject({ code: 0, out: expect.stringContaining('Up (not routed)') });
    expect((await commandLine('status --fail-on late', given)).code).toBe(1);

    const asked = await commandLine('remove', given);
    expect(asked).toMatchObject({ code: 1, out: expect.stringContaining('- Delete folder "IRM heartbeats"') });
    expect((await commandLine('plan', given)).code).toBe(0);
    const removed = await commandLine('remove --yes', given);
    expect(removed).toMatchObject({ code: 0, out: expect.stringContaining('Reset the heartbeat there') });
    expect((await fleet.grafanas[0]?.call('GET', '/api/folders'))?.body).toEqual([]);
    expect((await commandLine('remove --yes', given)).out).toContain('3 not there');

    const secrets = Object.values(given.env).map((value) => value.match(/alertmanager\/([^/]+)/)?.[1] ?? value);
    const said = [planned, applied, again, status, asked, removed].map(({ out, err }) => out + err).join();
    expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  });
});

it('a rule that chooses the contact point and is muted at all times routes nothing', async () => {
  fleet = await startFleet(1, { speed: 10 });
  const given = await fileFor(fleet);
  const call = (path: string, body: object) => fleet.grafanas[0]?.call('POST', path, body);
  await call('/api/v1/provisioning/mute-timings', { name: 'always', time_intervals: [{ times: [] }] });
  await call('/api/folders', { uid: 'servers', title: 'Servers' });
  expect((await commandLine('apply', given)).code).toBe(0);
  const alert = { notification_settings: { receiver: 'Production', mute_time_intervals: ['always'] } };
  const group = { name: 'Quiet', interval: '10s', rules: [firingRule('Quiet', { alert })] };
  expect(await call('/api/ruler/grafana/api/v1/rules/servers', group)).toMatchObject({ status: 202 });
  const status = async () => (await commandLine('status', given)).out;
  await until(async () => (await status()).includes('not routed'));
  expect(await status()).toContain(
    'alert rules send alerts here, but their mute or active timings never let one through.'
  );
});

describe.each(['12.3.0', '12.4.0', '13.2.1'] as const)('a folder of %s that the file names', (version) => {
  it('holds the heartbeat rule, nested or not, and the plan is empty afterwards', async () => {
    fleet = await startFleet(1, { version });
    const [grafana] = fleet.grafanas;
    await grafana?.call('POST', '/api/folders', { uid: 'ops', title: 'Operations' });
    await grafana?.call('POST', '/api/folders', { uid: 'pay', title: 'Payments', parentUid: 'ops' });
    await grafana?.call('POST', '/api/folders', { uid: 'pay-2', title: 'Payments' });
    const given = await fileFor(fleet, 'interval: 5m, folder: Operations/Payments');
    expect((await commandLine('apply', given)).code).toBe(0);
    const rules = await grafana?.call('GET', '/api/v1/provisioning/alert-rules');
    expect(rules?.body).toMatchObject([{ folderUID: 'pay' }]);
    expect((await commandLine('plan', given)).out).toContain('1 Grafana: 1 unchanged.');
    // A rule that exists stays where it is, whatever the file says by now.
    const moved = { ...given, file: given.file.replace('Operations/Payments', 'Nowhere') };
    expect((await commandLine('plan', moved)).out).toContain('1 unchanged');
    expect((await commandLine('remove --yes', given)).code).toBe(0);
    expect(await grafana?.call('GET', '/api/folders/pay')).toMatchObject({ status: 200 });

    const gone = await commandLine('apply', moved);
    expect(gone).toMatchObject({ code: 4, out: expect.stringContaining('There is no folder "Nowhere"') });
    const twice = { ...given, file: given.file.replace('Operations/Payments', '{ uid: pay-2 }') };
    expect((await commandLine('apply', twice)).code).toBe(0);
    const again = await grafana?.call('GET', '/api/v1/provisioning/alert-rules');
    expect(again?.body).toMatchObject([{ folderUID: 'pay-2' }]);
  });
});

describe('what a removal left', () => {
  it('is an empty folder later, which the same command takes away', async () => {
    fleet = await startFleet(1);
    const [grafana] = fleet.grafanas;
    const given = await fileFor(fleet);
    await commandLine('apply', given);
    await grafana?.call('POST', '/api/folders', { uid: 'theirs', title: 'Theirs', parentUid: 'irm-heartbeats' });
    expect((await commandLine('remove --yes', given)).code).toBe(0);
    // As long as it holds anything there is nothing to do.
    expect(await commandLine('remove --yes', given)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 not there'),
    });
    expect((await grafana?.call('GET', '/api/folders/theirs'))?.status).toBe(200);

    await grafana?.call('DELETE', '/api/folders/theirs');
    const asked = await commandLine('remove', given);
    expect(asked).toMatchObject({ code: 1, out: expect.stringContaining('- Delete folder "IRM heartbeats"') });
    expect((await grafana?.call('GET', '/api/folders'))?.body).toMatchObject([{ uid: 'irm-heartbeats' }]);
    expect(await commandLine('remove --yes', given)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 removed'),
    });
    expect((await grafana?.call('GET', '/api/folders'))?.body).toEqual([]);
    expect((await commandLine('remove', given)).out).toContain('1 not there');
  });

  it('stays while it holds the heartbeat of a connection beyond the file', async () => {
    fleet = await startFleet(1);
    const [grafana] = fleet.grafanas;
    const given = await fileFor(fleet);
    const other = { ...given, env: { ...given.env, ENDPOINT_G1: fleet.newIntegration('Other') } };
    await commandLine('apply', other);
    expect(await commandLine('remove --yes', given)).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 not there'),
    });
    expect((await grafana?.call('GET', '/api/v1/provisioning/alert-rules'))?.body).toHaveLength(1);
  });
});

describe('a fleet', () => {
  it('is brought to another timing, and what people chose otherwise stays', async () => {
    fleet = await startFleet(1);
    const given = await fileFor(fleet, 'interval: 5m, maxAlerts: 20');
    await commandLine('apply', given);
    const quiet = { ...given, file: given.file.replace('interval: 5m, maxAlerts: 20', 'heartbeat: true') };
    expect((await commandLine('plan', quiet)).code).toBe(0);
    const changed = { ...given, file: given.file.replace('5m', '30m') };
    const plan = await commandLine('plan', changed);
    expect(plan.out).toContain('Repeat interval: 1m -> 5m');
    expect(plan.out).toContain('Set the heartbeat interval in IRM to 30 minutes');
    expect((await commandLine('apply', changed)).code).toBe(0);
    expect((await commandLine('plan', changed)).code).toBe(0);
  });

  it('makes no contact point whose test alert was not accepted, unless told to', async () => {
    fleet = await startFleet(1);
    const given = await fileFor(fleet);
    const wrong = { ...given, env: { ...given.env, ENDPOINT_G1: `${given.env.ENDPOINT_G1?.slice(0, -4)}xyz/` } };
    const refused = await commandLine('apply', wrong);
    expect(refused).toMatchObject({ code: 4, out: expect.stringContaining('The test alert was not accepted') });
    expect((await fleet.grafanas[0]?.call('GET', '/api/folders'))?.body).toEqual([]);
    expect((await commandLine('apply --no-test', wrong)).code).toBe(0);
  });

  it('refuses a name that another contact point has, and a timing that cannot hold', async () => {
    fleet = await startFleet(2);
    const given = await fileFor(fleet, 'interval: 5m, timing: { repeatInterval: 10m }');
    const [first] = fleet.grafanas;
    const settings = { url: 'http://other.example.net/' };
    await first?.call('POST', '/api/v1/provisioning/contact-points', { name: 'Production', type: 'webhook', settings });
    const { code, out } = await commandLine('apply', given);
    expect(code).toBe(4);
    expect(out).toContain('There is another contact point named "Production"');
    expect(out).toContain('Up to 10 min');
  });

  it('is reckoned as a whole: what each Grafana may send, all of them together may not', async () => {
    fleet = await startFleet(31);
    const given = await fileFor(fleet, 'interval: 1m');
    const some = await commandLine(
      `plan ${fleet.grafanas
        .slice(0, 20)
        .map((_, index) => `--grafana g${index + 1}`)
        .join(' ')}`,
      given
    );
    expect(some.code).toBe(1);
    expect(some.out).toContain('! 20 heartbeats to 127.0.0.1');
    expect(some.out).toContain('With an interval of 2 minutes everywhere there is room.');

    const all = await commandLine('apply --json', given);
    expect(all.code).toBe(4);
    expect([...new Set(Object.values(statesIn(all)))]).toEqual(['refused']);
    expect(rowsIn(all)[0]?.detail).toMatch(/^31 heartbeats to 127\.0\.0\.1:\d+ use 930 of the 900 messages/);
    expect((await fleet.grafanas[0]?.call('GET', '/api/folders'))?.body).toEqual([]);
    expect((await commandLine('plan --force', given)).code).toBe(1);

    const gentler = { ...given, file: given.file.replace('interval: 1m', 'interval: 5m') };
    expect(await commandLine('plan', gentler)).toMatchObject({ code: 1, out: expect.not.stringContaining('! 31') });
  });

  it('is written as code, for each Grafana by itself and without a secret', async () => {
    fleet = await startFleet(2);
    const given = await fileFor(fleet);
    expect((await commandLine('export --out code', given)).out).toContain('2 nothing there');
    await commandLine('apply', given);
    const { code, out, files } = await commandLine('export --out code/', given);
    expect({ code, names: Object.keys(files).sort() }).toEqual({
      code: 0,
      names: ['code/g1/production.tf', 'code/g2/production.tf'],
    });
    expect(files['code/g1/production.tf']).toContain('resource "grafana_contact_point"');
    expect(out).toMatch(/^g1\n {2}! Set \w+: url of the contact point "Production"\.$/m);
    const tokens = Object.values(given.env).map((value) => value.match(/alertmanager\/([^/]+)/)?.[1] ?? value);
    expect(tokens.filter((token) => Object.values(files).join(out).includes(token))).toEqual([]);

    const printed = await commandLine('export --format yaml --grafana g2', given);
    expect(printed.out).toMatch(/^# g2\/production\.yaml\napiVersion: 1/);
    expect(printed.err).toContain('1 Grafana: 1 exported.');
  });

  it('tells how many alert rules reach IRM, and which reach nobody', async () => {
    fleet = await startFleet(2, { speed: 10 });
    const given = await fileFor(fleet);
    await commandLine('apply', given);
    const [first] = fleet.grafanas;
    const rule = (title: string, receiver?: string) => ({
      ...{
        title,
        ruleGroup: 'disks',
        folderUID: 'servers',
        for: '0s',
        condition: 'A',
        noDataState: 'OK',
        execErrState: 'OK',
      },
      data: [
        {
          refId: 'A',
          relativeTimeRange: { from: 0, to: 0 },
          datasourceUid: '__expr__',
          model: { refId: 'A', type: 'math', expression: '0 > 1' },
        },
      ],
      ...(receiver !== undefined && { notification_settings: { receiver } }),
    });
    await first?.call('POST', '/api/folders', { uid: 'servers', title: 'Servers' });
    for (const [title, receiver] of [['Disk full', 'Production'], ['Disk slow']] as const) {
      const made = await first?.call('POST', '/api/v1/provisioning/alert-rules', rule(title, receiver));
      expect(made).toMatchObject({ status: 201 });
    }
    await until(async () => (await commandLine('coverage', given)).out.includes('Of 2 rules'));
    const { code, out } = await commandLine('coverage', { ...given, env: { ...given.env, ENDPOINT_G1: '' } });
    expect({ code, out }).toMatchObject({
      code: 1,
      out: expect.stringContaining('Of 2 rules, 1 reaches IRM, 1 nobody. Nobody: Disk slow.'),
    });
    expect(out).toMatch(/g2 +- +no rules/);
    const json = JSON.parse((await commandLine('coverage --json', given)).out) as { rows: unknown[] };
    expect(json.rows[0]).toMatchObject({ rules: 2, irm: 1, nobody: 1, heartbeats: 1, reachNobody: ['Disk slow'] });
  });

  it('stands two runs at once: nothing is made twice and both end well', async () => {
    fleet = await startFleet(4);
    const given = await fileFor(fleet);
    const both = await Promise.all([commandLine('apply --json', given), commandLine('apply --json', given)]);
    const codes = both.map(({ code }) => code);
    expect({ codes, details: both.flatMap(rowsIn).flatMap(({ code, detail }) => (code === 0 ? [] : detail)) }).toEqual({
      codes: [0, 0],
      details: [],
    });
    for (const grafana of fleet.grafanas) {
      const { body } = await grafana.call('GET', '/api/v1/provisioning/contact-points');
      expect((body as Array<{ name: string }>).filter(({ name }) => name.startsWith('Production'))).toHaveLength(2);
    }
    expect((await commandLine('plan', given)).code).toBe(0);
  });

  it('ends what is under way when it is stopped, and says what was not begun', async () => {
    fleet = await startFleet(4);
    const given = await fileFor(fleet);
    const stop = new AbortController();
    const ended = await commandLine('apply --json --parallel 1', {
      ...given,
      signal: stop.signal,
      onProgress: (line) => line.includes('applied') && stop.abort(),
    });
    expect(ended.code).toBe(130);
    expect(statesIn(ended)).toEqual({ g1: 'applied', g2: 'not begun', g3: 'not begun', g4: 'not begun' });
    expect((await commandLine('apply', given)).code).toBe(0);
  });

  it('is watched until somebody stops it, and only news are printed', async () => {
    fleet = await startFleet(2, { speed: 10 });
    const given = await fileFor(fleet);
    await commandLine('apply', given);
    const stop = new AbortController();
    let looks = 0;
    const watching = commandLine('status --watch --every 5s', {
      ...given,
      signal: stop.signal,
      onProgress() {
        looks += 1;
        void (looks === 2 ? fleet.grafanas[1]?.close() : looks === 4 && stop.abort());
      },
    });
    const { code, out } = await watching;
    expect(code).toBe(130);
    expect(out.match(/GRAFANA/g)).toHaveLength(2);
    expect(out).toContain('Grafana cannot be reached. Connection refused.');
  });
});
