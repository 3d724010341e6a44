import { readFileSync } from 'node:fs';
import { commandLine } from '../../tests/support/commandLine';
import { resolveFleet } from './fleet';
import { readFleetFile } from './readFleetFile';

const GRAFANA = 'grafanas:\n  - name: a\n    url: https://a.example.com\n    tokenFrom: A_TOKEN\n';
const ENDPOINT = 'https://irm.example.com/integrations/v1/alertmanager/tokenOfOneIntegration/';
const env = { A_TOKEN: 'glsa_a', IRM: ENDPOINT };

/** What is said of a file, without its name. */
async function complaints(file: string, more: Record<string, string> = {}, words = 'plan') {
  const { code, err, out } = await commandLine(words, { file, env: { ...env, ...more } });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err
    .trim()
    .split('\n')
    .map((line) => line.replace(/^irm-connect\.yaml/, ''));
}

it('the example can be read, with its variables set', () => {
  const read = readFleetFile(readFileSync('cli/example.yaml', 'utf8'));
  const names = ['GRAFANA_BERLIN_TOKEN', 'GRAFANA_PARIS_TOKEN', 'TOKYO_ADMIN_TOKEN'];
  const places = ['BERLIN', 'PARIS', 'TOKYO', 'NIGHT_SHIFT', 'PAYMENTS'];
  const fleet = resolveFleet(read.ok ? read.value : fail(), {
    env: {
      ...Object.fromEntries(names.map((name) => [name, `glsa_${name}`])),
      ...Object.fromEntries(places.map((place) => [`IRM_${place}_ENDPOINT`, ENDPOINT.replace('One', place)])),
    },
    ...{ grafanas: [], connections: [], needsEndpoints: true, needsIrm: true },
  });
  expect(fleet.ok && fleet.value.map(({ name, connections }) => [name, connections.map((one) => one.name)])).toEqual([
    ['berlin', ['IRM production', 'IRM night shift', 'IRM payments']],
    ['paris', ['IRM production', 'IRM night shift']],
    ['tokyo', ['IRM production']],
  ]);
});

const fail = (): never => {
  throw new Error('the example cannot be read');
};

describe('a key that does not exist', () => {
  it.each([
    ['intervall: 5m', ':7: connections[0].intervall: There is no such key. Did you mean interval?'],
    ['max_alerts: 5', ':7: connections[0].max_alerts: There is no such key. Did you mean maxAlerts?'],
    ['dashboard: x', ':7: connections[0].dashboard: There is no such key. Known are heartbeat, interval,'],
    ['folder: { id: 7 }', ':7: connections[0].folder: This is the way to a folder'],
    ['folder: { uid: a, path: b }', ':7: connections[0].folder.path: There is no such key. Known are uid.'],
    [
      'scope: { dataSource: a, query: b }',
      ':7: connections[0].scope.query: There is no such key. Known are dataSource.',
    ],
    ['endpoint: https://x/', ':7: connections[0].endpoint: Endpoints hold a token.'],
  ])('%s is refused with a hint', async (line, words) => {
    const [first] = await complaints(`${GRAFANA}connections:\n  - name: c\n    ${line}\n    endpointFrom: IRM\n`);
    expect(first).toContain(words);
  });
});

