import { undoOf } from '../../src/connection/actions/undo';
import { applyPlan } from '../../src/connection/apply/applyPlan';
import type { ApplyOutcome } from '../../src/connection/apply/types';
import { isBlocked, isUpToDate, type Plan } from '../../src/connection/plan/types';
import type { GrafanaError, GrafanaPort } from '../../src/connection/port/grafanaPort';
import { readGrafana } from '../../src/connection/reading/readGrafana';
import type { GrafanaReading } from '../../src/connection/reading/reading';
import type { Result } from '../../src/connection/result';

/** What the page tells of one try. */
export interface Told {
  what: 'done' | 'failed' | 'refused' | 'nothing';
  /** Why not, as the page would say it. */
  error?: GrafanaError | undefined;
  /** Only a plan that was carried out has one. */
  outcome?: ApplyOutcome;
  plan?: Plan;
}

/** What a person wants: the plan for it on what is there, or nothing to do any longer. */
export interface Wish {
  plan(reading: GrafanaReading, port: GrafanaPort): Promise<Result<Plan | undefined, GrafanaError>>;
}

/** A wish that is one call, such as a test notification. */
export interface Act {
  act(reading: GrafanaReading, port: GrafanaPort): Promise<Result<unknown, GrafanaError>>;
}

/** Somebody else was at the objects: the page offers a new plan, not the same one again. */
const NEEDS_NEW_PLAN: ReadonlyArray<GrafanaError['reason']> = ['changedMeanwhile', 'notFound', 'uidTaken', 'nameTaken'];

const MOST_TRIES = 5;

/** A person at a page of the plugin, without a browser: reads, looks at the plan, carries it out, hears what came of it. */
export class Person {
  private last: Told | undefined;

  constructor(
    private readonly port: GrafanaPort,
    private readonly wait: (ms: number) => Promise<void>
  ) {}

  /** One try, as a click is. */
  async try(wish: Wish | Act): Promise<Told> {
    this.last = await this.once(wish);
    return this.last;
  }

  private async once(wish: Wish | Act): Promise<Told> {
    const { last } = this;
    if (last?.plan && last.what === 'failed' && !NEEDS_NEW_PLAN.includes(last.error?.reason ?? 'unexpected')) {
      return this.carryOut(last.plan, last.outcome);
    }
    const reading = await readGrafana(this.port);
    if (!reading.ok) {
      return { what: 'failed', error: reading.error };
    }
    if ('act' in wish) {
      const done = await wish.act(reading.value, this.port);
      return done.ok ? { what: 'done' } : { what: 'failed', error: done.error };
    }
    const plan = await wish.plan(reading.value, this.port);
    if (!plan.ok) {
      return { what: 'failed', error: plan.error };
    }
    if (!plan.value || isUpToDate(plan.value)) {
      return { what: 'nothing' };
    }
    // The page says what could not be read, and offers to try again.
    const unread = plan.value.obstacles.find((obstacle) => obstacle.reason === 'notRead');
    if (unread?.reason === 'notRead') {
      return { what: 'failed', error: unread.error };
    }
    return isBlocked(plan.value) ? { what: 'refused', plan: plan.value } : this.carryOut(plan.value, undefined);
  }

  private async carryOut(plan: Plan, previous: ApplyOutcome | undefined): Promise<Told> {
    const outcome = await applyPlan(plan, this.port, { wait: this.wait, previous });
    return { what: outcome.result === 'applied' ? 'done' : 'failed', error: outcome.error, outcome, plan };
  }

  /** Goes on after a failure until it is done or there is nothing to do; answers the last thing that the page told. */
  async goOn(wish: Wish | Act): Promise<Told> {
    let told = await this.try(wish);
    for (let tries = 1; tries < MOST_TRIES && told.what === 'failed'; tries += 1) {
      told = await this.try(wish);
    }
    return told;
  }
}

/** The way back from what a page told, as its button does it. */
export const wayBack = ({ outcome, plan }: Told): Plan | undefined =>
  outcome && plan && undoOf(outcome, plan.connectionId);
