import { canRestore, expireSilence, readSilences, restoreSilence } from '../../src/connection/actions/now';
import type { ActionPlan } from '../../src/connection/actions/types';
import { applyPlan } from '../../src/connection/apply/applyPlan';
import type { ApplyOutcome } from '../../src/connection/apply/types';
import type { GrafanaError } from '../../src/connection/grafanaPort';
import { checklist } from '../../src/connection/health/checklist/checklist';
import { readStatus, type StatusSnapshot } from '../../src/connection/health/snapshot';
import type { ObservedObjects } from '../../src/connection/model';
import { connectionsOf } from '../../src/connection/observed/connections';
import { observe } from '../../src/connection/observed/observe';
import { isBlocked, isUpToDate, type Plan, type PlanStep } from '../../src/connection/plan/types';
import { missingRights, type Task } from '../../src/connection/rights';
import type { Silence } from '../../src/connection/statusPort';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { proxyTransport } from '../../src/grafana/proxyTransport';
import { createStatusClient } from '../../src/grafana/status/statusClient';
import type { Transport } from '../../src/grafana/transport';
import { idOf, partsOf, type Part, type View } from './dialogs';
import type { Claim, Person, Said } from './wishes';

/** What the plugin's pages know of the world before they ask Grafana anything. */
export interface Surroundings {
  /** The person's browser. */
  session: Transport;
  way: Transport['way'];
  version: string;
  granted(action: string): boolean;
  /** Lets time pass, in milliseconds. */
  wait(ms: number): Promise<void>;
}

/** As in PlanDialog: only a new plan helps. */
const NEEDS_NEW_PLAN = ['changedMeanwhile', 'notFound', 'uidTaken', 'nameTaken'];

