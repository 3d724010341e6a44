import { useCallback, useState } from 'react';
import { equal } from '../connection/equal';
import { loadJourney, saveJourney, type Journey } from './step/journey';

/** The journey of a connection, which has its id before Grafana holds anything of it; survives a reload of the page. */
export function useJourney(connectionId: string | undefined) {
  const [journeys, setJourneys] = useState<Readonly<Record<string, Journey>>>({});
  const journey = connectionId === undefined ? undefined : journeys[connectionId];
  const note = useCallback(
    (change: Partial<Journey>) => {
      if (connectionId !== undefined) {
        setJourneys((all) => {
          const before = all[connectionId] ?? loadJourney(connectionId);
          const next = { ...before, ...change };
          if (equal(before, next)) {
            // What is seen is noted whenever it is seen.
            return all;
          }
          saveJourney(connectionId, next);
          return { ...all, [connectionId]: next };
        });
      }
    },
    [connectionId]
  );
  return {
    journey: journey ?? (connectionId === undefined ? {} : loadJourney(connectionId)),
    note,
  };
}
