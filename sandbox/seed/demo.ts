import { fakeClock, type Clock } from '../clock';
import { type GrafanaOptions, createGrafana } from '../grafana/standIn';
import { createIrm, type IrmStandIn } from '../irm/standIn';
import type { Integration } from '../irm/model';
import { connectionObjects, ownRule } from './connectionObjects';

export interface Past {
  grafana: unknown;
  irm: unknown;
  /** Id of the integration whose fault comes and goes. */
  flapping: string;
}

type Place = Pick<GrafanaOptions, 'version' | 'configuration' | 'plugin' | 'rootUrl'> & { irmUrl: string };

const HOUR_MS = 3_600_000;
/** Long enough for IRM to raise the alarm for a heartbeat interval of a minute, at its next look. */
const FAULT_MS = 3 * 60_000;
const CALM_MS = 5 * 60_000;

const often = { intervalSeconds: 60, repeatSeconds: 10 };
const usual = { intervalSeconds: 300, repeatSeconds: 60 };

/** One connection for each thing that can be the matter. */
const CONNECTIONS = [
  { name: 'Payments', heartbeat: usual },
  { name: 'Checkout', heartbeat: often },
  { name: 'Billing', heartbeat: often },
  { name: 'Search', heartbeat: { ...usual, isPaused: true } },
  // Every 10 minutes for an interval of 5: IRM raises the alarm between two beats.
  { name: 'Fraud detection', heartbeat: { intervalSeconds: 300, repeatSeconds: 600 } },
  { name: 'Mobile', heartbeat: undefined },
];

/**
 * What both stand-ins hold after an hour in which six connections beat, failed and were paused: lived through on a clock
 * of its own, so that every delivery and every alarm of that hour really happened.
 */
export async function liveThroughAnHour({ irmUrl, ...place }: Place, now: number): Promise<Past> {
  const clock = fakeClock(now - HOUR_MS);
  const irm = createIrm({ clock, baseUrl: irmUrl, grafanaUrl: place.rootUrl });
  const send: typeof fetch = (input, init) => irm.fetch(new Request(input, init));
  const grafana = createGrafana({ ...place, clock, send });
  const integrations = new Map<string, Integration>();
  for (const { name, heartbeat } of CONNECTIONS) {
    const integration = irm.createIntegration({ type: 'alertmanager', name });
    if (integration.heartbeat && heartbeat) {
      integration.heartbeat.timeoutSeconds = heartbeat.intervalSeconds;
    }
    integrations.set(name, integration);
    grafana.provision(connectionObjects({ name: `IRM ${name}`, irmUrl, token: integration.token, heartbeat }));
  }
  grafana.provision({
    rules: [
      ownRule('demo-errors', 'Payments: error rate', { labels: { team: 'payments', severity: 'critical' } }),
      ownRule('demo-latency', 'Checkout: slow answers', {
        labels: { team: 'checkout', severity: 'warning' },
        fires: true,
      }),
      ownRule('demo-queue', 'Fraud detection: queue grows', { receiver: 'IRM Fraud detection' }),
      ownRule('demo-disk', 'Disk almost full', { labels: { severity: 'warning' } }),
    ],
    policies: {
      provenance: '',
      tree: {
        receiver: 'IRM Payments',
        group_by: ['grafana_folder', 'alertname'],
        routes: [
          { receiver: 'IRM Checkout', object_matchers: [['team', '=', 'checkout']] },
          { receiver: 'IRM Billing', object_matchers: [['team', '=', 'billing']] },
        ],
      },
    },
  });
  const flapping = integrations.get('Checkout')?.id ?? '';
  await clock.advance(HOUR_MS / 2);
  // Somebody deleted its token in a firewall half an hour ago.
  await breakIntegration(irm, integrations.get('Billing')?.id ?? '', true);
  for (let passed = 0; passed < HOUR_MS / 2;) {
    await breakIntegration(irm, flapping, true);
    await clock.advance(FAULT_MS);
    await breakIntegration(irm, flapping, false);
    await clock.advance(Math.min(CALM_MS, HOUR_MS / 2 - passed - FAULT_MS));
    passed += FAULT_MS + CALM_MS;
  }
  const past = { grafana: grafana.snapshot(), irm: irm.snapshot(), flapping };
  grafana.stop();
  irm.stop();
  return past;
}

/** The fault goes on coming and going, calm first. */
export function comeAndGo(irm: () => IrmStandIn, clock: Clock, flapping: string): void {
  const after = (delayMs: number, isBroken: boolean) =>
    clock.schedule(delayMs, () => {
      void breakIntegration(irm(), flapping, isBroken);
      after(isBroken ? FAULT_MS : CALM_MS, !isBroken);
    });
  after(CALM_MS / 5, true);
}

/** As a person does on the stand-in's own page. */
async function breakIntegration(irm: IrmStandIn, id: string, isBroken: boolean): Promise<void> {
  const fault = isBroken ? { kind: 'status', status: 500 } : { kind: 'none' };
  const body = JSON.stringify(fault);
  const headers = { 'content-type': 'application/json' };
  await irm.fetch(new Request(`http://irm/ui/api/integrations/${id}/fault`, { method: 'PUT', headers, body }));
}
