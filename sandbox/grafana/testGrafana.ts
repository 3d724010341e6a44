import { fakeClock } from '../clock';
import { createGrafana, type GrafanaOptions } from './standIn';

const PASSWORDS = { admin: 'admin', editor: 'editorpass', viewer: 'viewerpass' };

export const ROOT_URL = 'http://grafana.test';

export interface Answered {
  status: number;
  body: unknown;
  headers: Headers;
}

/** For tests: a stand-in on a clock that stands still, and requests to it by somebody. */
export function testGrafana(options: Partial<GrafanaOptions> = {}) {
  const clock = fakeClock(Date.parse('2026-11-23T09:00:00Z'));
  const sent: Request[] = [];
  /** Requests to the stand-in's own address come back to it, others find a target that says "Ok.". */
  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    sent.push(request.clone());
    return request.url.startsWith(ROOT_URL) ? grafana.fetch(request) : new Response('Ok.');
  };
  const grafana = createGrafana({ clock, rootUrl: ROOT_URL, send, ...options });

  async function ask(method: string, path: string, headers: HeadersInit, body?: unknown): Promise<Answered> {
    const all = new Headers(headers);
    if (body !== undefined) {
      all.set('Content-Type', 'application/json');
    }
    const request = new Request(ROOT_URL + path, { method, headers: all, body: JSON.stringify(body) });
    const response = await grafana.fetch(request);
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text, headers: response.headers };
  }

  return {
    grafana,
    clock,
    /** What left the stand-in, in order. */
    sent,
    ask,
    as: (login: keyof typeof PASSWORDS, more: Record<string, string> = {}) => {
      const headers = { Authorization: `Basic ${btoa(`${login}:${PASSWORDS[login]}`)}`, ...more };
      return (method: string, path: string, body?: unknown) => ask(method, path, headers, body);
    },
  };
}
