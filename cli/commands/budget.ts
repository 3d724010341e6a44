import { connectionId } from '../../src/connection/endpoint/identity';
import { maskUrl } from '../../src/connection/endpoint/mask';
import { endpointUrl } from '../../src/connection/endpoint/integrationPath';
import { sendersIn } from '../../src/connection/limits/heartbeatLoad';
import {
  intervalWithin,
  irmOf,
  messagesOf,
  sendingBudget,
  type Load,
  type Sender,
} from '../../src/connection/limits/sendingBudget';
import { formatInterval } from '../../src/ui/formatInterval';
import { EXIT } from '../exitCodes';
import type { Row } from '../report';
import type { Prepared } from './prepare';

/** What heartbeats of the whole fleet do to the limits of IRM, as sentences. */
interface Verdict {
  /** Half of a limit is used, or more. */
  warnings: string[];
  /** A limit is used up: by address of IRM, or by id of a connection where it is that of one integration. */
  full: Map<string, string>;
}

/** Every heartbeat that the Grafanas would send once the plans are carried out: those of the file, and all others. */
function sendersOf(prepared: readonly Prepared[]): Sender[] {
  return prepared.flatMap(({ asked }) => {
    if (!asked) {
      return [];
    }
    const planned = asked.plans.flatMap(({ planned: { desired } }) => {
      const { endpoint, heartbeat } = desired;
      const messages = heartbeat ? messagesOf(heartbeat.timing, asked.objects.evaluation) : 0;
      return Number.isFinite(messages) && messages > 0 ? [{ endpoint, messages }] : [];
    });
    const wanted = new Set(planned.map(({ endpoint }) => connectionId(endpoint)));
    return [...planned, ...sendersIn(asked.objects).filter(({ endpoint }) => !wanted.has(connectionId(endpoint)))];
  });
}

/**
 * Reckons with what one Grafana cannot know: that many send to the same IRM. Those that could not be asked are left out,
 * so that the sum is the least.
 */
export function budgetVerdict(prepared: readonly Prepared[]): Verdict {
  const senders = sendersOf(prepared);
  const { organizations, integrations } = sendingBudget(senders);
  const verdict: Verdict = { warnings: [], full: new Map() };
  for (const load of organizations) {
    const count = load.connections;
    const enough = load.level === 'fine' ? undefined : intervalWithin(count, 0);
    const advice =
      enough === undefined
        ? 'Not even the longest heartbeat interval leaves room: use several organizations of IRM.'
        : `With an interval of ${formatInterval(enough)} everywhere there is room.`;
    note(verdict, load, load.irm, `${count} heartbeats to ${load.irm}`, advice);
  }
  for (const load of integrations) {
    const where = maskUrl(endpointUrl(load.endpoint));
    const advice = 'Give each Grafana an integration of its own, or a longer interval.';
    note(verdict, load, connectionId(load.endpoint), `Heartbeats to ${where}`, advice);
  }
  return verdict;
}

function note(verdict: Verdict, { level, messages, limit }: Load, key: string, what: string, advice: string) {
  if (level === 'fine') {
    return;
  }
  const sum = `${what} use ${messages} of the ${limit} messages that IRM accepts in 5 minutes; alerts share them.`;
  if (level === 'full') {
    verdict.full.set(key, `${sum} ${advice}`);
  } else {
    verdict.warnings.push(`${sum} ${advice}`);
  }
}

/**
 * Refuses heartbeats that would add to a limit which is used up. What sends no more than it did stays allowed, so that a
 * fleet can be mended step by step.
 */
export function refuseFull(prepared: readonly Prepared[], { full }: Verdict): Prepared[] {
  return prepared.map((one) => {
    if (!one.asked) {
      return one;
    }
    const { objects } = one.asked;
    const sent = new Map(sendersIn(objects).map(({ endpoint, messages }) => [connectionId(endpoint), messages]));
    const plans = one.asked.plans.map((entry) => {
      const { planned } = entry;
      const { endpoint, heartbeat } = planned.desired;
      const id = connectionId(endpoint);
      const why = full.get(id) ?? full.get(irmOf(endpoint));
      const adds = heartbeat !== undefined && messagesOf(heartbeat.timing, objects.evaluation) > (sent.get(id) ?? 0);
      if (why === undefined || !adds || planned.outlook !== 'changes') {
        return entry;
      }
      const row: Row = {
        ...planned.row,
        state: 'refused',
        detail: `${why} --force does it all the same.`,
        code: EXIT.refused,
      };
      return { ...entry, planned: { ...planned, row, outlook: 'refused' as const } };
    });
    return { ...one, rows: plans.map(({ planned }) => planned.row), asked: { ...one.asked, plans } };
  });
}
