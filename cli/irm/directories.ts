import { readDirectory } from '../../src/connection/irm/directory';
import { MOST_PAGES } from '../../src/connection/irm/findIntegration';
import { createIrmClient } from '../../src/irm/irmClient';
import type { FleetIrm } from '../config/fleet';
import { nodeTransport } from '../grafana/nodeTransport';

/**
 * Reads IRM's integrations once for all Grafanas of a run that name the same IRM: a fleet would soon use up the 300
 * requests a minute that it lets through.
 */
export function irmDirectories(): (irm: FleetIrm) => ReturnType<typeof readDirectory> {
  const directories = new Map<string, ReturnType<typeof readDirectory>>();
  return (irm) => {
    const key = JSON.stringify([irm.url, irm.token, irm.stack]);
    const directory = directories.get(key) ?? readDirectory(createIrmClient(transportTo(irm)), MOST_PAGES);
    directories.set(key, directory);
    return directory;
  };
}

/** As the plugin's routes to IRM send it (`plugin.json`). */
const transportTo = ({ url, token, stack }: FleetIrm) =>
  nodeTransport({ url, headers: { Authorization: token, ...(stack !== undefined && { 'X-Grafana-URL': stack }) } });
