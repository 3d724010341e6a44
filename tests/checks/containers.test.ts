import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const base = read('.config/docker-compose-base.yaml');
const compose = read('docker-compose.yaml');
const firsts = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first);

/** 'hono/html' is of 'hono', '@hono/node-server' of itself. */
const packageOf = (name: string) => name.match(/^(@[^/]+\/)?[^/]+/)?.[0] ?? name;

describe('the containers', () => {
  it('mount and build only what is in the repository', () => {
    const mounted = [...firsts(compose, /^ +- \.\/([^:]+):/gm), ...firsts(base, /^ +- \.\.\/([^:]+):/gm)].filter(
      (file) => file !== 'dist'
    );
    const built = firsts(compose, /dockerfile: (\S+)/g);
    expect(existsSync(path.join(root, '.config/Dockerfile'))).toBe(true);
    const missing = [...mounted, ...built].filter((file) => !existsSync(path.join(root, file)));
    expect(mounted.length).toBeGreaterThan(2);
    expect(built).toEqual(['.config/docker/irm.Dockerfile']);
    expect(missing).toEqual([]);
  });

  it('install just the packages that the stand-in for IRM asks for, in the versions that its package.json names', async () => {
    const dockerfile = read('.config/docker/irm.Dockerfile');
    const [list = ''] = firsts(dockerfile, /\[('esbuild'[^\]]+)\]/g);
    const [bundler = '', ...names] = firsts(list, /'([^']+)'/g);
    const { devDependencies } = JSON.parse(read('sandbox/package.json')) as { devDependencies: Record<string, string> };
    const { metafile } = await build({
      entryPoints: [path.join(root, 'sandbox/irmServer.ts')],
      ...{ bundle: true, platform: 'node', packages: 'external', write: false, metafile: true },
    });
    const imports = Object.values(metafile.outputs).flatMap((output) =>
      output.imports.map((one) => packageOf(one.path))
    );
    const asked = new Set(imports.filter((name) => !isBuiltin(name)));
    expect(bundler).toBe('esbuild');
    expect([...names].sort()).toEqual([...asked].sort());
    expect([bundler, ...names].filter((name) => !devDependencies[name])).toEqual([]);
  });

  it('take each Grafana from the one base, which names the version that is recorded', () => {
    expect(firsts(compose, /<<: \*(grafana)\n/g)).toHaveLength(3);
    expect(compose).toContain('file: .config/docker-compose-base.yaml');
    const [composed] = firsts(base, /GRAFANA_VERSION:-([\d.]+)\}/g);
    expect(firsts(read('.config/Dockerfile'), /ARG grafana_version=(\S+)/g)).toEqual([composed]);
  });

  it('give Grafana every variable that its provisioning reads', () => {
    const provisioning = read('provisioning/plugins/irmconnect.yaml').replace(/^ *#.*$/gm, '');
    const asked = firsts(provisioning, /\$\{(\w+)\}/g);
    expect(asked).toEqual(['IRM_URL', 'GRAFANA_SERVICE_ACCOUNT_TOKEN']);
    expect(asked.filter((name) => !base.includes(`  ${name}: `))).toEqual([]);
  });

  it('keep one address of IRM for the plugin, the stand-in and its name among the containers', () => {
    expect(base).toContain('IRM_URL: ${IRM_URL:-http://irm.localhost:8080}');
    expect(compose).toContain('IRM_URL: http://irm.localhost:8080');
    expect(compose).toContain('aliases: [irm.localhost]');
    expect(compose).toContain("- '8080:8080'");
  });

  it('pass the Host on to the replicas, which are named alike in all places', () => {
    const nginx = read('.config/docker/nginx.conf');
    expect(nginx).toContain('proxy_set_header Host $http_host;');
    const replicas = firsts(nginx, /server (grafana-\d):3000;/g);
    expect(replicas).toHaveLength(2);
    for (const replica of replicas) {
      expect(compose).toContain(`\n  ${replica}:\n`);
      expect(compose).toMatch(new RegExp(`HA_PEERS: .*${replica}:9094`));
    }
  });

  it('publish no port twice', () => {
    const ports = firsts(compose, /- '(\d+):\d+'/g);
    expect(ports.length).toBeGreaterThan(2);
    expect(new Set(ports).size).toBe(ports.length);
  });
});
