import { useQuery } from '@tanstack/react-query';
import type { EscalationChain, IrmError, IrmPort, IrmResult, IrmTeam } from '../../connection/irm/irmPort';
import { useServices } from '../data/services';
import { answerOf, type IrmFailure } from './irmFailure';
import { IRM_FRESH_MS } from './useIntegration';

export interface IrmList<T> {
  items: readonly T[] | undefined;
  error: IrmError | undefined;
  isReading: boolean;
  retry(): void;
}

export const useIrmTeams = (): IrmList<IrmTeam> => useIrmList('teams', (irm) => irm.listTeams());

export const useEscalationChains = (): IrmList<EscalationChain> =>
  useIrmList('escalation-chains', (irm) => irm.listEscalationChains());

function useIrmList<T>(name: string, read: (irm: IrmPort) => IrmResult<T[]>): IrmList<T> {
  const { irm } = useServices();
  const query = useQuery<T[], IrmFailure>({
    queryKey: ['irm', name],
    queryFn: () => answerOf(irm, read),
    enabled: irm !== undefined,
    staleTime: IRM_FRESH_MS,
  });
  return {
    items: query.data,
    error: query.error?.error,
    isReading: query.isFetching,
    retry: () => void query.refetch(),
  };
}
