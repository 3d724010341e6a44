import { type FakeClock, fakeClock } from '../../sandbox/clock';
import { createIrm, type IrmStandIn } from '../../sandbox/irm/standIn';

export const baseUrl = 'http://irm.test';

export interface GroupSeen {
  state: string;
  alerts_count: number;
  title: string;
}

/** A fresh stand-in on a clock that stands still, and the few requests that the stories need. */
export function freshIrm(startsAt = '2026-11-22T04:00:00Z') {
  const clock: FakeClock = fakeClock(Date.parse(startsAt));
  const irm: IrmStandIn = createIrm({ clock, baseUrl });
  let tokens = 0;

  const send = (path: string, method = 'GET', body?: unknown, token = 'sandbox-irm-token') =>
    irm.fetch(
      new Request(path.startsWith('http') ? path : baseUrl + path, {
        method,
        headers: { Authorization: token, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    );

  return {
    clock,
    irm,
    send,
    create(type: string, name = `${type} ${(tokens += 1)}`) {
      const { id, token, heartbeat } = irm.createIntegration({ type, name });
      const endpoint = `${baseUrl}/integrations/v1/${type}/${token}/`;
      return { id, endpoint, heartbeatEndpoint: `${endpoint}heartbeat/`, heartbeatId: heartbeat?.id ?? '' };
    },
    async groupsOf(integrationId: string): Promise<GroupSeen[]> {
      const response = await send(`/api/v1/alert_groups/?integration_id=${integrationId}`);
      const { results } = (await response.json()) as { results: GroupSeen[] };
      return results.map(({ state, alerts_count, title }) => ({ state, alerts_count, title }));
    },
    /** The heartbeat as IRM's own interface sees it; with a body it is changed first. */
    heartbeat(id: string, method = 'GET', body?: unknown, action = '') {
      return irm.fetch(
        new Request(`${baseUrl}/api/internal/v1/heartbeats/${id}/${action}`, {
          method,
          headers: {
            Authorization: 'sandbox-plugin-token',
            'X-Instance-Context': '{"stack_id": 5, "org_id": 100}',
            'X-Grafana-Context': '{"UserId": 1}',
            'Content-Type': 'application/json',
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        })
      );
    },
  };
}
