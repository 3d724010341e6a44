import type { GrafanaVersion } from '../grafana/context';
import { DEFAULT_CONFIGURATION, type GrafanaConfiguration } from '../grafana/server/configuration';
import { liveThroughAnHour } from '../seed/demo';
import type { Scale } from '../seed/scale';
import { openDataFile, type DataFile } from './dataFile';
import { startingHtml } from './html';
import { readInstalledPlugin } from './installedPlugin';
import { listen, type FetchHandler, type Listener } from './listen';
import { SandboxProblem } from './problem';
import type { ProvisioningFile } from './provisioningFiles';
import { createSite } from './site';
import { createStandIns, type RealIrm, type StandIns } from './standIns';
import { below, subPathOf } from './subPath';

export interface SandboxOptions {
  /** 0 (the default) takes any free port. */
  port?: number;
  irmPort?: number;
  host?: string;
  /** How many times as fast as the machine's clock time passes in the stand-ins. */
  speed?: number;
  version?: GrafanaVersion;
  /** How many replicas the Grafana has; default one. */
  replicas?: number;
  /** What an administrator has set of Grafana; default its own. */
  configuration?: GrafanaConfiguration;
  dataFile?: string;
  /** What a new sandbox is provisioned with. */
  provisioning?: readonly ProvisioningFile[];
  /** Whether a new sandbox has the plugin set up for IRM's API. */
  irmApi?: boolean;
  /** In place of the stand-in IRM, which is not started then. */
  realIrm?: RealIrm;
  /** Whether a new sandbox has six connections in six states, with a past. */
  demo?: boolean;
  /** How much a new sandbox holds beside. */
  scale?: Scale;
  /** The plugin that is installed and the page that hosts it; without them there is only the API. */
  built?: Built | ((announce: (text: string) => void, signal: AbortSignal) => Promise<Built>);
  announce?: (text: string) => void;
  /** How often changes are written to the data file. */
  saveEveryMs?: number;
  /** Ends a start that is still under way. */
  signal?: AbortSignal;
}

export interface Built {
  pluginDirectory: string;
  pageDirectory: string;
}

export interface Sandbox {
  /** Without a slash at the end. */
  grafanaUrl: string;
  irmUrl: string;
  standIns: StandIns;
  /** Ends both servers and all that they do, after saving what is to be kept. */
  stop(): Promise<void>;
}

/** Starts both servers. Throws a SandboxProblem when it cannot; nothing is left running then. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { announce = () => undefined, signal = new AbortController().signal } = options;
  const data = options.dataFile ? openDataFile(options.dataFile) : undefined;
  const grafana = switchable();
  const irm = switchable();
  const listeners: Listener[] = [];

  try {
    const { realIrm } = options;
    const irmListener = realIrm
      ? undefined
      : await listen(portOptions('IRM', options.irmPort, options.host), irm.handler);
    listeners.push(...(irmListener ? [irmListener] : []));
    const grafanaListener = await listen(portOptions('Grafana', options.port, options.host), grafana.handler);
    listeners.push(grafanaListener);

    const built =
      typeof options.built === 'function'
        ? await unlessAborted(options.built(announce, signal), signal)
        : options.built;
    const plugin = built && readInstalledPlugin(built.pluginDirectory);

    const irmUrl = realIrm?.url ?? `http://localhost:${irmListener?.port}`;
    const { speed = 1, version = '12.4.0', replicas = 1, irmApi = false } = options;
    const { configuration = DEFAULT_CONFIGURATION } = options;
    const rootUrl = configuration.rootUrl ?? `http://localhost:${grafanaListener.port}`;
    const servedBelow = configuration.servesFromSubPath ? subPathOf(rootUrl) : '';
    const grafanaUrl = `http://localhost:${grafanaListener.port}${servedBelow}`;
    const isNew = data?.initial.grafana === undefined;
    if (options.demo && isNew) {
      announce('Living through an hour of six connections');
    }
    const past =
      options.demo && isNew
        ? await liveThroughAnHour({ version, configuration, plugin: plugin?.manifest, rootUrl, irmUrl }, Date.now())
        : undefined;
    const standIns = createStandIns({
      speed,
      version,
      replicas,
      configuration,
      grafanaUrl: rootUrl,
      irmUrl,
      irmApi,
      realIrm,
      scale: options.scale,
      provisioning: options.provisioning ?? [],
      manifest: plugin?.manifest,
      saved: past ?? data?.initial ?? {},
      flapping: past?.flapping,
    });
    irm.use((request) => standIns.irm().fetch(request));
    const hasPolicy = configuration.contentSecurityPolicy;
    const hosted = plugin && built && { plugin, pageDirectory: built.pageDirectory };
    const site = createSite({ standIns, hosted, irmUrl, rootUrl, hasPolicy });
    grafana.use(below(servedBelow, site));
    return { grafanaUrl, irmUrl, standIns, stop: keepSaving(standIns, data, listeners, options) };
  } catch (error) {
    await Promise.all(listeners.map((listener) => listener.close()));
    throw signal.aborted ? interrupted() : error;
  }
}

function portOptions(name: 'Grafana' | 'IRM', port = 0, host?: string) {
  return { port, host, name: `the stand-in ${name}`, variable: name === 'IRM' ? 'IRM_PORT' : 'PORT' };
}

/** The ports are taken before anything is built, so that a taken one is known at once. */
function switchable(): { handler: FetchHandler; use(next: FetchHandler): void } {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' };
  let current: FetchHandler = () => new Response(startingHtml, { status: 503, headers });
  return {
    handler: (request) => current(request),
    use(next) {
      current = next;
    },
  };
}

function keepSaving(
  standIns: StandIns,
  data: DataFile | undefined,
  listeners: Listener[],
  { announce, saveEveryMs = 3000 }: SandboxOptions
) {
  const timer = setInterval(() => {
    try {
      data?.save(standIns.snapshot());
    } catch (error) {
      announce?.(error instanceof Error ? error.message : String(error));
    }
  }, saveEveryMs);
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      clearInterval(timer);
      await Promise.all(listeners.map((listener) => listener.close()));
      const state = standIns.snapshot();
      standIns.stop();
      data?.save(state);
    })();
    return stopping;
  };
}

/** Does not wait for what cannot be broken off; it ends with the process. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const refuse = () => reject(interrupted());
    signal.addEventListener('abort', refuse, { once: true });
    if (signal.aborted) {
      refuse();
    }
  });
  return Promise.race([work, aborted]);
}

function interrupted(): SandboxProblem {
  return new SandboxProblem('Stopped before the sandbox was ready.');
}
