import { applyPlan } from '../apply/applyPlan';
import { undoOf } from './undo';
import { isUpToDate } from '../plan/types';
import { carryOut, takeBack } from '../testing/acting';
import { planned, readingOf, troubledGrafana, type TroubledGrafana } from '../testing/applying';
import { desiredConnection } from '../testing/fixtures';
import { firstRule, held } from '../testing/people';

const locked = desiredConnection({ editability: 'locked' });

/** A run that locks an editable connection, or makes a locked one, and breaks off in the middle of the rule. */
async function brokenOff(grafana: TroubledGrafana) {
  const plan = await planned(grafana, locked);
  let isHalf = false;
  // The rule is saved with two calls; the second of them meets no Grafana.
  grafana.world.failWith((path) => {
    if (!/rule-groups/.test(path)) {
      return undefined;
    }
    isHalf = true;
    throw new TypeError('fetch failed');
  });
  const outcome = await applyPlan(plan, grafana.port);
  grafana.world.failWith();
  expect(isHalf).toBe(true);
  expect(outcome).toMatchObject({ result: 'failed' });
  expect(outcome.steps.at(-1)).toMatchObject({ state: 'failed', uncertain: true, step: { object: 'rule' } });
  expect(await firstRule(grafana)).toMatchObject({ isHalfSaved: true, provenance: 'none' });
  return { plan, outcome };
}

describe('a locked rule that was saved by half', () => {
  it('is finished by the same plan', async () => {
    const grafana = await troubledGrafana();
    const { plan, outcome } = await brokenOff(grafana);
    const again = await applyPlan(plan, grafana.port, { previous: outcome });
    expect(again).toMatchObject({ result: 'applied' });
    expect(await firstRule(grafana)).toMatchObject({ isHalfSaved: false, provenance: 'api' });
    expect(isUpToDate(await planned(grafana, locked))).toBe(true);
  });

  it('is finished by a new plan, after the page was lost', async () => {
    const grafana = await troubledGrafana();
    await brokenOff(grafana);
    const plan = await planned(grafana, locked);
    expect(isUpToDate(plan)).toBe(false);
    await carryOut(plan, grafana);
    expect(await firstRule(grafana)).toMatchObject({ isHalfSaved: false, provenance: 'api' });
  });

  it('is finished by a new plan that wants it editable', async () => {
    const grafana = await troubledGrafana();
    await brokenOff(grafana);
    const wished = await planned(grafana);
    await carryOut(wished, grafana);
    expect(await firstRule(grafana)).toMatchObject({ isHalfSaved: false, provenance: 'none' });
    expect((await readingOf(grafana)).rules).toHaveLength(1);
  });

  it('is taken back by the undo of its run', async () => {
    const grafana = await troubledGrafana();
    const { plan, outcome } = await brokenOff(grafana);
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual({ integrations: [], rules: [], otherRules: [], hasFolder: false });
  });

  it('is taken back by the undo of the run that finished it', async () => {
    const grafana = await troubledGrafana();
    const { plan, outcome } = await brokenOff(grafana);
    const again = await applyPlan(plan, grafana.port, { previous: outcome });
    await takeBack(grafana, again, plan);
    expect(await held(grafana)).toEqual({ integrations: [], rules: [], otherRules: [], hasFolder: false });
  });
});

describe('a rule that is made editable for an undo', () => {
  /** An editable rule that a run locked by mistake, together with nothing else. */
  async function lockedRule() {
    const grafana = await troubledGrafana();
    await carryOut(await planned(grafana), grafana);
    const before = await held(grafana);
    const plan = await planned(grafana, locked);
    const rulePlan = { ...plan, steps: plan.steps.filter(({ object }) => object === 'rule') };
    return { grafana, before, rulePlan };
  }

  it('comes back as it was', async () => {
    const { grafana, before, rulePlan } = await lockedRule();
    const outcome = await carryOut(rulePlan, grafana);
    expect(await firstRule(grafana)).toMatchObject({ provenance: 'api' });
    await takeBack(grafana, outcome, rulePlan);
    expect(await held(grafana)).toEqual(before);
  });

  it('broken off halfway is finished by the same undo', async () => {
    const { grafana, before, rulePlan } = await lockedRule();
    const outcome = await carryOut(rulePlan, grafana);
    const undo = undoOf(outcome, rulePlan.connectionId);
    if (!undo) {
      throw new Error('no undo');
    }
    // Unlocked through the one API; the other, which saves it then, meets no Grafana.
    grafana.world.failWith((path, { method }) => {
      if (method === 'POST' && path.includes('/ruler/')) {
        throw new TypeError('fetch failed');
      }
      return undefined;
    });
    expect(await applyPlan(undo, grafana.port)).toMatchObject({ result: 'failed' });
    grafana.world.failWith();
    expect(await firstRule(grafana)).toMatchObject({ isHalfSaved: true });
    await carryOut(undo, grafana);
    expect(await held(grafana)).toEqual(before);
  });

  it('broken off halfway is taken back by the undo of the locking run', async () => {
    const { grafana, before, rulePlan } = await lockedRule();
    grafana.world.failWith((path) => {
      if (/rule-groups/.test(path)) {
        throw new TypeError('fetch failed');
      }
      return undefined;
    });
    const outcome = await applyPlan(rulePlan, grafana.port);
    grafana.world.failWith();
    expect(outcome.steps).toMatchObject([{ state: 'failed', uncertain: true }]);
    await takeBack(grafana, outcome, rulePlan);
    expect(await held(grafana)).toEqual(before);
  });
});

it('leaves no mark on a rule that was saved as a whole', async () => {
  const grafana = await troubledGrafana();
  await carryOut(await planned(grafana, locked), grafana);
  const { annotations } = await firstRule(grafana);
  expect(Object.keys(annotations).sort()).toEqual(['description', 'irm_heartbeat_interval', 'runbook_url', 'summary']);
});
