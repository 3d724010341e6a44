import type { Context } from 'hono';

export type JsonObject = Record<string, unknown>;

/** The request's body, or nothing when it is no JSON object. */
export async function jsonBody(c: Context): Promise<JsonObject | undefined> {
  const body: unknown = await c.req.json().catch(() => undefined);
  return isObject(body) ? body : undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
