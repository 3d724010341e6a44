import type { IrmPort } from '../../connection/irm/irmPort';
import type { Call, Transport } from '../../transport/transport';
import { createIrmClient } from '../irmClient';

type Given = { status: number; body: unknown; redirected?: boolean } | 'timeout' | 'cut';

export const EMPTY_PAGE = { count: 0, next: null, results: [] };

/** A client whose requests get these answers one after the other, the last one again and again. */
export function answering(...answers: Given[]): { irm: IrmPort; calls: Call[] } {
  const calls: Call[] = [];
  const transport: Transport = {
    way: 'proxy',
    async request(call) {
      const answer = answers[Math.min(calls.length, answers.length - 1)];
      calls.push(call);
      if (answer === undefined || answer === 'timeout' || answer === 'cut') {
        const reason = answer === 'cut' ? 'unreachable' : 'timeout';
        return { ok: false, error: { reason, message: `It was ${reason}` } };
      }
      return { ok: true, value: { redirected: false, date: undefined, ...answer } };
    },
  };
  return { irm: createIrmClient(transport), calls };
}
