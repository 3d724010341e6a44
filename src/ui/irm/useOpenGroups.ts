import * as z from '../../transport/zod';
import { OPEN_STATES, readOpenGroups, type OpenGroups } from '../../connection/irm/openGroups';
import { IRM_FRESH_MS } from './useIntegration';
import { useIrmReading, type IrmReading } from './useIrmReading';

const state = z.enum(OPEN_STATES);

const form: z.ZodMiniType<OpenGroups> = z.object({
  counts: z.record(state, z.number()),
  newest: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state,
      createdAt: z.number(),
      link: z.optional(z.string()),
      news: z.optional(z.enum(['lost', 'restored'])),
      testId: z.optional(z.string()),
    })
  ),
});

/** The open alert groups of an integration: three requests, once a minute at most. */
export const useOpenGroups = (integrationId: string): IrmReading<OpenGroups> =>
  useIrmReading({
    name: `open-groups/${integrationId}`,
    form,
    freshMs: IRM_FRESH_MS,
    ask: (irm) => readOpenGroups(irm, integrationId),
  });
