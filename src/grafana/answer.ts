import type { Answer } from './transport';

/** Reads what both transports need of a response: the body as JSON where it is some, time and wait from the headers. */
export function toAnswer(
  response: { status: number; headers?: Headers; redirected?: boolean },
  text: string,
  now: number
): Answer {
  const date = Date.parse(response.headers?.get('Date') ?? '');
  return {
    status: response.status,
    body: parseBody(text),
    date: Number.isNaN(date) ? undefined : date,
    retryAfter: readRetryAfter(response.headers?.get('Retry-After'), now),
    redirected: response.redirected ?? false,
  };
}

function parseBody(text: string): unknown {
  if (text.trim() === '') {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `Retry-After` counts in seconds or names a date (RFC 9110, 10.2.3). */
function readRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (!header) {
    return undefined;
  }
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
