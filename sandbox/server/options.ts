import { parseArgs } from 'node:util';
import type { GrafanaVersion } from '../grafana/context';
import { ConfigurationProblem, readConfiguration, type GrafanaConfiguration } from '../grafana/server/configuration';
import { readScale, type Scale } from '../seed/scale';
import { SandboxProblem } from './problem';

export interface CliOptions {
  help: boolean;
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
  /** The packages of Grafana and React that the page is made of. */
  toolchain: Toolchain;
  /** 'ifNeeded' looks at the sources; 'never' takes what is there; 'always' builds anew. */
  build: BuildMode;
  /** A built plugin to serve as it is, in place of the project's own. */
  pluginDirectory: string | undefined;
  /** A new sandbox has the plugin set up for IRM's API. */
  irmApi: boolean;
  /** A new sandbox has six connections in six states, with a past. */
  demo: boolean;
  /** How much a new sandbox holds beside. */
  scale: Scale | undefined;
  /** Shows the page in the default browser once it is ready. */
  open: boolean;
}

/** 'oldest': those of the oldest Grafana that the plugin runs on, the project's own. 'newest': those of tests/newest. */
export type Toolchain = 'oldest' | 'newest';

export type BuildMode = 'ifNeeded' | 'never' | 'always';

/** Reads flags and environment. Throws a SandboxProblem that names the value which cannot be used. */
export function readOptions(args: string[], env: Record<string, string | undefined>): CliOptions {
  const flags = readFlags(args);
  if (flags['no-build'] && flags.rebuild) {
    throw new SandboxProblem('--no-build and --rebuild exclude each other: leave one of them out.');
  }
  const port = readPort('PORT', env.PORT, 3000);
  const irmPort = readPort('IRM_PORT', env.IRM_PORT, 8080);
  if (port === irmPort && port !== 0) {
    throw new SandboxProblem(`PORT and IRM_PORT are both ${port}: choose two different ports.`);
  }
  return {
    help: Boolean(flags.help),
    port,
    irmPort,
    speed: readSpeed(env.SANDBOX_SPEED),
    version: readVersion(env.GRAFANA_STANDIN_VERSION),
    replicas: readReplicas(env.SANDBOX_REPLICAS),
    configuration: readGrafana(env),
    toolchain: readToolchain(env.SANDBOX_TOOLCHAIN),
    host: env.HOST || undefined,
    dataFile: flags.data,
    pluginDirectory: flags.plugin,
    irmApi: Boolean(flags['irm-api']) || readSwitch('SANDBOX_IRM_API', env.SANDBOX_IRM_API),
    demo: Boolean(flags.demo),
    scale: readSeed(env.SANDBOX_SEED),
    open: Boolean(flags.open),
    build: flags['no-build'] ? 'never' : flags.rebuild ? 'always' : 'ifNeeded',
  };
}

const versions: readonly GrafanaVersion[] = ['12.3.0', '12.4.0', '13.2.1'];

function readVersion(value: string | undefined): GrafanaVersion {
  const version = versions.find((known) => known === (value || '12.4.0'));
  if (!version) {
    throw new SandboxProblem(`GRAFANA_STANDIN_VERSION is "${value}"; it must be one of ${versions.join(', ')}.`);
  }
  return version;
}

function readReplicas(value: string | undefined): number {
  const replicas = Number(value || '1');
  if (!Number.isInteger(replicas) || replicas < 1 || replicas > 5) {
    throw new SandboxProblem(`SANDBOX_REPLICAS is "${value}"; it must be a whole number from 1 to 5.`);
  }
  return replicas;
}

function readGrafana(env: Record<string, string | undefined>): GrafanaConfiguration {
  try {
    return readConfiguration(env);
  } catch (error) {
    throw error instanceof ConfigurationProblem ? new SandboxProblem(error.message) : error;
  }
}

function readToolchain(value: string | undefined): Toolchain {
  const toolchain = value || 'oldest';
  if (toolchain !== 'oldest' && toolchain !== 'newest') {
    throw new SandboxProblem(`SANDBOX_TOOLCHAIN is "${value}"; it must be oldest or newest.`);
  }
  return toolchain;
}

function readFlags(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        data: { type: 'string' },
        plugin: { type: 'string' },
        'no-build': { type: 'boolean' },
        rebuild: { type: 'boolean' },
        'irm-api': { type: 'boolean' },
        demo: { type: 'boolean' },
        open: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new SandboxProblem(`${reason}. Run "npm start -- --help" to see what there is.`);
  }
}

function readSeed(value: string | undefined): Scale | undefined {
  const read = value ? readScale(value) : undefined;
  if (value && !read) {
    throw new SandboxProblem(
      `SANDBOX_SEED is ${value}; it must be JSON such as {"connections":500,"rules":10000,"contactPoints":1000,"beatSeconds":60}.`
    );
  }
  return read;
}

function readSwitch(name: string, value: string | undefined): boolean {
  if (value && value !== '0' && value !== '1') {
    throw new SandboxProblem(`${name} is "${value}"; it must be 1 or 0.`);
  }
  return value === '1';
}

function readPort(name: string, value: string | undefined, fallback: number): number {
  if (!value) {
    return fallback;
  }
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SandboxProblem(`${name} is "${value}"; it must be a whole number from 0 to 65535.`);
  }
  return port;
}

function readSpeed(value: string | undefined): number {
  if (!value) {
    return 1;
  }
  const speed = Number(value);
  if (!Number.isFinite(speed) || speed <= 0 || speed > 1000) {
    throw new SandboxProblem(`SANDBOX_SPEED is "${value}"; it must be a number above 0 and at most 1000, such as 10.`);
  }
  return speed;
}
