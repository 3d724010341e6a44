import { success } from '../result';
import type { AlertGroup, IrmPort, IrmResult } from './irmPort';
import { heartbeatNews, type HeartbeatNews } from './lostHeartbeat';

const DAY = 24 * 3600_000;

/** How far back outages are told, in milliseconds. */
export const OUTAGE_WINDOW_MS = 30 * DAY;

/** IRM lists groups by when they began, so one that lasts into the window is looked for this much before it. */
const BEFORE_MS = 7 * DAY;

/** Clocks of Grafana and IRM differ a little; milliseconds. */
const AHEAD_MS = 10 * 60_000;

/** An integration with many alerts is read no further back than this many pages of 100 groups. */
export const MOST_GROUP_PAGES = 10;
const PER_PAGE = 100;

/** An alert group of IRM's own about a heartbeat, without what was sent. Times are epoch milliseconds. */
export interface HeartbeatGroup {
  id: string;
  createdAt: number;
  resolvedAt?: number | undefined;
  alertsCount: number;
  /** Its newest alert: what it says, and when IRM took it in. */
  news: HeartbeatNews;
  newsAt?: number | undefined;
  link?: string | undefined;
}

/** What IRM lists of lost heartbeats, newest first. Times are epoch milliseconds. */
export interface OutageReading {
  groups: HeartbeatGroup[];
  /** From here to `to` nothing was left out. */
  from: number;
  to: number;
}

/**
 * Reads the alert groups of lost heartbeats of the last 30 days, whatever else the integration raised.
 * @param now the server's time, epoch milliseconds
 */
export async function readOutageGroups(
  irm: Pick<IrmPort, 'listAlertGroups'>,
  integrationId: string,
  now: number
): IrmResult<OutageReading> {
  const found = new Map<string, HeartbeatGroup>();
  const from = now - OUTAGE_WINDOW_MS;
  const startedBetween = [from - BEFORE_MS, now + AHEAD_MS] as const;
  let oldest = now;
  for (let page = 1; page <= MOST_GROUP_PAGES; page += 1) {
    const answer = await irm.listAlertGroups({ integrationId, startedBetween, perPage: PER_PAGE, page });
    if (!answer.ok) {
      return answer;
    }
    const { items, hasMore } = answer.value;
    for (const group of items) {
      oldest = Math.min(oldest, group.createdAt);
      const about = heartbeatGroup(group);
      if (about) {
        found.set(about.id, about);
      }
    }
    if (!hasMore) {
      return success({ groups: [...found.values()], from, to: now });
    }
  }
  return success({ groups: [...found.values()], from: Math.max(from, oldest), to: now });
}

/** What an alert group tells of a heartbeat; undefined when it is about anything else. */
function heartbeatGroup({ lastAlert, ...group }: AlertGroup): HeartbeatGroup | undefined {
  const news = heartbeatNews(lastAlert.payload);
  if (!news) {
    return undefined;
  }
  const { id, createdAt, resolvedAt, alertsCount, link, state } = group;
  const closedAt = state === 'resolved' ? (resolvedAt ?? lastAlert.createdAt ?? createdAt) : undefined;
  return { id, createdAt, resolvedAt: closedAt, alertsCount, news, newsAt: lastAlert.createdAt, link };
}
