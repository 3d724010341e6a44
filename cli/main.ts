import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withoutSecrets } from '../src/transport/masking';
import { EXIT, type ExitCode } from './exitCodes';
import { run } from './run';

/** Joins the command line with this process: streams, environment and Ctrl-C. */
export async function main(version: string): Promise<void> {
  const stop = new AbortController();
  const onInterrupt = () => {
    if (stop.signal.aborted) {
      process.exit(EXIT.interrupted);
    }
    process.stderr.write('\nStopping: what is under way is finished first. Ctrl-C again ends at once.\n');
    stop.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  // Whoever reads the result may stop reading, as `head` does.
  process.stdout.on('error', () => process.exit(EXIT.notAsked));
  process.exitCode = await runHere(version, stop.signal);
  process.off('SIGINT', onInterrupt);
  process.off('SIGTERM', onInterrupt);
}

/** A fault of ours ends with what scripts take for "not known", never with what Node would: that means "to do" here. */
async function runHere(version: string, signal: AbortSignal): Promise<ExitCode> {
  try {
    return await run(process.argv.slice(2), {
      env: process.env,
      readFile: (file) => readFileSync(file, 'utf8'),
      writeFile(file, text) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text);
      },
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      signal,
      version,
    });
  } catch (error) {
    process.stderr.write(`${withoutSecrets(String(error))}\n`);
    return EXIT.notAsked;
  }
}
