import { z } from 'zod';

const withDetail = z.looseObject({ detail: z.string() });
const byField = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
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
  const entries = Object.entries(fields.data).map(([name, text]) => [name, [text].flat().join(' ')] as const);
  return { detail: undefined, fields: Object.fromEntries(entries) };
}
