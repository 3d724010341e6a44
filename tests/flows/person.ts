import { canRestore, expireSilence, readSilences, restoreSilence } from '../../src/connection/actions/silences';
import { undoOf } from '../../src/connection/actions/undo';
import { applyPlan } from '../../src/connection/apply/applyPlan';
import { needsNewPlan } from '../../src/connection/apply/needsNewPlan';
import type { ApplyOutcome } from '../../src/connection/apply/types';
import { checklist } from '../../src/connection/health/checklist/checklist';
import { connectionWithId } from '../../src/connection/ownership/connections';
import { doorsOf } from '../../src/connection/plan/granted';
import { missingRightsFor } from '../../src/connection/plan/rights';
import { isBlocked, isUpToDate, type Plan } from '../../src/connection/plan/types';
import type { GrafanaError, Silence } from '../../src/connection/port/grafanaPort';
import { readGrafana } from '../../src/connection/reading/readGrafana';
import type { GrafanaReading } from '../../src/connection/reading/reading';
import { createGrafanaClient } from '../../src/grafana/grafanaClient';
import { createIrmClient } from '../../src/irm/irmClient';
import { proxyTransport } from '../../src/transport/proxyTransport';
import type { Transport } from '../../src/transport/transport';
import { editPolicies } from './byHand';
import { idOf, partsOf, type Part, type View } from './dialogs';
import { createIrmPages } from './irmPages';
import { createRoutePages } from './routePages';
import { createRealAlertPages } from './realAlertPages';
import { DONE, failedFor, nothing, saidByIrm, saidByRouting, saidOf } from './said';
import type { Person, Said } from './wishes';
import { driftOf } from '../../src/connection/drift/drift';

/** What the plugin's pages know of the world before they ask Grafana anything. */
export interface Surroundings {
  /** The person's browser. */
  session: Transport;
  way: Transport['way'];
  version: string;
  granted(action: string): boolean;
  /** Lets time pass, in milliseconds. */
  wait(ms: number): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
}

/** What was carried out and can be tried again as it is. */
interface Tried {
  plan: Plan;
  outcome?: ApplyOutcome;
}

