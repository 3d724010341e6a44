import { createContext, useContext, useEffect } from 'react';
import type { GrafanaError } from '../../connection/port/grafanaPort';

/** How a step tells the page which failure it shows in its place. */
export const ToldFailure = createContext<(error: GrafanaError | undefined) => void>(() => undefined);

/** The failure that a step shows where the person pressed, so that the page does not say the same above it. */
export function useToldFailure(error: GrafanaError | undefined): void {
  const tell = useContext(ToldFailure);
  useEffect(() => {
    tell(error);
    return () => tell(undefined);
  }, [error, tell]);
}
