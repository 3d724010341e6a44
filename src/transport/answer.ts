import { addressOf, type Answer, type Call } from './transport';
import type * as z from './zod';

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

/** Where an answer differs from what was promised, for those who report it. */
export function describeUnknownForm(call: Call, { issues: [issue] }: z.core.$ZodError): string {
  const where = issue?.path.length ? ` at ${issue.path.map(String).join('.')}` : '';
  return `The answer to ${call.method} ${addressOf(call)} has an unknown form${where}: ${issue?.message}`;
}
