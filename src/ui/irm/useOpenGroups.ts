import { z } from '../../transport/zod';
import { OPEN_STATES, readOpenGroups, type OpenGroups } from '../../connection/irm/openGroups';
import { IRM_FRESH_MS } from './useIntegration';
import { useIrmReading, type IrmReading } from './useIrmReading';

const state = z.enum(OPEN_STATES);

const form: z.ZodType<OpenGroups> = z.object({
  counts: z.record(state, z.number()),
  newest: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state,
      createdAt: z.number(),
      link: z.string().optional(),
      news: z.enum(['lost', 'restored']).optional(),
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
