import { STATUS_CODES } from 'node:http';

import type { Clock } from '../../clock';
import { asText } from '../requestBody';
import { goClientError, schemeProblem } from './goErrors';
import type { WebhookPayload } from './payload';
import { fetchAsGo } from './redirects';

export interface WebhookDelivery {
  /** The settings of one webhook integration. */
  settings: Record<string, unknown>;
  payload: WebhookPayload;
  send: typeof fetch;
  clock: Clock;
  /** After this long, in the clock's time, the attempt is given up. Default 30 s. */
  timeoutMs?: number;
}

export interface DeliveryResult {
  /** Grafana's words; not there when the target answered 2xx. */
  error?: string;
  durationMs: number;
}

/** Types of contact points that send this; `oncall` is the older name of a webhook to OnCall, with the same settings. */
export function isWebhook(type: string): boolean {
  return type === 'webhook' || type === 'oncall';
}

/** What comes of an integration of another type: email fails as in a Grafana without a mail server. */
export function unsentError(type: string): string | undefined {
  if (isWebhook(type)) {
    return undefined;
  }
  return type === 'email'
    ? "SMTP not configured, check your grafana.ini config file's [smtp] section"
    : `not built in the sandbox: integrations of type ${type}`;
}

/** Grafana makes no message for this address, and calls it sent. */
const NOBODY = 'grafana://noop';

const TIMED_OUT = Symbol('timed out');

/** Makes one attempt to deliver a webhook notification. */
export async function deliverWebhook(delivery: WebhookDelivery): Promise<DeliveryResult> {
  const start = delivery.clock.now();
  const error = await attempt(delivery);
  return { ...(error === undefined ? {} : { error }), durationMs: delivery.clock.now() - start };
}

async function attempt({ settings, payload, send, clock, timeoutMs = 30_000 }: WebhookDelivery) {
  const address = asText(settings.url);
  if (address === NOBODY) {
    return undefined;
  }
  const method = asText(settings.httpMethod) || 'POST';
  if (method !== 'POST' && method !== 'PUT') {
    return 'webhook only supports HTTP methods PUT or POST';
  }
  const problem = schemeProblem(address);
  if (problem) {
    return goClientError(method, address, new Error(problem));
  }
  const abort = new AbortController();
  let callOff = () => {};
  const timeout = new Promise<typeof TIMED_OUT>((resolve) => {
    callOff = clock.schedule(timeoutMs, () => resolve(TIMED_OUT));
  });
  try {
    const sent = fetchAsGo(send, address, {
      method,
      headers: headersOf(settings),
      body: JSON.stringify(payload),
      signal: abort.signal,
    });
    const response = await Promise.race([sent, timeout]);
    if (response === TIMED_OUT) {
      sent.catch(() => undefined);
      abort.abort();
      return goClientError(method, address, new Error('context deadline exceeded'));
    }
    await response.arrayBuffer().catch(() => undefined);
    return response.ok ? undefined : `webhook response status ${response.status} ${reasonPhrase(response)}`.trim();
  } catch (error) {
    return goClientError(method, address, error);
  } finally {
    callOff();
  }
}

function reasonPhrase(response: Response): string {
  return response.statusText || STATUS_CODES[response.status] || '';
}

function headersOf(settings: Record<string, unknown>): Headers {
  const headers = new Headers({ 'Content-Type': 'application/json', 'User-Agent': 'Grafana' });
  const credentials = asText(settings.authorization_credentials);
  // Grafana takes one part alone for none.
  if (asText(settings.username) && asText(settings.password)) {
    const pair = `${asText(settings.username)}:${asText(settings.password)}`;
    headers.set('Authorization', `Basic ${Buffer.from(pair).toString('base64')}`);
  } else if (credentials) {
    headers.set('Authorization', `${asText(settings.authorization_scheme) || 'Bearer'} ${credentials}`);
  }
  for (const [name, value] of Object.entries((settings.headers ?? {}) as Record<string, string>)) {
    headers.set(name, value);
  }
  return headers;
}
