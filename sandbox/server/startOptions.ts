import { FLAGS, parseFlags, readOptions, type Options } from './options';
import { SandboxProblem } from './problem';
import type { RealIrm } from './standIns';

/** What `npm start` understands. */
export interface StartOptions extends Options {
  /** The packages of Grafana and React that the page is made of. */
  toolchain: Toolchain;
  react: ReactBuild;
  /** 'ifNeeded' looks at the sources; 'never' takes what is there; 'always' builds anew. */
  build: BuildMode;
  /** A new sandbox has the plugin set up for IRM's API. */
  irmApi: boolean;
  /** In place of the stand-in. */
  realIrm: RealIrm | undefined;
  /** A new sandbox has six connections in six states, with a past. */
  demo: boolean;
}

/** 'oldest': those of the oldest Grafana that the plugin runs on, the project's own. 'newest': those of tests/newest. */
export type Toolchain = 'oldest' | 'newest';

/** 'production' is what Grafana comes with; 'development' is slower, and warns in the console of what is wrong. */
export type ReactBuild = 'production' | 'development';

export type BuildMode = 'ifNeeded' | 'never' | 'always';

const OWN_FLAGS = {
  ...FLAGS,
  'no-build': { type: 'boolean' },
  rebuild: { type: 'boolean' },
  'irm-api': { type: 'boolean' },
  irm: { type: 'string' },
  demo: { type: 'boolean' },
} as const;

/** Reads flags and environment. Throws a SandboxProblem that names the value which cannot be used. */
export function readStartOptions(args: string[], env: Record<string, string | undefined>): StartOptions {
  const flags = parseFlags(args, OWN_FLAGS, 'npm start --');
  if (flags['no-build'] && flags.rebuild) {
    throw new SandboxProblem('--no-build and --rebuild exclude each other: leave one of them out.');
  }
  const options = readOptions(flags, env);
  const irmApi = Boolean(flags['irm-api']) || readSwitch('SANDBOX_IRM_API', env.SANDBOX_IRM_API);
  const [name, value] = flags.irm === undefined ? ['SANDBOX_IRM', env.SANDBOX_IRM] : ['--irm', flags.irm];
  const realIrm = readRealIrm(name, value, env.IRM_API_TOKEN);
  if (realIrm && (flags.demo || options.scale)) {
    throw new SandboxProblem('--demo and --seed make integrations in the stand-in IRM: leave out --irm.');
  }
  if (realIrm && irmApi && !realIrm.token) {
    throw new SandboxProblem("The plugin needs a token for IRM's API: set IRM_API_TOKEN.");
  }
  return {
    ...options,
    toolchain: readOneOf('SANDBOX_TOOLCHAIN', ['oldest', 'newest'], env),
    react: readOneOf('SANDBOX_REACT', ['production', 'development'], env),
    irmApi,
    realIrm,
    demo: Boolean(flags.demo),
    build: flags['no-build'] ? 'never' : flags.rebuild ? 'always' : 'ifNeeded',
  };
}

/** One of two; the first unless the other is asked for. */
function readOneOf<T extends string>(
  name: string,
  [usual, other]: readonly [T, T],
  { [name]: value }: Record<string, string | undefined>
): T {
  if (value && value !== usual && value !== other) {
    throw new SandboxProblem(`${name} is "${value}"; it must be ${usual} or ${other}.`);
  }
  return value === other ? other : usual;
}

function readSwitch(name: string, value: string | undefined): boolean {
  if (value && value !== '0' && value !== '1') {
    throw new SandboxProblem(`${name} is "${value}"; it must be 1 or 0.`);
  }
  return value === '1';
}

function readRealIrm(name: string, value: string | undefined, token: string | undefined): RealIrm | undefined {
  if (!value) {
    return undefined;
  }
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    throw new SandboxProblem(`${name} is "${value}"; it must be an address that begins with http.`);
  }
  return { url: value.replace(/\/+$/, ''), token: token || undefined };
}
