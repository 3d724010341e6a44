import type { Context } from 'hono';
import type { z } from 'zod';

/** Runs with a body that fits the schema, or says which field does not. */
export async function withInput<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  run: (input: z.output<Schema>) => Response
): Promise<Response> {
  const body: unknown = await c.req.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return run(parsed.data);
  }
  const issue = parsed.error.issues[0];
  return c.json({ error: issue?.message ?? 'Not understood.', field: issue?.path.at(-1) ?? null }, 400);
}
