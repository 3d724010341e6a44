import { existsSync, readFileSync } from 'node:fs';

interface Route {
  path: string;
  method?: string;
  reqRole?: string;
  url: string;
  headers: Array<{ name: string; content: string }>;
}

interface Manifest {
  id: string;
  info: {
    author: { name: string; url: string };
    links: Array<{ name: string; url: string }>;
    screenshots: Array<{ name: string; path: string }>;
  };
  routes: Route[];
}

const read = (file: string) => readFileSync(file, 'utf8');
const manifest = JSON.parse(read('src/plugin.json')) as Manifest;
const { homepage, repository, bugs, name } = JSON.parse(read('package.json')) as {
  homepage: string;
  repository: { url: string };
  bugs: string;
  name: string;
};

/** Grafana knows no way to say a header once for several routes, so this holds them alike. */
describe('the proxy routes', () => {
  const headersOf = (start: string) => [
    ...new Set(
      manifest.routes.filter(({ path }) => path.startsWith(start)).map(({ headers }) => JSON.stringify(headers))
    ),
  ];

  it('lead to Grafana and to IRM, each with the headers of its kind', () => {
    expect(manifest.routes.filter(({ path }) => !/^(grafana|irm)\//.test(path))).toEqual([]);
    expect(headersOf('grafana/')).toEqual([
      JSON.stringify([{ name: 'Authorization', content: 'Bearer {{ .SecureJsonData.grafanaToken }}' }]),
    ]);
    expect(headersOf('irm/')).toEqual([
      JSON.stringify([
        { name: 'Authorization', content: '{{ .SecureJsonData.irmToken }}' },
        { name: 'X-Grafana-URL', content: '{{ orEmpty .JsonData.irmStackUrl }}' },
      ]),
    ]);
  });

  it('open one verb each, to Editors or Admins', () => {
    const open = manifest.routes.filter(
      ({ method = '', reqRole = '' }) =>
        !['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) || !['Editor', 'Admin'].includes(reqRole)
    );
    expect(open).toEqual([]);
  });

  it('go where their path says, on the server that the settings name', () => {
    const elsewhere = manifest.routes.filter(({ path, url }) => {
      const setting = path.startsWith('irm/') ? '{{ .JsonData.irmApiUrl }}' : '{{ .JsonData.grafanaUrl }}';
      const target = path
        .replace(/^(grafana|irm)/, setting)
        .replace('/namespaces/*', '/namespaces/{{ .JsonData.namespace }}')
        .replace(/\/\*$/, '');
      return url !== target;
    });
    expect(elsewhere.map(({ path, url }) => `${path} → ${url}`)).toEqual([]);
  });
});

describe('what is published', () => {
  it('is found at one address', () => {
    expect(homepage).toBe(`https://github.com/${name.split('-')[0]}/${name}`);
    expect(repository.url).toBe(`git+${homepage}.git`);
    expect(bugs).toBe(`${homepage}/issues`);
    expect(homepage.startsWith(`${manifest.info.author.url}/`)).toBe(true);
    const texts = [
      'src/plugin.json',
      'src/README.md',
      'sandbox/README.md',
      'sandbox/package.json',
      'SECURITY.md',
      'CONTRIBUTING.md',
      '.github/ISSUE_TEMPLATE/config.yml',
    ];
    const addresses = texts.flatMap((file) => read(file).match(/https:\/\/github\.com\/irmconnect[\w/-]*/g) ?? []);
    expect(addresses.length).toBeGreaterThan(8);
    expect(addresses.filter((one) => one !== manifest.info.author.url && !one.startsWith(homepage))).toEqual([]);
  });

  it('is told of in the change log, under its version and a day', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(read('CHANGELOG.md')).toMatch(
      new RegExp(`^# Changelog\n\n## ${version.replaceAll('.', '\\.')} \\(\\d{4}-\\d\\d-\\d\\d\\)$`, 'm')
    );
  });

  it('has the stand-ins of the same version beside it, under the address that is told of', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const standIn = JSON.parse(read('sandbox/package.json')) as { name: string; version: string };
    expect(standIn.version).toBe(version);
    const told = [...read('sandbox/README.md').matchAll(/\S*\bgrafana-alerting-stand-in-\S+\.tgz/g)].map(String);
    const file = `${standIn.name}-${version}.tgz`;
    expect([...new Set(told)]).toEqual([`./${file}`, `${homepage}/releases/download/v${version}/${file}`]);
    expect(read('.github/workflows/release.yaml')).toContain(`"${standIn.name}-$VERSION.tgz"`);
  });

  it('shows pictures that are there, in light and dark', () => {
    const pictures = manifest.info.screenshots.map(({ path }) => path);
    expect(pictures.length).toBeGreaterThan(2);
    expect(pictures.filter((picture) => !existsSync(`src/${picture}`))).toEqual([]);
    expect(pictures.filter((picture) => picture.includes('-light')).length).toBe(pictures.length / 2);
    const shown = [...read('src/README.md').matchAll(/main\/(src\/img\/[\w.-]+)/g)].map(([, file = '']) => file);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('links to files of the repository that are there', () => {
    const texts = ['src/README.md', 'src/plugin.json', 'sandbox/README.md'].map(read).join('');
    const linked = [...texts.matchAll(/\/(?:blob|tree)\/main\/([\w./-]+)/g)].map(([, file = '']) => file);
    expect(linked.length).toBeGreaterThan(3);
    expect(linked.filter((file) => !existsSync(file))).toEqual([]);
  });
});
