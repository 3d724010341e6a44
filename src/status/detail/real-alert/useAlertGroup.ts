import { useQuery } from '@tanstack/react-query';
import type { IrmError } from '../../../connection/irm/irmPort';
import { lookInIrm, type SeenInIrm } from '../../../connection/real-alert/observe';
import type { RealAlert, RealAlertPhase } from '../../../connection/real-alert/realAlert';
import { valueOrThrow } from '../../../ui/data/queryFailure';
import { useServices } from '../../../ui/data/services';
import { useAtTime } from '../../../ui/time/ServerClock';
import type { IrmFailure } from '../../../ui/irm/irmFailure';

/** Milliseconds between two looks at IRM: close ones while the alert is due. */
const CLOSE_MS = 3_000;
const SELDOM_MS = 10_000;

export const alertGroupKey = (testId: string) => ['irm', 'real-alert', testId] as const;

interface Options {
  alert: RealAlert;
  phase: RealAlertPhase;
  integrationId: string | undefined;
}

/** Watches IRM from the moment on at which the alert may leave, until its group is resolved. */
export function useAlertGroup({ alert, phase, integrationId }: Options): {
  seen: SeenInIrm | undefined;
  /** When IRM answered last, by the browser's clock. */
  askedAt: number;
  error: IrmError | undefined;
} {
  const { irm } = useServices();
  const isDue = useAtTime((now) =>
    phase.kind === 'waiting' ? now >= phase.window.leavesFrom : phase.kind !== 'evaluating'
  );
  const isOpen = phase.kind !== 'ended';
  const query = useQuery<SeenInIrm, IrmFailure>({
    queryKey: alertGroupKey(alert.testId),
    queryFn: async () => {
      if (!irm || integrationId === undefined) {
        throw new Error('asked for only when both are there');
      }
      return valueOrThrow(await lookInIrm(irm, alert, integrationId));
    },
    enabled: irm !== undefined && integrationId !== undefined && isDue && isOpen,
    refetchInterval: ({ state: { error } }) =>
      Math.max(alert.group ? SELDOM_MS : CLOSE_MS, (error?.error.waitSeconds ?? 0) * 1000),
    refetchIntervalInBackground: true,
    retry: false,
  });
  return { seen: query.data, askedAt: query.dataUpdatedAt, error: isOpen ? query.error?.error : undefined };
}
