import { readFileSync } from 'node:fs';
import { run } from './run';

/** Joins the command line with this process: streams, environment and Ctrl-C. */
export async function main(version: string): Promise<void> {
  const stop = new AbortController();
  const onInterrupt = () => {
    if (stop.signal.aborted) {
      process.exit(130);
    }
    process.stderr.write('\nStopping: what is under way is finished first. Ctrl-C again ends at once.\n');
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  process.exitCode = await run(process.argv.slice(2), {
    env: process.env,
    readFile: (path) => readFileSync(path, 'utf8'),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    signal: stop.signal,
    version,
  });
  process.off('SIGINT', onInterrupt);
  process.off('SIGTERM', onInterrupt);
}
