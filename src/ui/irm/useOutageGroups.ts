import * as z from '../../transport/zod';
import { readOutageGroups, type OutageReading } from '../../connection/irm/outageGroups';
import { useIrmReading, type IrmReading } from './useIrmReading';

/** Past outages seldom change; the present one is told by the state of the heartbeat, too. */
const FRESH_MS = 5 * 60_000;

const form: z.ZodMiniType<OutageReading> = z.object({
  groups: z.array(
    z.object({
      id: z.string(),
      createdAt: z.number(),
      resolvedAt: z.optional(z.number()),
      alertsCount: z.number(),
      news: z.enum(['lost', 'restored']),
      newsAt: z.optional(z.number()),
      link: z.optional(z.string()),
    })
  ),
  from: z.number(),
  to: z.number(),
});

/**
 * The alert groups of lost heartbeats of the last 30 days: normally one request, ten at most, once in five minutes.
 * @param now the server's time, epoch milliseconds
 */
export const useOutageGroups = (integrationId: string, now: number): IrmReading<OutageReading> =>
  useIrmReading({
    name: `outages/${integrationId}`,
    form,
    freshMs: FRESH_MS,
    ask: (irm) => readOutageGroups(irm, integrationId, now),
  });
