import { shortened } from '../connection/shortened';
import * as z from '../transport/zod';
import type { Answer } from '../transport/transport';
import { describeWebPage, isWebPage } from '../transport/webPage';

const errorBody = z.looseObject({
  message: z.optional(z.string()),
  error: z.optional(z.string()),
  extra: z.nullish(z.looseObject({ permissions: z.optional(z.string()) })),
});

/** The words of an answer: of Grafana's own form, of a Kubernetes `Status`, of a plain text, of a web page's title. */
export function messageOf({ body, status }: Answer): string {
  const parsed = errorBody.safeParse(body);
  if (parsed.success) {
    const { message, error, extra } = parsed.data;
    const words = message ?? error ?? `HTTP status ${status}`;
    return extra?.permissions ? `${words}. Permissions needed: ${actionsOf(extra.permissions)}` : words;
  }
  if (isWebPage(body)) {
    return describeWebPage(String(body));
  }
  return typeof body === 'string' && body.trim() ? shortened(body.trim(), 300) : `HTTP status ${status}`;
}

/** `all(action:alert.rules:read scopes:… action:folders:read scopes:…)` tells scopes too; the actions are enough. */
function actionsOf(permissions: string): string {
  const actions = [...permissions.matchAll(/action:(\S+)/g)].map((match) => match[1]);
  return actions.length > 0 ? actions.join(', ') : permissions;
}
