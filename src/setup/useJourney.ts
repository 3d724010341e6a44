import { useCallback, useState } from 'react';
import { loadJourney, saveJourney, type Journey } from './step/journey';

/** The journey of a connection, which has its id before Grafana holds anything of it; survives a reload of the page. */
export function useJourney(connectionId: string | undefined) {
  const [journeys, setJourneys] = useState<Readonly<Record<string, Journey>>>({});
  const journey = connectionId === undefined ? undefined : journeys[connectionId];
  const note = useCallback(
    (change: Partial<Journey>) => {
      if (connectionId !== undefined) {
        setJourneys((all) => {
          const next = { ...(all[connectionId] ?? loadJourney(window.sessionStorage, connectionId)), ...change };
          saveJourney(window.sessionStorage, connectionId, next);
          return { ...all, [connectionId]: next };
        });
      }
    },
    [connectionId]
  );
  return {
    journey: journey ?? (connectionId === undefined ? {} : loadJourney(window.sessionStorage, connectionId)),
    note,
  };
}
