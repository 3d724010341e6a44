import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';

const NAME = 'grafana-alerting-stand-in';
const TEST = 'tests/checks/packed/alertArrives.mjs';
const ready = /^Grafana (\S+) +(http\S+)[^]*^IRM +(http\S+)[^]*Ctrl-C/m;

/** Packs the stand-ins, unpacks them where nothing else is installed, and uses them as others do. Returns what is wrong. */
export async function packedStandInProblems(report: (line: string) => void): Promise<string[]> {
  const home = mkdtempSync(path.join(tmpdir(), 'packed-'));
  try {
    const installed = install(home, report);
    copyFileSync(TEST, path.join(home, 'alertArrives.mjs'));
    execFileSync(process.execPath, ['alertArrives.mjs'], { cwd: home, stdio: 'pipe', timeout: 30_000 });
    return [...typeProblems(home), ...(await commandProblems(home, path.join(installed, 'dist/command.js')))];
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: Buffer };
    return [`${message}\n${stderr?.toString() ?? ''}`];
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** As npm does with a package that asks for no other. */
function install(home: string, report: (line: string) => void): string {
  const [command = 'npm', ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...first, 'pack', '--workspace', 'sandbox', '--json', '--silent', '--pack-destination', home];
  const output = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [packed] = JSON.parse(output.slice(output.indexOf('['))) as Array<{ filename: string; size: number }>;
  const modules = path.join(home, 'node_modules');
  mkdirSync(modules);
  execFileSync('tar', ['-xzf', path.join(home, packed?.filename ?? ''), '-C', modules]);
  execFileSync('mv', ['package', NAME], { cwd: modules });
  report(`${packed?.filename}, ${((packed?.size ?? 0) / 1e6).toFixed(1)} MB`);
  const installed = path.join(modules, NAME);
  const { dependencies = {} } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  if (Object.keys(dependencies).length > 0) {
    throw new Error('The package asks for others, which this check would have to install.');
  }
  return installed;
}

/** Those that a strict project has with the package's types. */
function typeProblems(home: string): string[] {
  const file = path.join(home, 'use.mts');
  writeFileSync(
    file,
    `import { startStandIn, type StandIn } from '${NAME}';\nexport const one: StandIn = await startStandIn({ version: '12.3' });\n`
  );
  const { NodeNext } = ts.ModuleKind;
  const options = { module: NodeNext, target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, types: [] };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Starts the command with somebody's plugin, looks at what it serves, and ends it as a terminal does. */
async function commandProblems(home: string, command: string): Promise<string[]> {
  const plugin = path.join(home, 'plugin');
  mkdirSync(path.join(plugin, 'dist'), { recursive: true });
  writeFileSync(
    path.join(plugin, 'dist/plugin.json'),
    JSON.stringify({ id: 'acme-demo-app', name: 'Demo', type: 'app' })
  );
  writeFileSync(path.join(plugin, 'dist/module.js'), 'define([], () => ({}))');
  const args = [command, '--port=0', '--irm-port=0', '--grafana=12.3', '--plugin=plugin'];
  const child = spawn(process.execPath, args, { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  const [, version, grafanaUrl, irmUrl] = await new Promise<string[]>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = ready.exec((said += chunk.toString()));
      if (found) {
        resolve(found);
      }
    });
    void ended.then(() => resolve([]));
  });
  const problems = version === '12.3.0' ? [] : [`the command says: ${said}`];
  const addresses = [
    ...['/', '/api/health', '/public/build/boot.js', '/public/build/img/icons/unicons/bell.svg'],
    '/public/plugins/acme-demo-app/module.js',
  ].map((address) => `${grafanaUrl}${address}`);
  for (const address of [...addresses, `${irmUrl}/health/`]) {
    const { status } = await fetch(address);
    problems.push(...(status === 200 ? [] : [`${address}: ${status}`]));
  }
  child.kill('SIGTERM');
  const code = await ended;
  return code === 0 ? problems : [...problems, `the command ended with ${code}`];
}
