import * as v from 'valibot';
import { OPEN_STATES, readOpenGroups, type OpenGroups } from '../../connection/irm/openGroups';
import { IRM_FRESH_MS } from './useIntegration';
import { useIrmReading, type IrmReading } from './useIrmReading';

const state = v.picklist(OPEN_STATES);

const form: v.GenericSchema<unknown, OpenGroups> = v.object({
  counts: v.object({ firing: v.number(), acknowledged: v.number(), silenced: v.number() }),
  newest: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      state,
      createdAt: v.number(),
      link: v.optional(v.string()),
      news: v.optional(v.picklist(['lost', 'restored'])),
      testId: v.optional(v.string()),
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
