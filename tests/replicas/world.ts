import { fakeClock, type FakeClock } from '../../sandbox/clock';
import { createGrafana, type GrafanaStandIn } from '../../sandbox/grafana/standIn';
import { applyPlan } from '../../src/connection/apply/applyPlan';
import { endpointOfUrl } from '../../src/connection/endpoint/identity';
import { connectionsOf, type Connection } from '../../src/connection/ownership/connections';
import { proposeConnection } from '../../src/connection/ownership/propose';
import { planConnection } from '../../src/connection/plan/planConnection';
import type { GrafanaPort } from '../../src/connection/port/grafanaPort';
import { readGrafana } from '../../src/connection/reading/readGrafana';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { fetchTransport } from '../support/fetchTransport';

const GRAFANA_URL = 'http://grafana.example.net';
const IRM_URL = 'https://irm.example.net';
const ANSWERS_AFTER_MS = 20;

/** Heartbeat intervals that are watched, in seconds. */
const INTERVALS = [60, 300, 600] as const;

export interface World {
  clock: FakeClock;
  grafana: GrafanaStandIn;
  /** Beats that arrived, by the id of their connection; epoch milliseconds, oldest first. */
  arrived: Map<string, number[]>;
  connections: Connection[];
  /** Whether IRM takes what is sent. */
  setIrm(isWell: boolean): void;
  /** The plugin's client as a Viewer's browser has it; `replica` counts from 0, undefined goes through the load balancer. */
  clientAt(replica?: () => number | undefined): { port: GrafanaPort; requests(): number };
  ask(method: string, path: string, body: object): Promise<unknown>;
}

/** A Grafana of several replicas with one connection for each interval, and an IRM that only counts. */
export async function createWorld(replicas: number, gossip = true): Promise<World> {
  const clock = fakeClock(Date.parse('2026-11-22T08:00:00Z'));
  const arrived = new Map<string, number[]>();
  let isWell = true;
  const grafana = createGrafana({ clock, rootUrl: GRAFANA_URL, replicas, gossip, send: receive });

  function receive(input: string | URL | Request): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const status = isWell ? 200 : 500;
    const id = endpointOfUrl(url)?.endpoint.token ?? '';
    if (isWell) {
      arrived.set(id, [...(arrived.get(id) ?? []).slice(-50), clock.now()]);
    }
    return new Promise((resolve) => {
      clock.schedule(ANSWERS_AFTER_MS, () => resolve(new Response('', { status })));
    });
  }

  function clientAs(credentials: string, replica: () => number | undefined) {
    let count = 0;
    const transport = fetchTransport({
      baseUrl: GRAFANA_URL,
      credentials,
      fetch: (request) => {
        count += 1;
        const place = replica();
        if (place !== undefined) {
          request.headers.set('x-sandbox-replica', String(place + 1));
        }
        return grafana.fetch(request);
      },
    });
    return { port: createGrafanaClient(transport), requests: () => count };
  }

  const { port } = clientAs('admin:admin', () => 0);
  for (const interval of INTERVALS) {
    await connect(port, interval);
  }
  const reading = await readGrafana(port);
  const connections = reading.ok ? connectionsOf(reading.value) : [];
  if (connections.length !== INTERVALS.length) {
    throw new Error('the connections were not made');
  }
  return {
    ...{ clock, grafana, arrived, connections },
    setIrm(next) {
      isWell = next;
    },
    clientAt: (replica = () => undefined) => clientAs('viewer:viewerpass', replica),
    async ask(method, path, body) {
      const headers = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };
      const alive = grafana.replicas.find(({ downSince }) => downSince() === undefined);
      const answer = await alive?.fetch(
        new Request(GRAFANA_URL + path, { method, headers, body: JSON.stringify(body) })
      );
      return answer && answer.status < 300 ? answer.json() : Promise.reject(new Error(`${path}: ${answer?.status}`));
    },
  };
}

async function connect(port: GrafanaPort, interval: number): Promise<void> {
  const endpoint = endpointOfUrl(`${IRM_URL}/integrations/v1/alertmanager/Every${interval}s/`)?.endpoint;
  const before = await readGrafana(port);
  if (!endpoint || !before.ok) {
    throw new Error('Grafana cannot be read');
  }
  const title = `Every ${interval} s`;
  const proposed = proposeConnection({ endpoint, objects: before.value, title, interval, withHeartbeat: true });
  const run = await applyPlan(planConnection(proposed, before.value), port);
  if (run.result !== 'applied') {
    throw new Error(run.error?.message ?? run.result);
  }
}