describe('a value that does not fit', () => {
  it.each([
    ['interval: 7m', 'IRM has no such heartbeat interval. It offers 1m, 2m, 3m, 5m, 10m, 15m, 30m, 1h, 12h, 1d.'],
    ['interval: soon', 'This is no duration. Write for example 90s or 10m.'],
    ['interval: 600', 'This has to be a duration, for example 10m.'],
    ['preset: fast', 'This is either documented or gentle.'],
    ['heartbeat: "yes"', 'This has to be true or false.'],
    ['maxAlerts: -1', 'This has to be a whole number, 0 or greater. 0 means no limit.'],
    ['scope: everything', 'This is either alerting or dataSource with the uid of a data source.'],
    ['grafanas: [b]', 'There is no Grafana named "b" in this file.'],
  ])('%s is told with its line', async (line, words) => {
    const [first = ''] = await complaints(`${GRAFANA}connections:\n  - name: c\n    ${line}\n    endpointFrom: IRM\n`);
    expect(first).toMatch(/^:7: connections\[0\]/);
    expect(first).toContain(words);
  });

  it.each([
    ...['https://a.example.com?', 'https://a.example.com#', 'https://a.example.com/grafana?orgId=1'],
    ...['https://admin@a.example.com', 'https://@a.example.com', 'https:a.example.com', 'https:/a.example.com'],
    ...['https:\\\\a.example.com', 'https://a.example\t.com', 'https://', 'a.example.com', 'ftp://a.example.com'],
  ])('the address %j is refused, as nothing would be reached by it', async (address) => {
    const file = GRAFANA.replace('https://a.example.com', JSON.stringify(address));
    expect(await complaints(file)).toEqual([
      expect.stringContaining(':3: grafanas[0].url: This has to be the address of a Grafana: http(s)://host'),
    ]);
  });

  it.each([
    'https://a.example.com/grafana/',
    'HTTP://a.example.com:3000',
    'http://[::1]:3000',
    ' https://a.example.com ',
  ])('the address %j is taken', (address) => {
    expect(readFleetFile(GRAFANA.replace('https://a.example.com', JSON.stringify(address)))).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['grafanas: [{ name: glsa_secret', 1, 'is not closed'],
    ['grafanas: "glsa_secret', 1, 'is not closed'],
    ['a: 1\n\tglsa_secret: x', 2, 'made of spaces'],
    ['a: |glsa_secret\n b', 1, 'has to stand in quotes'],
    ['a: @glsa_secret', 1, 'has to stand in quotes'],
    ['a: b: glsa_secret', 1, 'has to stand in quotes'],
    ['a: "b" glsa_secret', 1, 'has to stand in quotes'],
    ['glsa_secret: 1\nglsa_secret: 2', 2, 'was there before'],
    ['a: 1\n---\nb: glsa_secret', 2, 'several documents'],
    ['%YAML glsa_secret\n---\na: 1', 1, 'This is no YAML.'],
  ])('a file that is no YAML (%j) is told with its line, and nothing of it is repeated', async (text, line, words) => {
    const said = await complaints(text);
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^:${line}: .*${words}`)));
    expect(said.join()).not.toContain('glsa_secret');
  });

  it('an alias for nothing is told, and not repeated', async () => {
    expect(await complaints('grafanas: *glsa_secret')).toEqual([expect.stringMatching(/^: An alias \(\*\)/)]);
  });

  it('an empty file lacks Grafanas', async () => {
    expect(await complaints('')).toEqual([': grafanas: This has to be a list with at least one Grafana.']);
  });
});

describe('secrets', () => {
  const connected = `${GRAFANA}connections:\n  - name: c\n    endpointFrom: IRM\n`;

  it('in the file itself are refused and never repeated', async () => {
    const literal = connected.replace('A_TOKEN', 'glsa_abc.def-ghi').replace('IRM', ENDPOINT);
    const said = await complaints(literal);
    expect(said).toHaveLength(2);
    expect(said.join()).toContain(':4: grafanas[0].tokenFrom: Name the environment variable that holds it');
    expect(said.join()).not.toMatch(/glsa_|tokenOfOne/);
  });

  it.each([
    [{ A_TOKEN: '' }, 'The environment variable A_TOKEN is not set.'],
    [{ A_TOKEN: 'two words' }, 'The environment variable A_TOKEN holds no token'],
    [{ IRM: '' }, 'The environment variable IRM is not set.'],
    [{ IRM: `${ENDPOINT}heartbeat/` }, 'It is the heartbeat endpoint.'],
    [{ IRM: 'https://stack.grafana.net/a/grafana-irm-app/integrations/X' }, 'This is a browser URL.'],
  ])('that the environment does not have as they should be are named: %j', async (more, words) => {
    const said = await complaints(connected, more);
    expect(said).toEqual([expect.stringContaining(words)]);
  });

  it('of Grafanas that are not asked about are not needed', async () => {
    const two = `${connected.replace('grafanas:\n', 'grafanas:\n  - { name: b, url: "https://b.example.com", tokenFrom: B }\n')}`;
    expect((await complaints(two)).join()).toContain('The environment variable B is not set.');
    expect(await complaints(two, { A_TOKEN: '' }, 'plan --grafana a')).toEqual([expect.stringContaining('A_TOKEN')]);
  });
});

describe('a fleet', () => {
  const two = `${GRAFANA}  - { name: b, url: "https://b.example.com", tokenFrom: A_TOKEN }\n`;

  it('whose Grafanas would cover for each other in one integration is refused', async () => {
    const said = await complaints(`${two}connections:\n  - { name: c, endpointFrom: IRM }\n`);
    expect(said).toEqual([expect.stringContaining('a, b would send heartbeats to one integration')]);
  });

  it('that has something twice is refused', async () => {
    const twice = `${GRAFANA}  - { name: a, url: "https://a.example.com/", tokenFrom: A_TOKEN }\n`;
    expect((await complaints(twice)).join()).toMatch(/another Grafana named "a".*this address and organization/s);
    const same = 'connections:\n  - { name: c, endpointFrom: IRM }\n  - { name: c, endpointFrom: IRM }\n';
    expect((await complaints(GRAFANA + same)).join()).toMatch(/two connections named "c".*two connections to one/s);
  });

  it.each([
    ['EU 1', 'eu-1'],
    ['東京', '大阪'],
    ['a b', 'a-b'],
  ])('whose Grafanas %s and %s would take one variable is refused', async (one, other) => {
    const entry = (name: string, index: number) => `  - { name: "${name}", url: "https://${index}.example.com" }\n`;
    const file = `defaults: { tokenFrom: "{GRAFANA}_TOKEN" }\ngrafanas:\n${[one, other].map(entry).join('')}`;
    const said = await complaints(file, { EU_1_TOKEN: 'x', _TOKEN: 'x', A_B_TOKEN: 'x' });
    expect(said).toContainEqual(expect.stringContaining(`cannot tell this name from "${one}"`));
  });
});

describe('a command line', () => {
  it.each([
    ['plann', 'There is no command "plann". Commands are plan, apply, status, coverage, remove, export'],
    ['plan --yes', '--yes goes with remove, not with plan.'],
    ['plan --parallel 0', '--parallel takes a whole number from 1 to 64.'],
    ['status --fail-on never', '--fail-on takes down, late, unknown.'],
    ['status --every 1s', '--every takes a duration of at least 5s'],
    ['plan other.yaml', 'The file is given with --file.'],
    ['export --format xml', '--format takes terraform, yaml, json.'],
    ['plan --wath', "Unknown option '--wath'"],
    ['plan --grafana z', '--grafana: there is no Grafana named "z" in this file.'],
    ['plan --connection z', '--connection: there is no connection named "z" in this file.'],
  ])('%s is told what is wrong with it', async (words, sentence) => {
    expect((await complaints(GRAFANA, {}, words)).join()).toContain(sentence);
  });
});
