import { realClock } from './clock';
import { createIrm } from './irm/standIn';
import { listen } from './server/listen';

/**
 * The stand-in for IRM alone, for a container beside a real Grafana. IRM_URL is the address that it prints and that
 * Grafana and browsers reach it under; GRAFANA_URL is the stack's, as IRM knows it. State ends with the process.
 */
async function main(): Promise<void> {
  const baseUrl = (process.env.IRM_URL || 'http://localhost:8080').replace(/\/+$/, '');
  const irm = createIrm({ clock: realClock(1), baseUrl, grafanaUrl: process.env.GRAFANA_URL || undefined });
  const port = Number(process.env.IRM_PORT || '8080');
  const place = { port, host: process.env.HOST || undefined, name: 'the stand-in IRM', variable: 'IRM_PORT' };
  const listener = await listen(place, (request) => irm.fetch(request));
  process.stdout.write(`IRM  ${baseUrl}\n`);

  const end = () => {
    irm.stop();
    void listener.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
