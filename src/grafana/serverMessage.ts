import * as v from 'valibot';
import type { GrafanaError } from '../connection/port/grafanaPort';
import { foreignIn, textIn } from '../transport/foreign';
import { withoutSecrets } from '../transport/masking';
import type { Answer } from '../transport/transport';

const errorBody = v.looseObject({
  message: v.optional(v.string()),
  error: v.optional(v.string()),
  extra: v.nullish(v.looseObject({ permissions: v.optional(v.string()) })),
});

/**
 * The words of an answer, without secrets: of Grafana's own form, of a Kubernetes `Status`, of a plain text; and what it
 * was where it had none.
 */
export function wordsOf(answer: Answer): Pick<GrafanaError, 'message' | 'instead'> {
  const foreign = foreignIn(answer);
  if (foreign) {
    return foreign;
  }
  const { body, status } = answer;
  const parsed = v.safeParse(errorBody, body);
  const { message, error, extra }: v.InferOutput<typeof errorBody> = parsed.success
    ? parsed.output
    : { message: textIn(body) };
  const words = message ?? error;
  const needed = extra?.permissions ? `. Permissions needed: ${actionsOf(extra.permissions)}` : '';
  return {
    message: withoutSecrets(`${words ?? `HTTP status ${status}`}${needed}`),
    ...(words === undefined && { instead: 'noWords' }),
  };
}

/** `all(action:alert.rules:read scopes:… action:folders:read scopes:…)` tells scopes too; the actions are enough. */
function actionsOf(permissions: string): string {
  const actions = [...permissions.matchAll(/action:(\S+)/g)].map((match) => match[1]);
  return actions.length > 0 ? actions.join(', ') : permissions;
}
