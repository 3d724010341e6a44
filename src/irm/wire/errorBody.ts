import * as z from '../../transport/zod';

const withDetail = z.looseObject({ detail: z.string() });
const byField = z.record(z.string(), z.unknown());
const list = z.array(z.string());

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
  const detail = withDetail.safeParse(body);
  if (detail.success) {
    return { detail: detail.data.detail, fields: {} };
  }
  const texts = list.safeParse(body);
  if (texts.success) {
    return { detail: texts.data.join(' '), fields: {} };
  }
  const fields = byField.safeParse(body);
  if (!fields.success || 'message' in fields.data) {
    return undefined;
  }
  const entries = Object.entries(fields.data).map(([name, texts]) => [name, textsIn(texts).join(' ')] as const);
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
