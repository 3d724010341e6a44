import { parseArgs } from 'node:util';
import { parseDuration } from '../src/connection/timing/duration';
import { failure, success, type Result } from '../src/connection/result';

const COMMANDS = ['plan', 'apply', 'status', 'coverage', 'remove', 'export'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What connections are exported as. */
const FORMATS = ['terraform', 'yaml', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** From which verdict on `status` ends with 1: see `--fail-on` in docs/fleet.md. */
const FAIL_ON = ['down', 'late', 'unknown'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface Options {
  command: CommandName;
  file: string;
  /** Names of the Grafanas to look at; all of the file when empty. */
  grafanas: readonly string[];
  /** Names of the connections to look at; all of the file when empty. */
  connections: readonly string[];
  /** How many Grafanas are asked at the same time. */
  parallel: number;
  json: boolean;
  quiet: boolean;
  /** Whether all settings of new objects are printed. */
  details: boolean;
  /** Whether a test alert is sent before a contact point is made. */
  test: boolean;
  yes: boolean;
  /** Whether heartbeats are made that use up a limit of IRM. */
  force: boolean;
  failOn: FailOn;
  watch: boolean;
  format: Format;
  /** Folder for exported texts; undefined prints them. */
  out: string | undefined;
  /** Between two looks of `--watch`, in seconds. */
  every: number;
}

export type Parsed = { kind: 'run'; options: Options } | { kind: 'help' } | { kind: 'version' };

const DEFAULT_FILE = 'irm-connect.yaml';
const MOST_PARALLEL = 64;
const SHORTEST_EVERY = 5;

/** Reads the words behind `irm-connect`; the error is a sentence for whoever typed them. */
export function readArguments(words: readonly string[]): Result<Parsed, string> {
  let parsed;
  try {
    parsed = parse(words);
  } catch (error) {
    return failure(`${error instanceof Error ? error.message : String(error)} See irm-connect --help.`);
  }
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.version) {
    return success({ kind: 'version' });
  }
  if (values.help || name === 'help' || (name === undefined && words.length === 0)) {
    return success({ kind: 'help' });
  }
  const command = COMMANDS.find((one) => one === name);
  if (!command) {
    const given = name === undefined ? 'No command was given.' : `There is no command "${name}".`;
    return failure(`${given} Commands are ${COMMANDS.join(', ')}.`);
  }
  if (rest.length > 0) {
    return failure(`"${rest.join(' ')}" was not expected after ${command}. The file is given with --file.`);
  }
  const misplaced = Object.entries(ONLY_FOR).find(
    ([option, commands]) => option in values && !commands.includes(command)
  );
  if (misplaced) {
    return failure(`--${misplaced[0]} goes with ${misplaced[1].join(' and ')}, not with ${command}.`);
  }
  return readOptions(command, values);
}

type Values = ReturnType<typeof parse>['values'];

function readOptions(command: CommandName, values: Values): Result<Parsed, string> {
  const parallel = Number(values.parallel ?? '8');
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > MOST_PARALLEL) {
    return failure(`--parallel takes a whole number from 1 to ${MOST_PARALLEL}.`);
  }
  const failOn = FAIL_ON.find((one) => one === (values['fail-on'] ?? 'down'));
  if (!failOn) {
    return failure(`--fail-on takes ${FAIL_ON.join(', ')}.`);
  }
  const format = FORMATS.find((one) => one === (values.format ?? 'terraform'));
  if (!format) {
    return failure(`--format takes ${FORMATS.join(', ')}.`);
  }
  if (command === 'export' && values.json && values.out === undefined) {
    return failure('With --json, export needs --out: the folder for the exported texts.');
  }
  const every = parseDuration(values.every ?? '30s');
  if (every === undefined || every < SHORTEST_EVERY) {
    return failure(`--every takes a duration of at least ${SHORTEST_EVERY}s, for example 1m.`);
  }
  return success({
    kind: 'run',
    options: {
      command,
      file: values.file ?? DEFAULT_FILE,
      grafanas: values.grafana ?? [],
      connections: values.connection ?? [],
      parallel,
      json: values.json ?? false,
      quiet: values.quiet ?? false,
      details: values.details ?? false,
      test: !values['no-test'],
      yes: values.yes ?? false,
      force: values.force ?? false,
      failOn,
      watch: values.watch ?? false,
      format,
      out: values.out,
      every,
    },
  });
}

const OPTIONS = {
  file: { type: 'string', short: 'f' },
  grafana: { type: 'string', multiple: true },
  connection: { type: 'string', multiple: true },
  parallel: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  details: { type: 'boolean' },
  'no-test': { type: 'boolean' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
  'fail-on': { type: 'string' },
  watch: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string' },
  every: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const parse = (words: readonly string[]) => parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });

/** An option that does nothing must not look as if it did. */
const ONLY_FOR: Readonly<Record<string, readonly CommandName[]>> = {
  'no-test': ['apply'],
  details: ['plan', 'apply'],
  yes: ['remove'],
  force: ['plan', 'apply'],
  'fail-on': ['status'],
  watch: ['status'],
  format: ['export'],
  out: ['export'],
  every: ['status'],
};
