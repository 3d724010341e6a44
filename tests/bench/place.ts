import { environment, type Place } from '../browser/support/environment';
import { startOwnSandbox } from '../browser/support/ownSandbox';

export interface BenchPlace extends Place {
  isSandbox: boolean;
  stop(): Promise<void>;
}

/** The real Grafana and IRM that the environment names, or a sandbox of our own that serves the plugin as built. */
export async function openPlace(plugin: string | undefined, seed?: object): Promise<BenchPlace> {
  if (!environment.isSandbox) {
    const { grafanaUrl, irmUrl } = environment;
    return { grafanaUrl, irmUrl, isSandbox: false, stop: async () => undefined };
  }
  const settings: Record<string, string> = seed ? { SANDBOX_SEED: JSON.stringify(seed) } : {};
  const sandbox = await startOwnSandbox(1, settings, plugin ? ['--plugin', plugin] : []);
  return { ...sandbox, isSandbox: true };
}
