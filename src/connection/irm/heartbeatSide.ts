import { success } from '../result';
import type { IrmPort, IrmResult } from './irmPort';
import { heartbeatNews } from './lostHeartbeat';

const NEWEST = 50;

/**
 * Whether IRM has an open alert group of its own about missing beats, among the newest of an integration that fire or
 * were acknowledged; at most two requests.
 */
export async function heartbeatSide(irm: IrmPort, integrationId: string): IrmResult<'quiet' | 'missing'> {
  for (const state of ['firing', 'acknowledged'] as const) {
    const answer = await irm.listAlertGroups({ integrationId, state, perPage: NEWEST });
    if (!answer.ok) {
      return answer;
    }
    if (answer.value.items.some(({ lastAlert }) => heartbeatNews(lastAlert.payload) === 'lost')) {
      return success('missing');
    }
  }
  return success('quiet');
}
