import { z } from 'zod';

import type { NotificationPolicy } from '../context';

const duration = z.string().regex(/^(\d+(ms|[smhdwy]))+$/);
const matcher = z.tuple([z.string(), z.enum(['=', '!=', '=~', '!~']), z.string()]);

/** Fields that the stand-in does nothing with are kept all the same. */
const policy: z.ZodType<NotificationPolicy> = z.lazy(() =>
  z.looseObject({
    receiver: z.string().optional(),
    group_by: z.array(z.string()).optional(),
    group_wait: duration.optional(),
    group_interval: duration.optional(),
    repeat_interval: duration.optional(),
    object_matchers: z.array(matcher).optional(),
    matchers: z.array(z.string()).optional(),
    mute_time_intervals: z.array(z.string()).optional(),
    active_time_intervals: z.array(z.string()).optional(),
    continue: z.boolean().optional(),
    routes: z.array(policy).optional(),
  })
);

/** A policy tree as Grafana stores it; nothing when it cannot be read as one. */
export function readPolicy(body: object): NotificationPolicy | undefined {
  if (!policy.safeParse(body).success || !hasGoodPatterns(body)) {
    return undefined;
  }
  // Who keeps the tree is told beside it, and no part of it.
  const { provenance: _, ...tree } = body as NotificationPolicy & { provenance?: string };
  return tree;
}

function hasGoodPatterns({ object_matchers = [], routes = [] }: NotificationPolicy): boolean {
  return (
    object_matchers.every(([, operator, value]) => !operator.endsWith('~') || isPattern(value)) &&
    routes.every(hasGoodPatterns)
  );
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text.replace(/^\(\?[imsU]+\)/, '')) instanceof RegExp;
  } catch {
    return false;
  }
}
