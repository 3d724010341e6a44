import { realClock } from '../clock';
import type { GrafanaVersion } from '../grafana/context';
import type { GrafanaConfiguration } from '../grafana/server/configuration';
import { createGrafana, type GrafanaStandIn } from '../grafana/standIn';
import { userKey } from '../irm/organization';
import { createIrm, type IrmStandIn } from '../irm/standIn';
import type { SavedState } from './dataFile';
import type { PluginManifest } from './installedPlugin';
import { comeAndGo } from '../seed/demo';
import { deliveriesOf, sow, type Scale } from '../seed/scale';
import { SandboxProblem } from './problem';
import type { ProvisioningFile } from './provisioningFiles';
import { stoppableClock, type StoppableClock } from './stoppableClock';

/** An IRM that is asked in place of the stand-in. */
export interface RealIrm {
  /** Without a slash at the end. */
  url: string;
  /** For its API; the plugin is set up without one. */
  token: string | undefined;
}

export interface StandInOptions {
  speed: number;
  version: GrafanaVersion;
  replicas: number;
  configuration: GrafanaConfiguration;
  grafanaUrl: string;
  irmUrl: string;
  /** Whether the plugin of a new sandbox is set up for IRM's API. */
  irmApi: boolean;
  /** With it, nothing reaches the stand-in IRM. */
  realIrm: RealIrm | undefined;
  /** What a new sandbox holds; also after a reset. */
  scale: Scale | undefined;
  /** What a new sandbox is provisioned with; also after a reset. */
  provisioning: readonly ProvisioningFile[];
  /** Of the plugin that is installed. */
  manifest: PluginManifest | undefined;
  saved: SavedState;
  /** Of the demo: the integration whose fault comes and goes. */
  flapping?: string;
}

/** Both stand-ins on one clock. They are asked for anew each time, since a reset replaces them. */
export interface StandIns {
  grafana(): GrafanaStandIn;
  irm(): IrmStandIn;
  reset(): void;
  snapshot(): SavedState;
  stop(): void;
}

type Making = Omit<StandInOptions, 'saved' | 'speed' | 'flapping'> & { clock: StoppableClock };

export function createStandIns({ saved, speed, flapping, ...rest }: StandInOptions): StandIns {
  const making: Making = { ...rest, clock: stoppableClock(realClock(speed)) };
  let current = makeFrom(making, saved);
  if (flapping !== undefined) {
    void enable(current.grafana, making);
    comeAndGo(() => current.irm, making.clock, flapping);
  }
  const stop = () => {
    current.grafana.stop();
    current.irm.stop();
    making.clock.stop();
  };
  return {
    grafana: () => current.grafana,
    irm: () => current.irm,
    reset() {
      stop();
      current = make(making, {});
    },
    snapshot: () => ({ grafana: current.grafana.snapshot(), irm: current.irm.snapshot() }),
    stop,
  };
}

function makeFrom(making: Making, saved: SavedState) {
  try {
    return make(making, saved);
  } catch (error) {
    making.clock.stop();
    if (error instanceof SandboxProblem) {
      throw error;
    }
    const advice = 'Choose another data file with --data, or delete this one to start from nothing.';
    throw new SandboxProblem(`${error instanceof Error ? error.message : String(error)} ${advice}`);
  }
}

function make(making: Making, saved: SavedState) {
  const { version, replicas, configuration, grafanaUrl, irmUrl, manifest, clock, scale } = making;
  const grafana = createGrafana({
    version,
    replicas,
    configuration,
    clock,
    rootUrl: grafanaUrl,
    plugin: manifest,
    saved: saved.grafana,
  });
  const irm = createIrm({
    ...{ clock, baseUrl: irmUrl, grafanaUrl, saved: saved.irm },
    deliveriesOfOrganization: scale && deliveriesOf(scale),
  });
  if (saved.grafana === undefined) {
    void enable(grafana, making);
    if (scale) {
      sow(grafana, irm, irmUrl, scale);
    }
    making.provisioning.forEach((file) => provision(grafana, file));
  }
  return { grafana, irm };
}

function provision(grafana: GrafanaStandIn, { name, content }: ProvisioningFile): void {
  try {
    grafana.provisionFile(content, definedIn(process.env));
  } catch (error) {
    throw new SandboxProblem(`Grafana cannot be provisioned with ${name}: ${(error as Error).message}`);
  }
}

const definedIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? '']));

/** A new sandbox has the plugin switched on, as after the provisioning that comes with it. */
async function enable(grafana: GrafanaStandIn, making: Making): Promise<void> {
  const { grafanaUrl, manifest } = making;
  if (!manifest) {
    return;
  }
  await grafana.fetch(
    new Request(`${new URL(grafanaUrl).origin}/api/plugins/${manifest.id}/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa('admin:admin')}` },
      body: JSON.stringify({ enabled: true, pinned: true, ...settingsOf(making) }),
    })
  );
}

function settingsOf({ irmApi, irmUrl, realIrm }: Making) {
  if (!irmApi) {
    return { jsonData: {} };
  }
  return {
    // The kind of token that may resolve alert groups as well, which no service account may.
    jsonData: { irmUrl, irmApiUrl: irmUrl, irmCredential: 'apiKey', irmStackUrl: '' },
    secureJsonData: { irmToken: realIrm ? realIrm.token : userKey('admin') },
  };
}
