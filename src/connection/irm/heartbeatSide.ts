import { success } from '../result';
import type { AlertGroup, IrmPort, IrmResult } from './irmPort';
import { heartbeatNews } from './lostHeartbeat';
import { OPEN_STATES } from './openGroups';

/** IRM answers no more at once (oncall-2026-01). */
const PER_PAGE = 100;

/** What IRM says of one heartbeat, and how many requests that took. */
export interface SideReading {
  /** Undefined when more alert groups are open than are read. */
  side: 'quiet' | 'missing' | undefined;
  requests: number;
}

/**
 * Whether IRM has an open alert group of its own about missing beats, whoever acknowledged or silenced it. The newest
 * hundred of an integration tell it in one request; where there are more, the newest hundred of each open state do, in
 * three more, because IRM filters by one state at a time.
 */
export async function heartbeatSide(
  irm: Pick<IrmPort, 'listAlertGroups'>,
  integrationId: string
): IrmResult<SideReading> {
  const newest = await irm.listAlertGroups({ integrationId, perPage: PER_PAGE });
  if (!newest.ok) {
    return newest;
  }
  if (newest.value.items.some(isMissing)) {
    return success({ side: 'missing', requests: 1 });
  }
  if (!newest.value.hasMore) {
    return success({ side: 'quiet', requests: 1 });
  }
  let [requests, isWhole] = [1, true];
  for (const state of OPEN_STATES) {
    const answer = await irm.listAlertGroups({ integrationId, state, perPage: PER_PAGE });
    if (!answer.ok) {
      return answer;
    }
    requests += 1;
    if (answer.value.items.some(isMissing)) {
      return success({ side: 'missing', requests });
    }
    isWhole = isWhole && !answer.value.hasMore;
  }
  return success({ side: isWhole ? 'quiet' : undefined, requests });
}

const isMissing = ({ state, lastAlert }: AlertGroup) =>
  state !== 'resolved' && heartbeatNews(lastAlert.payload) === 'lost';
