import { readArguments, type CommandName, type Options } from './arguments';
import type { Context } from './commands/context';
import { lookOnce } from './commands/lookOnce';
import type { Watched } from './commands/status';
import { resolveFleet, type FleetGrafana } from './config/fleet';
import { problemText } from './config/problems';
import { readFleetFile } from './config/readFleetFile';
import { EXIT, type ExitCode } from './exitCodes';
import { HELP } from './help';
import { irmDirectories } from './irm/directories';
import { reportJson, reportText } from './output';

/** What a run needs of the machine it runs on. */
export interface Machine {
  env: Readonly<Record<string, string | undefined>>;
  /** Answers the text of a file; throws as Node does. */
  readFile(path: string): string;
  /** Writes a file, and the folders it stands in. */
  writeFile(path: string, text: string): void;
  /** Results. */
  out(text: string): void;
  /** Progress and complaints. */
  err(text: string): void;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  version: string;
}

/** Carries out one command line and answers what to end with. Never throws for what people, files or servers do. */
export async function run(words: readonly string[], machine: Machine): Promise<ExitCode> {
  const parsed = readArguments(words);
  if (!parsed.ok) {
    machine.err(`${parsed.error}\n`);
    return EXIT.usage;
  }
  if (parsed.value.kind !== 'run') {
    machine.out(parsed.value.kind === 'help' ? HELP : `${machine.version}\n`);
    return EXIT.ok;
  }
  const { options } = parsed.value;
  const fleet = readFleet(options, machine);
  if (!fleet) {
    return EXIT.usage;
  }
  const watched = new Map<string, Watched>();
  const progress = options.quiet ? () => {} : progressTo(machine.err);
  const context: Context = {
    ...{ options, progress, signal: machine.signal },
    integrationsOf: irmDirectories(),
    write: writerTo(options, machine),
  };
  let shown: string | undefined;
  for (;;) {
    const report = await lookOnce(fleet, context, watched);
    const text = options.json
      ? reportJson(options.command, report)
      : reportText(report, { withChanges: options.command !== 'status', withDetails: options.details });
    if (text !== shown) {
      // Where exported texts are printed, they are the result.
      (options.command === 'export' && options.out === undefined ? machine.err : machine.out)(text);
      shown = text;
    }
    if (!options.watch) {
      return machine.signal.aborted ? EXIT.interrupted : report.code;
    }
    await pause(options.every * 1000, machine.signal);
    if (machine.signal.aborted) {
      return EXIT.interrupted;
    }
  }
}

/** The others know a connection by its name where its endpoint is not given. */
const NEED_ENDPOINTS: readonly CommandName[] = ['plan', 'apply', 'remove'];

function readFleet({ file, ...options }: Options, { env, readFile, err }: Machine): FleetGrafana[] | undefined {
  let text;
  try {
    text = readFile(file);
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'There is no such file' : String(error);
    err(`${file}: ${why}. The file is given with --file.\n`);
    return undefined;
  }
  const read = readFleetFile(text);
  const fleet = read.ok
    ? resolveFleet(read.value, {
        env,
        ...options,
        needsEndpoints: NEED_ENDPOINTS.includes(options.command),
        needsIrm: options.command === 'export' && options.format === 'terraform',
      })
    : read;
  if (!fleet.ok) {
    err(fleet.error.map((problem) => `${problemText(file, problem)}\n`).join(''));
    return undefined;
  }
  return fleet.value;
}

const writerTo =
  ({ out }: Options, machine: Machine): Context['write'] =>
  (place, text) => {
    if (out === undefined) {
      machine.out(`# ${place}\n${text}\n`);
      return '';
    }
    const path = `${out.replace(/\/+$/, '')}/${place}`;
    machine.writeFile(path, text);
    return path;
  };

/** One line for each Grafana that is done. */
const progressTo =
  (err: Machine['err']): Context['progress'] =>
  (name, rows, ended, total) => {
    const states = [...new Set(rows.map(({ state }) => state.toLowerCase()))].join(', ');
    err(`[${ended}/${total}] ${name}: ${states || 'nothing wanted'}\n`);
  };

/** Ends early when somebody stops the run. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) {
      end();
    }
  });
