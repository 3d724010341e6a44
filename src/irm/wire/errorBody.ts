import * as v from 'valibot';
import { raw } from '../../transport/forms';

const withDetail = v.looseObject({ detail: v.string() });
const byField = raw;
const list = v.array(v.string());

/** What IRM says is wrong: in all, and with single fields. */
export interface ErrorWords {
  detail: string | undefined;
  fields: Record<string, string>;
}

/**
 * Reads the three forms of IRM's errors: `{detail}`, texts by field, or a bare list (oncall-2026-01/03-integrations.json,
 * "create …"). Undefined for any other, which IRM's API does not give.
 */
export function readErrorBody(body: unknown): ErrorWords | undefined {
  const detail = v.safeParse(withDetail, body);
  if (detail.success) {
    return { detail: detail.output.detail, fields: {} };
  }
  const texts = v.safeParse(list, body);
  if (texts.success) {
    return { detail: texts.output.join(' '), fields: {} };
  }
  const fields = v.safeParse(byField, body);
  if (!fields.success || 'message' in fields.output) {
    return undefined;
  }
  const entries = Object.entries(fields.output).map(([name, texts]) => [name, textsIn(texts).join(' ')] as const);
  return entries.every(([, text]) => text !== '')
    ? { detail: undefined, fields: Object.fromEntries(entries) }
    : undefined;
}

/** All texts in what IRM says of a field, which has fields of its own in the case of templates and routes. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
