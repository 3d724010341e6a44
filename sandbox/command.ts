#!/usr/bin/env node
import path from 'node:path';
import { userKey } from './irm/organization';
import { version } from './package.json';
import { commandHelp } from './server/help';
import { FLAGS, parseFlags, readOptions, type Options } from './server/options';
import { fail, run } from './server/run';
import { startSandbox, type Sandbox } from './server/start';

/** The command of the package, `grafana-alerting-stand-in`. */
async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2), FLAGS, 'grafana-alerting-stand-in');
  const options = readOptions(flags, process.env);
  if (options.help || options.showVersion) {
    process.stdout.write(options.help ? commandHelp : `${version}\n`);
    return;
  }
  const { pluginDirectory } = options;
  const built = pluginDirectory === undefined ? undefined : { pluginDirectory, pageDirectory };
  await run({
    open: options.open,
    start: (around) => startSandbox({ ...options, ...around, built }),
    greeting: (sandbox) => greeting(sandbox, options),
  });
}

/** Built beside this file. */
const pageDirectory = path.join(__dirname, 'page');

function greeting({ grafanaUrl, irmUrl }: Sandbox, { version: grafana, pluginDirectory, dataFile }: Options): string {
  return [
    `Grafana ${grafana}  ${grafanaUrl}  admin/admin, editor/editorpass, viewer/viewerpass`,
    `IRM             ${irmUrl}  token ${userKey('admin')}`,
    pluginDirectory === undefined
      ? 'There is no page without --plugin DIR.'
      : `The plugin is that in ${pluginDirectory}.`,
    ...(dataFile ? [`State is kept in ${dataFile}.`] : []),
    'Both are stand-ins. Ctrl-C ends them.\n',
  ].join('\n');
}

main().catch(fail);
