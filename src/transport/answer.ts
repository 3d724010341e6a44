import type { Answer } from './transport';

/** Reads what both transports need of a response: the body as JSON where it is some, the time from the headers. */
export function toAnswer(response: { status: number; headers?: Headers; redirected?: boolean }, text: string): Answer {
  const date = Date.parse(response.headers?.get('Date') ?? '');
  return {
    status: response.status,
    body: parseBody(text),
    date: Number.isNaN(date) ? undefined : date,
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
