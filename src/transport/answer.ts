import * as v from 'valibot';
import { addressOf, type Answer, type Call } from './transport';

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

/** Where an answer differs from what was promised, for those who report it; never what stood there, which may be secret. */
export function describeUnknownForm(call: Call, [issue]: readonly [v.BaseIssue<unknown>, ...unknown[]]): string {
  const path = v.getDotPath(issue);
  const where = path === null ? '' : ` at ${path}`;
  return `The answer to ${call.method} ${addressOf(call)} has an unknown form${where}: ${whatIsWrong(issue)}`;
}

function whatIsWrong({ kind, expected, received, message }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema') {
    return message;
  }
  return received === 'undefined' ? 'nothing is there' : `expected ${expected ?? 'something else'}`;
}
