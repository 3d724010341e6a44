import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Integration } from '../../connection/model';
import type { GrafanaPort, GrafanaResult } from '../../connection/port/grafanaPort';
import type { ReadingPart } from '../../connection/reading/reading';

/** What a reading waits for. */
export type AwaitedPart = ReadingPart | 'contactPoints' | 'history';

/** What is known of the first reading while it is under way. */
interface FirstReading {
  /** Undefined until they came. */
  integrations: readonly Integration[] | undefined;
  /** What was asked for and has not come. */
  awaited: readonly AwaitedPart[];
}

/** Not below the key of readings, of which all are read again at a refresh. */
const FIRST_READING_KEY = ['first-reading'];

const NOTHING: FirstReading = { integrations: undefined, awaited: [] };

/**
 * The port, telling pages what the first reading waits for, and the contact points as soon as they are there: these name
 * a connection, whose state takes all the rest.
 */
export function toldTo(client: QueryClient, port: GrafanaPort): GrafanaPort {
  let integrations: FirstReading['integrations'];
  let underWay: readonly AwaitedPart[] = [];
  const tell = () =>
    client.setQueryData<FirstReading>(FIRST_READING_KEY, { integrations, awaited: [...new Set(underWay)] });
  async function during<T>(part: AwaitedPart, answer: GrafanaResult<T>): GrafanaResult<T> {
    underWay = [...underWay, part];
    tell();
    try {
      return await answer;
    } finally {
      const at = underWay.indexOf(part);
      underWay = underWay.filter((_, index) => index !== at);
      tell();
    }
  }
  return {
    ...port,
    async listIntegrations() {
      const list = await during('contactPoints', port.listIntegrations());
      if (list.ok) {
        integrations = list.value.value;
        tell();
      }
      return list;
    },
    readFolderRules: (uid) => during('rules', port.readFolderRules(uid)),
    findsFolder: (uid) => during('rules', port.findsFolder(uid)),
    readRuleGroup: (...place) => during('rules', port.readRuleGroup(...place)),
    deliveries: () => during('deliveries', port.deliveries()),
    ruleStatuses: (...place) => during('ruleStatuses', port.ruleStatuses(...place)),
    alertsWithLabel: (name, value) => during('alerts', port.alertsWithLabel(name, value)),
    stateHistory: (...asked) => during('history', port.stateHistory(...asked)),
  };
}

/** The first reading so far; once there is one, `useReading` has all of it. */
export function useFirstReading(): FirstReading {
  return useQuery<FirstReading>({ queryKey: FIRST_READING_KEY, queryFn: skipToken }).data ?? NOTHING;
}
