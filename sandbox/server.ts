import { version } from './package.json';
import { startHelp } from './server/help';
import { SandboxProblem } from './server/problem';
import { fail, run } from './server/run';
import { readStartOptions } from './server/startOptions';

/** `npm start`: the stand-ins with IRM Connect in a page. See `--help` for flags and environment. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env);
  if (options.help || options.showVersion) {
    process.stdout.write(options.help ? startHelp : `${version}\n`);
    return;
  }
  const { build: mode, toolchain, react, pluginDirectory, dataFile, demo, realIrm } = options;
  await run({
    open: options.open,
    async start(around) {
      const [{ startSandbox }, { buildBoth }] = await loadStart();
      const built = (announce: (text: string) => void, signal: AbortSignal) =>
        buildBoth({ mode, toolchain, react, pluginDirectory }, announce, signal);
      return startSandbox({ ...options, ...around, built });
    },
    greeting: ({ grafanaUrl, irmUrl }) =>
      `IRM Connect's sandbox is running; Ctrl-C ends it. ${realIrm ? 'Alerts go to' : 'IRM is at'} ${irmUrl}\n` +
      (dataFile ? `State is kept in ${dataFile}\n` : '') +
      `  1  Open ${grafanaUrl}\n` +
      `  2  Sign in as admin/admin (or editor/editorpass, viewer/viewerpass)\n` +
      `  3  ${demo ? 'Look at More apps > IRM Connect: six connections in six states' : 'Go to More apps > IRM Connect and connect an integration'}\n`,
  });
}

/** Loaded only now, so that a missing installation is a sentence and not a stack trace. */
async function loadStart() {
  try {
    return await Promise.all([import('./server/start'), import('./server/build/buildBoth')]);
  } catch (error) {
    const missing = /^Cannot find (?:module|package) '([^./][^']*)'/.exec(
      error instanceof Error ? error.message : ''
    )?.[1];
    throw missing ? new SandboxProblem(`The package ${missing} is not installed: run "npm ci" first.`) : error;
  }
}

main().catch(fail);
