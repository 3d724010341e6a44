import type * as z from './zod';
import { addressOf, type Call } from './transport';

/** Where an answer differs from what was promised, for those who report it. */
export function describeUnknownForm(call: Call, { issues: [issue] }: z.core.$ZodError): string {
  const where = issue?.path.length ? ` at ${issue.path.map(String).join('.')}` : '';
  return `The answer to ${call.method} ${addressOf(call)} has an unknown form${where}: ${issue?.message}`;
}
