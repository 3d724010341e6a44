import { fakeClock } from '../clock';
import { sandboxTokens } from './organization';
import { createIrm, type IrmOptions } from './standIn';

const baseUrl = 'http://irm.test';
export const stackUrl = 'https://stack.example.net';

/** A firing alert as Grafana sends it, of the group that `groupKey` names. */
export const firing = (groupKey = 'k') => ({
  status: 'firing',
  groupKey,
  groupLabels: { alertname: 'DiskFull' },
  alerts: [],
});

/** For tests: a stand-in on a clock that stands still, and requests to it. */
export function testIrm(options: Partial<IrmOptions> = {}) {
  const clock = fakeClock(Date.parse('2026-11-22T04:00:30Z'));
  const irm = createIrm({ clock, baseUrl, grafanaUrl: stackUrl, ...options });

  /** Paths are below the address of the stand-in; a body goes as JSON. */
  const send = (path: string, method = 'GET', body?: unknown, headers: Record<string, string> = {}) =>
    irm.fetch(
      new Request(path.startsWith('http') ? path : baseUrl + path, {
        method,
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
    );

  /** The public API, asked with this token, by default the key of the administrator. */
  const api = async (path: string, method = 'GET', body?: unknown, token = sandboxTokens[0]?.token ?? '') => {
    const headers = { Authorization: token, ...(token.startsWith('glsa_') && { 'X-Grafana-URL': stackUrl }) };
    const response = await send(`/api/v1${path}`, method, body, headers);
    const text = await response.text();
    const isJson = response.headers.get('Content-Type') === 'application/json';
    return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
  };

  return {
    clock,
    irm,
    send,
    api,
    /** The stand-in's own page. */
    ui: async (path: string, method?: string, body?: unknown) => (await send(`/ui/api${path}`, method, body)).json(),
    create(type = 'alertmanager', name = type) {
      const integration = irm.createIntegration({ type, name });
      return { ...integration, endpoint: `${baseUrl}/integrations/v1/${type}/${integration.token}/` };
    },
    stop: () => irm.stop(),
  };
}