/** Somebody at the plugin's pages, without a browser. All that knows the plugin's own API stands here and in dialogs.ts. */
export function createPerson({ session, way, version, granted, wait, now }: Surroundings): Person {
  const transport = way === 'proxy' ? proxyTransport(session) : session;
  const receiverTest = version.startsWith('13') ? 'v1beta1' : 'old';
  const grafana = createGrafanaClient(transport, { namespace: 'default', receiverTest });
  let reading: GrafanaReading | undefined;
  let waiting: { parts: Part[]; endpoint: string; tried: Tried | undefined } | undefined;
  const irm = createIrmClient(proxyTransport(session, { target: 'irm' }));
  const irmPages = createIrmPages({ irm, grafana, wait, now });
  const realAlertPages = createRealAlertPages({
    irm,
    grafana,
    wait,
    now,
    read: async () => ((await read()) ? undefined : reading),
  });
  const routePages = createRoutePages({ grafana, version, granted });
  let isResolvingAll = false;
  const undos: Array<Tried | { silence: Silence }> = [];

  async function read(): Promise<GrafanaError | undefined> {
    const result = await readGrafana(grafana);
    reading = result.ok ? result.value : reading;
    return result.ok ? undefined : result.error;
  }

  function viewOf(endpoint: string): View | undefined {
    return reading && { reading, port: grafana, connection: connectionWithId(idOf(endpoint), reading) };
  }

  /** What the page that routes alerts begins with: a connection that they can be routed to. */
  function seenAt(endpoint: string) {
    const { connection, reading: of } = viewOf(endpoint) ?? {};
    return connection?.alertContactPoint && of ? { connection, reading: of } : undefined;
  }

  /** Goes through the parts until one does not succeed; `waiting` keeps what is left. */
  async function goThrough(parts: Part[], endpoint: string, known?: Tried): Promise<Said> {
    let last = nothing('up to date');
    for (const [index, part] of parts.entries()) {
      const isKnown = index === 0 && known !== undefined;
      waiting = { parts: parts.slice(index), endpoint, tried: isKnown ? known : undefined };
      const tried = isKnown ? known : await planOf(part, endpoint);
      if ('told' in tried) {
        // After the step before was carried out, a step that does not open is news.
        return index > 0 && tried.told === 'nothing' ? { ...tried, told: 'failed' } : tried;
      }
      const said = await carryOut(tried, part.isFixed);
      if (said.told === 'failed' || said.told === 'refused') {
        return said;
      }
      last = said.told === 'done' ? said : last;
    }
    waiting = undefined;
    return last;
  }

  async function planOf(part: Part, endpoint: string): Promise<Tried | Said> {
    const view = viewOf(endpoint);
    if (!view) {
      return nothing('gone');
    }
    const planned = await part.plan(view);
    if (!planned.ok) {
      return failedFor(planned.error);
    }
    return typeof planned.value === 'string' ? nothing(planned.value) : { plan: planned.value };
  }

  async function carryOut(tried: Tried, isFixed: boolean, isUndo = false): Promise<Said> {
    const { plan } = tried;
    const missing = missingRightsFor(granted, plan, doorsOf(version));
    if (missing.length > 0) {
      return { told: 'refused', why: `rights ${missing.join(', ')}`, says: [], isOfferedAgain: false };
    }
    // The page says what could not be read, and offers to try again.
    const unread = plan.obstacles.find((obstacle) => obstacle.reason === 'notRead');
    if (unread?.reason === 'notRead') {
      return failedFor(unread.error);
    }
    if (isBlocked(plan)) {
      const why = plan.obstacles.filter(({ blocking }) => blocking).map(({ reason }) => reason);
      return { told: 'refused', why: why.join(', '), says: [], isOfferedAgain: false };
    }
    if (isUpToDate(plan)) {
      return nothing('up to date');
    }
    const outcome = await applyPlan(plan, grafana, { wait, previous: tried.outcome });
    await read();
    // What stays because it could not be looked into, the plan said beforehand; later it may be another matter.
    const isBlind = plan.obstacles.some(
      (one) => one.reason === 'policiesHidden' || (one.reason === 'folderNotEmpty' && one.others === undefined)
    );
    const said = isUndo ? saidOf(outcome) : afterPlan({ plan, outcome }, isFixed);
    return said.told === 'done' && isBlind ? { ...said, told: 'failed', why: 'left: not seen' } : said;
  }

  function afterPlan({ plan, outcome }: Required<Tried>, isFixed: boolean): Said {
    const undo = undoOf(outcome, plan.connectionId);
    if (outcome.result === 'applied') {
      if (undo) {
        undos.push({ plan: undo });
      }
      return saidOf(outcome);
    }
    const isOfferedAgain = !isFixed || !needsNewPlan(outcome);
    if (waiting && isFixed && isOfferedAgain) {
      waiting.tried = { plan, outcome };
    }
    return { ...saidOf(outcome), isOfferedAgain };
  }

  async function test(endpoint: string): Promise<Said> {
    const contactPoint = viewOf(endpoint)?.connection?.alertContactPoint;
    if (!contactPoint) {
      return nothing('gone');
    }
    const result = await grafana.testIntegration(contactPoint);
    return result.ok && result.value.kind === 'accepted' ? DONE : failedFor(result.ok ? undefined : result.error);
  }

  async function testArrives(endpoint: string): Promise<Said> {
    const contactPoint = viewOf(endpoint)?.connection?.alertContactPoint;
    return contactPoint ? saidByIrm(await irmPages.test(contactPoint)) : nothing('gone');
  }

  async function expire(endpoint: string): Promise<Said> {
    const view = viewOf(endpoint);
    if (!view?.connection) {
      return nothing('gone');
    }
    const unread = view.reading.problems.alerts;
    if (unread) {
      return failedFor(unread);
    }
    const { connection } = view;
    const item = checklist({ connection, reading: view.reading, driftOf }).find(({ id }) => id === 'silence');
    const silences = await readSilences(grafana, item?.id === 'silence' ? item.data.silences : []);
    if (!silences.ok) {
      return failedFor(silences.error);
    }
    const active = silences.value.find(({ state }) => state !== 'expired');
    if (!active) {
      return nothing('not offered');
    }
    const result = await expireSilence(grafana, active);
    await read();
    if (!result.ok) {
      return failedFor(result.error);
    }
    if (canRestore(active, view.reading.serverTime)) {
      undos.push({ silence: active });
    }
    return DONE;
  }

  async function restore(silence: Silence): Promise<Said> {
    const result = await restoreSilence(grafana, silence, reading?.serverTime ?? 0);
    await read();
    return result.ok ? DONE : { ...failedFor(result.error), isOfferedAgain: true };
  }

  /** Takes back what was done last, then what was done before, as long as it succeeds. */
  async function undo(): Promise<Said> {
    let last = nothing('not offered');
    for (let one = undos.at(-1); one; one = undos.at(-1)) {
      last = 'silence' in one ? await restore(one.silence) : await carryOut(one, true, true);
      if (last.told !== 'done') {
        if (!('silence' in one) && last.outcome) {
          one.outcome = last.outcome as ApplyOutcome;
        }
        return { ...last, isOfferedAgain: true };
      }
      undos.pop();
    }
    return last;
  }

  return {
    async wish(wish) {
      if (wish.do === 'editPolicies') {
        const outcome = await editPolicies(session, version);
        return typeof outcome === 'string'
          ? saidByRouting(outcome)
          : { ...saidByRouting({ failed: `status ${outcome}` }), isOfferedAgain: false };
      }
      const error = await read();
      if (error) {
        return failedFor(error);
      }
      switch (wish.do) {
        case 'test':
          return test(wish.endpoint);
        case 'createIntegration':
          return saidByIrm(await irmPages.create(wish));
        case 'testArrives':
          return testArrives(wish.endpoint);
        case 'realAlert': {
          const view = viewOf(wish.endpoint);
          return view?.connection ? realAlertPages.send(view.connection, view.reading, wish.isDirect) : nothing('gone');
        }
        case 'resolveLeft': {
          const view = viewOf(wish.endpoint);
          isResolvingAll = wish.evenWithOthers;
          return view?.connection
            ? irmPages.resolveLeft(view.connection, view.reading, wish.evenWithOthers)
            : nothing('gone');
        }
        case 'expireSilence':
          return expire(wish.endpoint);
        case 'route': {
          const seen = seenAt(wish.endpoint);
          return seen
            ? saidByRouting(
                await routePages.route(wish.choice, seen, async () => (await read()) ?? seenAt(wish.endpoint))
              )
            : nothing('gone');
        }
        default:
          return goThrough(partsOf(wish), wish.endpoint);
      }
    },
    async again() {
      if (irmPages.isLeft()) {
        return irmPages.resolveNext(isResolvingAll);
      }
      if (routePages.isOpen()) {
        return saidByRouting(await routePages.again());
      }
      if (!waiting) {
        return nothing('not offered');
      }
      return goThrough(waiting.parts, waiting.endpoint, waiting.tried);
    },
    undo: async () => (routePages.hasUndo() ? saidByRouting(await routePages.undo()) : undo()),
  };
}
