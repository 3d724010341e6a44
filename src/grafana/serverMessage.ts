import * as v from 'valibot';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { shortened } from '../connection/shortened';
import { withoutSecrets } from '../transport/masking';
import type { Answer } from '../transport/transport';
import { describeWebPage, isWebPage } from '../transport/webPage';

const errorBody = v.looseObject({
  message: v.optional(v.string()),
  error: v.optional(v.string()),
  extra: v.nullish(v.looseObject({ permissions: v.optional(v.string()) })),
});

/**
 * The words of an answer, without secrets: of Grafana's own form, of a Kubernetes `Status`, of a plain text; and what it
 * was where it had none.
 */
export function wordsOf({ body, status }: Answer): Pick<GrafanaError, 'message' | 'instead'> {
  if (isWebPage(body)) {
    return { message: withoutSecrets(describeWebPage(String(body))), instead: 'webPage' };
  }
  const text = textIn(body);
  if (text !== undefined && REFUSALS.includes(status) && !OWN_TEXT.test(text)) {
    return { message: withoutSecrets(`The text “${text}” came instead of an answer`), instead: 'foreignText' };
  }
  const parsed = v.safeParse(errorBody, body);
  const { message, error, extra }: v.InferOutput<typeof errorBody> = parsed.success ? parsed.output : { message: text };
  const words = message ?? error;
  const needed = extra?.permissions ? `. Permissions needed: ${actionsOf(extra.permissions)}` : '';
  return {
    message: withoutSecrets(`${words ?? `HTTP status ${status}`}${needed}`),
    ...(words === undefined && { instead: 'noWords' }),
  };
}

/** Grafana itself answers these in JSON, but for one (docs/facts.md#refusals). */
const REFUSALS = [403, 404];
const OWN_TEXT = /^origin not allowed/i;

const textIn = (body: unknown): string | undefined =>
  typeof body === 'string' && body.trim() ? shortened(body.trim(), 300) : undefined;

/** `all(action:alert.rules:read scopes:… action:folders:read scopes:…)` tells scopes too; the actions are enough. */
function actionsOf(permissions: string): string {
  const actions = [...permissions.matchAll(/action:(\S+)/g)].map((match) => match[1]);
  return actions.length > 0 ? actions.join(', ') : permissions;
}
