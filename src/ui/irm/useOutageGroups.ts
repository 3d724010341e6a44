import * as v from 'valibot';
import { readOutageGroups, type OutageReading } from '../../connection/irm/outageGroups';
import { useIrmReading, type IrmReading } from './useIrmReading';

/** Past outages seldom change; the present one is told by the state of the heartbeat, too. */
const FRESH_MS = 5 * 60_000;

const form: v.GenericSchema<unknown, OutageReading> = v.object({
  groups: v.array(
    v.object({
      id: v.string(),
      createdAt: v.number(),
      resolvedAt: v.optional(v.number()),
      alertsCount: v.number(),
      news: v.picklist(['lost', 'restored']),
      newsAt: v.optional(v.number()),
      link: v.optional(v.string()),
    })
  ),
  from: v.number(),
  to: v.number(),
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
