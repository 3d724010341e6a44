import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { packPlugin } from '../../.config/package/archive';
import { externals } from '../../.config/webpack/externals';
import { NOTICES_FILE } from '../../.config/package/notices';
import { MODULE_BUDGET_KB } from '../budgets';
import { packedStandInProblems } from './packed/packedStandIn';

/**
 * What Grafana's catalogue and our own house rules ask of the built plugin and of the files that we publish.
 * Run after `npm run build`: `npm run check`.
 */
type Check = () => string[] | Promise<string[]>;

interface PublicInfo {
  logos: Record<string, string>;
  screenshots: Array<{ path: string }>;
}

const PLUGIN_ID = 'irmconnect-setup-app';
const GREATEST_TOTAL_KB = 1500;

const dist = (file: string) => readFileSync(path.join('dist', file), 'utf8');
const trackedFiles = () =>
  execFileSync('git', ['ls-files'], { encoding: 'utf8' })
    .split('\n')
    .filter((file) => file && existsSync(file));
const bundles = () => readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
/** Those that plugin.json names. */
const dashboards = () =>
  (JSON.parse(dist('plugin.json')) as { includes: Array<{ type: string; path: string }> }).includes
    .filter(({ type }) => type === 'dashboard')
    .map(({ path: file }) => file);
const locales = () => {
  const { id, languages } = JSON.parse(dist('plugin.json')) as { id: string; languages: string[] };
  return languages.map((language) => `locales/${language}/${id}.json`);
};
const pictures = () => {
  const { logos, screenshots } = (JSON.parse(dist('plugin.json')) as { info: PublicInfo }).info;
  return [...Object.values(logos), ...screenshots.map(({ path: file }) => file)];
};
const hashOf = (file: string) =>
  `sha256-${createHash('sha256')
    .update(readFileSync(path.join('dist', file)))
    .digest('base64')}`;
const kilobytes = (file: string) => statSync(path.join('dist', file)).size / 1024;

const checks: Record<string, Check> = {
  'dist holds what Grafana and its catalogue look for': () =>
    [
      ...['module.js', 'module.js.map', 'plugin.json', 'README.md', 'CHANGELOG.md', 'LICENSE', NOTICES_FILE],
      ...pictures(),
      ...dashboards(),
      ...locales(),
    ].filter((file) => !existsSync(path.join('dist', file))),

  'no chunk stands for another one, whose hashes for what it loads would be missing then': () =>
    bundles().filter((file) => (/\.push\(\[\[([\d,]+)\]/.exec(dist(file))?.[1] ?? '').includes(',')),

  'each chunk is compared with its hash before it runs': () => {
    const chunks = bundles().filter((file) => file !== 'module.js');
    const hashes = new Set(bundles().flatMap((file) => dist(file).match(/sha256-[\w+/]{43}=/g) ?? []));
    return hashes.size === new Set(chunks.map(hashOf)).size && chunks.every((file) => hashes.has(hashOf(file)))
      ? []
      : [`${hashes.size} hashes for ${chunks.length} chunks`];
  },

  'source maps name no folder of the machine that has built them': () =>
    readdirSync('dist')
      .filter((file) => file.endsWith('.map'))
      .flatMap((file) => (JSON.parse(dist(file)) as { sources: string[] }).sources)
      .filter((source) => !source.startsWith(`webpack://${PLUGIN_ID}/`) || source.includes(process.cwd())),

  'the archive of the catalogue opens to one folder with all of it': () => {
    const { bytes, name } = packPlugin('dist');
    const opened = Object.keys(unzipSync(bytes));
    const expected = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(path.join('dist', file)).isFile())
      .map((file) => `${PLUGIN_ID}/${file}`);
    report(`${name}, ${opened.length} files, ${(bytes.length / 1000).toFixed(0)} kB`);
    return [...expected.filter((file) => !opened.includes(file)), ...opened.filter((file) => !expected.includes(file))];
  },

  'module.js is an AMD module that only asks for libraries of the host': () => {
    const dependencies = /define\((?:"[^"]*",\s*)?\[([^\]]*)\]/.exec(dist('module.js'))?.[1];
    if (dependencies === undefined) {
      return ['no define([...]) in module.js'];
    }
    return [...dependencies.matchAll(/"([^"]+)"/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'module' && !externals.includes(name));
  },

  'bundles hold no console.log, no grafanaBootData and no second React': () =>
    bundles().flatMap((file) =>
      ['console.log(', 'grafanaBootData', '__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED=']
        .filter((text) => dist(file).includes(text))
        .map((text) => `${file}: ${text}`)
    ),

  [`module.js is below ${MODULE_BUDGET_KB} kB gzipped and all bundles below ${GREATEST_TOTAL_KB} KB`]: () => {
    const total = bundles().reduce((sum, file) => sum + kilobytes(file), 0);
    const module = gzipSync(dist('module.js')).length / 1000;
    report(`module.js ${module.toFixed(1)} kB gzipped, all bundles ${total.toFixed(0)} KB`);
    return [...(module > MODULE_BUDGET_KB ? ['module.js'] : []), ...(total > GREATEST_TOTAL_KB ? ['all bundles'] : [])];
  },

  'plugin.json is filled in and matches package.json': () => {
    const text = dist('plugin.json');
    const manifest = JSON.parse(text) as { id: string; info: { version: string; updated: string } };
    const { version, name } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string; name: string };
    return [
      ...(text.match(/%[A-Z_]+%/g) ?? []),
      ...(manifest.id === name ? [] : ['id differs from the package name']),
      ...(manifest.info.version === version ? [] : ['version differs from package.json']),
    ];
  },

  'README has no relative links, which the catalogue cannot follow': () =>
    [...dist('README.md').matchAll(/\]\((?!https?:|#)([^)]*)\)/g)].map((match) => match[1] ?? ''),

  'the lock file names no registry': () =>
    /"resolved": "\w+:/.test(readFileSync('package-lock.json', 'utf8'))
      ? ['package-lock.json has resolved addresses']
      : [],

  'the packed stand-ins work where nothing else is installed': () => packedStandInProblems(report),

  'no tracked file holds a path of a machine or a service account token': () =>
    trackedFiles()
      .filter((file) => /\.(ts|tsx|mjs|js|json|md|ya?ml|html)$/.test(file) && !file.startsWith('tests/contracts/'))
      .filter((file) =>
        /\/(home|Users|root|work)\/[a-z]+\/|glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}/.test(readFileSync(file, 'utf8'))
      )
      .filter((file) => file !== 'tests/checks/run.ts'),
};

function report(line: string) {
  console.log(`     ${line}`);
}

async function main(): Promise<void> {
  for (const [name, check] of Object.entries(checks)) {
    const findings = await check();
    console.log(`${findings.length > 0 ? 'FAIL' : 'ok  '} ${name}`);
    findings.forEach(report);
    if (findings.length > 0) {
      process.exitCode = 1;
    }
  }
}

void main();
