import { z } from 'zod';

import type { NotificationPolicy } from '../context';

const duration = z.string().regex(/^(\d+(ms|[smhdwy]))+$/);
const matcher = z.tuple([z.string(), z.enum(['=', '!=', '=~', '!~']), z.string()]);

const policy: z.ZodType<NotificationPolicy> = z.lazy(() =>
  z.object({
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
export function readPolicy(body: unknown): NotificationPolicy | undefined {
  return policy.safeParse(body).data;
}