/** Somebody at the plugin's pages, without a browser. All that knows the plugin's API of today stands here and in dialogs.ts. */
export function createPerson({ session, way, version, granted, wait }: Surroundings): Person {
  const transport = way === 'proxy' ? proxyTransport(session) : session;
  const receiverTest = version.startsWith('13') ? 'v1beta1' : 'old';
  const grafana = createGrafanaClient(transport, { namespace: 'default', receiverTest });
  const statusPort = createStatusClient(transport);
  let observed: ObservedObjects | undefined;
  let status: StatusSnapshot | undefined;
  let waiting: { parts: Part[]; endpoint: string; plan: ActionPlan | undefined } | undefined;
  const undos: Array<{ plan: Plan; task: Task } | { silence: Silence }> = [];

  async function read(page: Part['page']): Promise<GrafanaError | undefined> {
    if (page === 'setup') {
      const result = await observe(grafana);
      observed = result.ok ? result.value : observed;
      return result.ok ? undefined : result.error;
    }
    const result = await readStatus(statusPort);
    if (!result.ok) {
      return result.error;
    }
    [status, observed] = [result.value, result.value.observed];
    return undefined;
  }

  function viewOf(endpoint: string): View | undefined {
    const id = idOf(endpoint);
    return observed && { observed, status, connection: connectionsOf(observed).find((one) => one.id === id) };
  }

  /** Goes through the parts until one does not succeed; `waiting` keeps what is left. */
  async function goThrough(parts: Part[], endpoint: string, known?: ActionPlan): Promise<Said> {
    let last = nothing('up to date');
    for (const [index, part] of parts.entries()) {
      const view = viewOf(endpoint);
      const action = (index === 0 && known) || (view ? part.plan(view) : 'gone');
      waiting = { parts: parts.slice(index), endpoint, plan: undefined };
      if (typeof action === 'string') {
        return nothing(action);
      }
      const said = await applyAction(part, action);
      if (said.told === 'failed' || said.told === 'refused') {
        return said;
      }
      last = said.told === 'done' ? said : last;
    }
    waiting = undefined;
    return last;
  }

  async function applyAction(part: Part, action: ActionPlan): Promise<Said> {
    const missing = missingRights(granted, part.task, { folderExists: observed?.folder !== undefined });
    if (missing.length > 0) {
      return { told: 'refused', why: `rights ${missing.join(', ')}`, says: [], isOfferedAgain: false };
    }
    if (isBlocked(action.plan)) {
      const why = action.plan.obstacles.filter(({ blocking }) => blocking).map(({ reason }) => reason);
      return { told: 'refused', why: why.join(', '), says: [], isOfferedAgain: false };
    }
    if (isUpToDate(action.plan)) {
      return nothing('up to date');
    }
    const outcome = await applyPlan(action.plan, grafana, { wait });
    await read(part.page);
    if (outcome.result === 'applied') {
      if (action.undo) {
        undos.push({ plan: action.undo, task: part.task === 'remove' ? 'heartbeat' : part.task });
      }
      return { ...DONE, outcome };
    }
    const why = outcome.error?.reason ?? outcome.result;
    const isOfferedAgain = !part.isFixed || !NEEDS_NEW_PLAN.includes(why);
    if (waiting && part.isFixed && isOfferedAgain) {
      waiting.plan = action;
    }
    return { told: 'failed', why, says: claimsOf(outcome), isOfferedAgain, outcome };
  }

  async function test(endpoint: string): Promise<Said> {
    const contactPoint = viewOf(endpoint)?.connection?.alertContactPoint;
    if (!contactPoint) {
      return nothing('gone');
    }
    const result = await grafana.testContactPoint(contactPoint);
    return result.ok && result.value.kind === 'accepted'
      ? DONE
      : { ...failedFor(result.ok ? undefined : result.error), isOfferedAgain: false };
  }

  async function expire(endpoint: string): Promise<Said> {
    const view = viewOf(endpoint);
    if (!view?.connection || !view.status) {
      return nothing('gone');
    }
    const item = checklist({ connection: view.connection, snapshot: view.status }).find(({ id }) => id === 'silence');
    const silences = await readSilences(statusPort, item?.id === 'silence' ? item.data.silences : []);
    if (!silences.ok) {
      return failedFor(silences.error);
    }
    const active = silences.value.find(({ state }) => state !== 'expired');
    if (!active) {
      return nothing('not offered');
    }
    const result = await expireSilence(statusPort, active);
    await read('status');
    if (!result.ok) {
      return failedFor(result.error);
    }
    if (canRestore(active, view.status.serverTime)) {
      undos.push({ silence: active });
    }
    return DONE;
  }

  async function restore(silence: Silence): Promise<Said> {
    const result = await restoreSilence(statusPort, silence, status?.serverTime ?? 0);
    await read('status');
    return result.ok ? DONE : { ...failedFor(result.error), isOfferedAgain: true };
  }

  /** Takes back what was done last, then what was done before, as long as it succeeds. */
  async function undo(): Promise<Said> {
    let last = nothing('not offered');
    for (let one = undos.at(-1); one; one = undos.at(-1)) {
      last = 'silence' in one ? await restore(one.silence) : await applyUndo(one.plan, one.task);
      if (last.told !== 'done') {
        return { ...last, isOfferedAgain: true };
      }
      undos.pop();
    }
    return last;
  }

  function applyUndo(plan: Plan, task: Task): Promise<Said> {
    const dialog: Part = { page: 'status', task, isFixed: true, plan: () => 'gone' };
    return applyAction(dialog, { plan, undo: undefined, consequences: [] });
  }

  return {
    async wish(wish) {
      const page = partsOf(wish)[0]?.page ?? 'status';
      const error = await read(page);
      if (error) {
        return failedFor(error);
      }
      switch (wish.do) {
        case 'test':
          return test(wish.endpoint);
        case 'expireSilence':
          return expire(wish.endpoint);
        default:
          return goThrough(partsOf(wish), wish.endpoint);
      }
    },
    again() {
      if (!waiting) {
        return Promise.resolve(nothing('not offered'));
      }
      return goThrough(waiting.parts, waiting.endpoint, waiting.plan);
    },
    undo,
  };
}

const DONE: Said = { told: 'done', why: '', says: [], isOfferedAgain: false };

const nothing = (why: string): Said => ({ told: 'nothing', why, says: [], isOfferedAgain: false });

function failedFor(error: GrafanaError | undefined): Said {
  return { told: 'failed', why: error?.reason ?? 'test failed', says: [], isOfferedAgain: false };
}

/** What ApplyFailure lists. */
function claimsOf({ reached, remaining, steps }: ApplyOutcome): Claim[] {
  const isUncertain = steps.some(({ uncertain }) => uncertain);
  const claim = ({ object, action, name }: PlanStep, is: Claim['is']): Claim => ({
    is,
    object: object === 'rule' || object === 'folder' ? object : 'contactPoint',
    action,
    name,
  });
  return [
    ...reached.map((step) => claim(step, step.action === 'delete' ? 'removed' : 'in place')),
    ...remaining.map((step) => claim(step, isUncertain ? 'uncertain' : 'not done')),
  ];
}
