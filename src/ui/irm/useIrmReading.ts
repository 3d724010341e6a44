import { useQuery } from '@tanstack/react-query';
import type * as v from 'valibot';
import type { IrmError, IrmPort, IrmResult } from '../../connection/irm/irmPort';
import { useServices } from '../data/services';
import { usePageVisible } from '../reading/usePageVisible';
import { askIrm } from './askIrm';
import { answerOf, type IrmFailure } from './irmFailure';
import { shareReading, sharedReading } from './sharedReadings';
import { IRM_FRESH_MS } from './useIntegration';

export interface IrmReading<T> {
  /** The last one that succeeded; it stays beside the error of a later one. */
  value: T | undefined;
  error: IrmError | undefined;
  isReading: boolean;
  retry(): void;
}

interface Options<T> {
  /** Names it in this browser, for all tabs. */
  name: string;
  form: v.GenericSchema<unknown, T>;
  /** For so long it is not read again, in milliseconds. */
  freshMs: number;
  ask(irm: IrmPort): IrmResult<T>;
}

/** Something of IRM that is read now and then while somebody looks, once for all tabs of a browser. */
export function useIrmReading<T>({ name, form, freshMs, ask }: Options<T>): IrmReading<T> {
  const { irm } = useServices();
  const isVisible = usePageVisible();
  const query = useQuery<T, IrmFailure>({
    queryKey: ['irm', 'reading', name],
    queryFn: async () => {
      const shared = sharedReading(name, form, freshMs);
      if (shared !== undefined) {
        return shared;
      }
      const value = await answerOf(irm, (api) => askIrm(api, ask));
      shareReading(name, value);
      return value;
    },
    enabled: irm !== undefined && isVisible,
    staleTime: freshMs,
    refetchInterval: ({ state: { error } }) => nextLookMs(error?.error, freshMs),
  });
  const error: IrmError | undefined = query.error?.error;
  return { value: query.data, error, isReading: query.isFetching, retry: () => void query.refetch() };
}

/** IRM is asked again when it wants it to; after other failures in a minute. */
export function nextLookMs(error: IrmError | undefined, freshMs: number): number {
  return error ? (error.waitSeconds ?? 0) * 1000 || Math.min(freshMs, IRM_FRESH_MS) : freshMs;
}
