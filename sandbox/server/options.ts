import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { GrafanaVersion } from '../grafana/context';
import { ConfigurationProblem, readConfiguration, type GrafanaConfiguration } from '../grafana/server/configuration';
import { readScale, type Scale } from '../seed/scale';
import { SandboxProblem } from './problem';
import { readProvisioningFiles, type ProvisioningFile } from './provisioningFiles';

/** What every command understands that starts the stand-ins. */
export interface Options {
  help: boolean;
  showVersion: boolean;
  port: number;
  irmPort: number;
  speed: number;
  version: GrafanaVersion;
  /** How many replicas the Grafana has. */
  replicas: number;
  /** What is set of Grafana under its own names (`GF_…`). */
  configuration: GrafanaConfiguration;
  host: string | undefined;
  dataFile: string | undefined;
  /** A built plugin. */
  pluginDirectory: string | undefined;
  /** What a new sandbox is provisioned with. */
  provisioning: ProvisioningFile[];
  /** How much a new sandbox holds beside. */
  scale: Scale | undefined;
  /** Shows the page in the default browser once it is ready. */
  open: boolean;
}

type Environment = Record<string, string | undefined>;

export const FLAGS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  port: { type: 'string' },
  'irm-port': { type: 'string' },
  host: { type: 'string' },
  grafana: { type: 'string' },
  speed: { type: 'string' },
  replicas: { type: 'string' },
  data: { type: 'string' },
  plugin: { type: 'string' },
  provision: { type: 'string', multiple: true },
  seed: { type: 'string' },
  open: { type: 'boolean' },
} as const;

type Flags = ReturnType<typeof parseFlags<typeof FLAGS>>;

/** Throws a SandboxProblem that says what is unknown, and how `command` tells what there is. */
export function parseFlags<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
  command: string
) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new SandboxProblem(`${reason}. Run "${command} --help" to see what there is.`);
  }
}

/** What was given, and under which name. */
interface Given {
  name: string;
  value: string | undefined;
}

/** Reads flags and environment; a flag comes first. Throws a SandboxProblem that names the value which cannot be used. */
export function readOptions(flags: Flags, env: Environment): Options {
  const given = (flag: 'port' | 'irm-port' | 'grafana' | 'speed' | 'replicas' | 'seed', variable: string): Given =>
    flags[flag] === undefined ? { name: variable, value: env[variable] } : { name: `--${flag}`, value: flags[flag] };
  const port = readPort(given('port', 'PORT'), 3000);
  const irmPort = readPort(given('irm-port', 'IRM_PORT'), 8080);
  if (port === irmPort && port !== 0) {
    throw new SandboxProblem(`PORT and IRM_PORT are both ${port}: choose two different ports.`);
  }
  return {
    help: Boolean(flags.help),
    showVersion: Boolean(flags.version),
    port,
    irmPort,
    speed: readSpeed(given('speed', 'SANDBOX_SPEED')),
    version: readVersion(given('grafana', 'GRAFANA_STANDIN_VERSION')),
    replicas: readReplicas(given('replicas', 'SANDBOX_REPLICAS')),
    configuration: readGrafana(env),
    host: flags.host ?? (env.HOST || undefined),
    dataFile: flags.data,
    pluginDirectory: flags.plugin,
    provisioning: readProvisioningFiles(flags.provision ?? []),
    scale: readSeed(given('seed', 'SANDBOX_SEED')),
    open: Boolean(flags.open),
  };
}

const versions: readonly GrafanaVersion[] = ['12.3.0', '12.4.0', '13.2.1'];

/** 12.3 means 12.3.0. */
export function readVersion({ name, value }: Given): GrafanaVersion {
  const version = versions.find((known) => `${known}.`.startsWith(`${value || '12.4.0'}.`));
  if (!version) {
    throw new SandboxProblem(`${name} is "${value}"; it must be one of ${versions.join(', ')}.`);
  }
  return version;
}

function readReplicas({ name, value }: Given): number {
  const replicas = Number(value || '1');
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 5) {
    throw new SandboxProblem(`${name} is "${value}"; it must be a whole number from 1 to 5.`);
  }
  return replicas;
}

export function readGrafana(env: Environment): GrafanaConfiguration {
  try {
    return readConfiguration(env);
  } catch (error) {
    throw error instanceof ConfigurationProblem ? new SandboxProblem(error.message) : error;
  }
}

function readSeed({ name, value }: Given): Scale | undefined {
  const read = value ? readScale(value) : undefined;
  if (value && !read) {
    throw new SandboxProblem(
      `${name} is ${value}; it must be JSON such as {"connections":500,"rules":10000,"contactPoints":1000,"beatSeconds":60}.`
    );
  }
  return read;
}

function readPort({ name, value }: Given, fallback: number): number {
  if (!value) {
    return fallback;
  }
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SandboxProblem(`${name} is "${value}"; it must be a whole number from 0 to 65535.`);
  }
  return port;
}

function readSpeed({ name, value }: Given): number {
  if (!value) {
    return 1;
  }
  const speed = Number(value);
  if (!Number.isFinite(speed) || speed <= 0 || speed > 1000) {
    throw new SandboxProblem(`${name} is "${value}"; it must be a number above 0 and at most 1000, such as 10.`);
  }
  return speed;
}
