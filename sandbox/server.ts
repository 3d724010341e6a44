import { spawn } from 'node:child_process';
import { help } from './server/help';
import { readOptions } from './server/options';
import { SandboxProblem } from './server/problem';
import { createProgress } from './server/progress';
import type { Sandbox, startSandbox } from './server/start';

/** `npm start`. See `--help` for flags, environment and the control endpoints under /sandbox/. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    process.stdout.write(help);
    return;
  }
  const abort = new AbortController();
  let sandbox: Sandbox | undefined;
  let isEnding = false;
  const end = () => {
    if (isEnding) {
      return;
    }
    isEnding = true;
    abort.abort();
    if (sandbox) {
      sandbox.stop().then(() => process.exit(0), fail);
    }
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  endWithNpm(end);

  const progress = createProgress(process.stdout);
  try {
    const start = await loadStart();
    sandbox = await start.startSandbox({ ...options, announce: progress.announce, signal: abort.signal });
  } finally {
    progress.finish();
  }
  process.stdout.write(
    `IRM Connect's sandbox is running; Ctrl-C ends it. IRM is at ${sandbox.irmUrl}\n` +
      (options.dataFile ? `State is kept in ${options.dataFile}\n` : '') +
      `  1  Open ${sandbox.grafanaUrl}\n` +
      `  2  Sign in as admin/admin (or editor/editorpass, viewer/viewerpass)\n` +
      `  3  ${options.demo ? 'Look at More apps > IRM Connect: six connections in six states' : 'Go to More apps > IRM Connect and connect an integration'}\n`
  );
  if (options.open) {
    openInBrowser(sandbox.grafanaUrl);
  }
}

/** A machine without a browser has the address printed all the same. */
function openInBrowser(url: string): void {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }[process.platform as string] ?? [
    'xdg-open',
  ];
  const child = spawn(command ?? 'xdg-open', [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => process.stderr.write(`No browser could be opened: open ${url} yourself.\n`));
  child.unref();
}

/** npm passes a signal on to its shell only, which ends without a word to us; what remains is another parent. */
function endWithNpm(end: () => void): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && end(), 250).unref();
  }
}

/** Loaded only now, so that a missing installation is a sentence and not a stack trace. */
async function loadStart(): Promise<{ startSandbox: typeof startSandbox }> {
  try {
    return await import('./server/start');
  } catch (error) {
    const missing = /^Cannot find (?:module|package) '([^./][^']*)'/.exec(
      error instanceof Error ? error.message : ''
    )?.[1];
    throw missing ? new SandboxProblem(`The package ${missing} is not installed: run "npm ci" first.`) : error;
  }
}

function fail(error: unknown): void {
  const isExpected = error instanceof SandboxProblem;
  process.stderr.write(`${isExpected ? error.message : `The sandbox failed: ${describe(error)}`}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (process.env.DEBUG ? (error.stack ?? error.message) : error.message) : String(error);
}

main().catch(fail);
