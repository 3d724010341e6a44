import { spawn } from 'node:child_process';
import { SandboxProblem } from './problem';
import { createProgress } from './progress';
import type { Sandbox } from './start';

interface Command {
  /** Shows the page in the default browser once it is ready. */
  open: boolean;
  start(around: { announce: (text: string) => void; signal: AbortSignal }): Promise<Sandbox>;
  /** What is said once it is ready. */
  greeting(sandbox: Sandbox): string;
}

/** Starts the stand-ins and keeps them until the process is told to end. */
export async function run({ open, start, greeting }: Command): Promise<void> {
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
    sandbox = await start({ announce: progress.announce, signal: abort.signal });
  } finally {
    progress.finish();
  }
  process.stdout.write(greeting(sandbox));
  if (open) {
    openInBrowser(sandbox.grafanaUrl);
  }
}

/** Says what is wrong and ends the process. */
export function fail(error: unknown): void {
  const isExpected = error instanceof SandboxProblem;
  process.stderr.write(`${isExpected ? error.message : `The sandbox failed: ${describe(error)}`}\n`);
  process.exit(1);
}

function describe(error: unknown): string {
  return error instanceof Error ? (process.env.DEBUG ? (error.stack ?? error.message) : error.message) : String(error);
}

/** npm passes a signal on to its shell only, which ends without a word to us; what remains is another parent. */
function endWithNpm(end: () => void): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && end(), 250).unref();
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
