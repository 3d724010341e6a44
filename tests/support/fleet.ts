import { realClock } from '../../sandbox/clock';
import { createGrafana, type GrafanaOptions, type GrafanaStandIn } from '../../sandbox/grafana/standIn';
import { endpointOf } from '../../sandbox/irm/links';
import { createIrm } from '../../sandbox/irm/standIn';
import { listen } from '../../sandbox/server/listen';

type Role = 'Viewer' | 'Editor' | 'Admin';

/** One stand-in on a port of its own. */
export interface FleetMember {
  url: string;
  standIn: GrafanaStandIn;
  /** A token of a new service account. */
  tokenOf(role: Role): Promise<string>;
  /** A request as the administrator; answers status and body. */
  call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>;
  /** Nobody listens there any longer. */
  close(): Promise<void>;
}

const admin = { Authorization: `Basic ${btoa('admin:admin')}`, 'Content-Type': 'application/json' };
const place = { port: 0, host: '127.0.0.1', name: 'a stand-in', variable: 'PORT' };

/** Many Grafanas and one IRM in this process, each behind a port of its own: requests really go over HTTP. */
export async function startFleet(count: number, options: Partial<GrafanaOptions> & { speed?: number } = {}) {
  const { speed = 1, ...ofGrafana } = options;
  const clock = realClock(speed);
  const closing: Array<() => Promise<void> | void> = [];

  async function serve<T extends { fetch(request: Request): Promise<Response>; stop(): void }>(
    make: (url: string) => T
  ) {
    const served: { standIn?: T } = {};
    const answer = (request: Request) => served.standIn?.fetch(request) ?? new Response(null, { status: 503 });
    const listener = await listen(place, answer);
    const url = `http://127.0.0.1:${listener.port}`;
    const standIn = make(url);
    served.standIn = standIn;
    closing.push(() => standIn.stop(), listener.close);
    return { url, standIn, close: listener.close };
  }

  const { url: irmUrl, standIn: irm } = await serve((baseUrl) => createIrm({ clock, baseUrl }));

  async function member(): Promise<FleetMember> {
    const { url, standIn, close } = await serve((rootUrl) => createGrafana({ clock, rootUrl, ...ofGrafana }));
    const call = async (method: string, path: string, body?: object) => {
      const response = await fetch(url + path, { method, headers: admin, ...(body && { body: JSON.stringify(body) }) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    };
    let accounts = 0;
    return {
      ...{ url, standIn, close, call },
      async tokenOf(role) {
        accounts += 1;
        const made = await call('POST', '/api/serviceaccounts', { name: `fleet ${accounts}`, role });
        const { id } = made.body as { id: number };
        const { body } = await call('POST', `/api/serviceaccounts/${id}/tokens`, { name: 'cli' });
        return (body as { key: string }).key;
      },
    };
  }

  const grafanas = await Promise.all(Array.from({ length: count }, member));
  return {
    grafanas,
    irm,
    irmUrl,
    /** Makes an integration in IRM and answers its endpoint. */
    newIntegration: (name: string): string =>
      endpointOf({ baseUrl: irmUrl }, irm.createIntegration({ name, type: 'alertmanager' })) ?? '',
    async stop() {
      await Promise.all(closing.map(async (close) => close()));
    },
  };
}

export type Fleet = Awaited<ReturnType<typeof startFleet>>;
