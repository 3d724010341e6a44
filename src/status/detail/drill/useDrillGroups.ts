import { useQuery } from '@tanstack/react-query';
import { outcomeOf, type Drill, type DrillPhase } from '../../../connection/drill/drill';
import { searchRange } from '../../../connection/drill/observe';
import type { AlertGroup, IrmError } from '../../../connection/irm/irmPort';
import { useServices } from '../../../ui/data/services';
import { valueOrThrow } from '../../../ui/data/queryFailure';
import type { IrmFailure } from '../../../ui/irm/irmFailure';

/** Milliseconds between two looks at IRM; close ones where its alert is due. */
const SELDOM_MS = 10_000;
const CLOSE_MS = 5_000;

export interface DrillGroups {
  /** What IRM lists of the integration since the drill began; undefined before its first answer. */
  groups: readonly AlertGroup[] | undefined;
  /** When IRM answered last, by the browser's clock. */
  askedAt: number;
  error: IrmError | undefined;
}

/** Watches IRM for as long as a drill has something to expect of it, in a hidden page, too. */
export function useDrillGroups(
  drill: Drill | undefined,
  phase: DrillPhase | undefined,
  integrationId: string | undefined
): DrillGroups {
  const { irm } = useServices();
  const isOver = !drill || (phase?.kind === 'ended' && outcomeOf(drill) !== 'irmNotAsked');
  const everyMs = phase?.kind === 'due' || phase?.kind === 'resolving' ? CLOSE_MS : SELDOM_MS;
  const query = useQuery<AlertGroup[], IrmFailure>({
    queryKey: ['irm', 'drill', integrationId, drill?.startedAt],
    queryFn: async () => {
      if (!irm || !drill || integrationId === undefined) {
        throw new Error('asked for only when all are there');
      }
      return valueOrThrow(await irm.listAlertGroups({ integrationId, startedBetween: searchRange(drill) })).items;
    },
    enabled: irm !== undefined && integrationId !== undefined && !isOver,
    refetchInterval: ({ state: { error } }) => Math.max(everyMs, (error?.error.waitSeconds ?? 0) * 1000),
    refetchIntervalInBackground: true,
  });
  return { groups: query.data, askedAt: query.dataUpdatedAt, error: isOver ? undefined : query.error?.error };
}
