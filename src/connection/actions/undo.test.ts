import { applyPlan } from '../apply/applyPlan';
import { carryOut, madeGrafana, plannedAction, takeBack } from '../testing/acting';
import {
  connect,
  grafanaError,
  id,
  onCall,
  planned,
  plannedRemoval,
  readingOf,
  states,
  troubledGrafana,
  type TroubledGrafana,
} from '../testing/applying';
import { desiredConnection } from '../testing/fixtures';
import { changeRule, firstRule, held, makeForeign } from '../testing/people';
import { planPause } from './pause';
import { undoOf } from './undo';

const EMPTY = { integrations: [], rules: [], otherRules: [], hasFolder: false };

/** Everything was done, and the last look at it met no Grafana. */
async function notLookedOver(grafana: TroubledGrafana) {
  const plan = await planned(grafana);
  let isWritten = false;
  grafana.trouble = (name) => {
    const isLast = isWritten && name === 'listIntegrations';
    isWritten ||= name === 'writeRule';
    return isLast ? { kind: 'refused', error: grafanaError('unreachable') } : undefined;
  };
  const outcome = await applyPlan(plan, grafana.port);
  grafana.trouble = () => undefined;
  expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'unreachable' } });
  return { plan, outcome };
}

describe('taking back', () => {
  it('takes back a run that broke off, as far as it came', async () => {
    const grafana = await troubledGrafana();
    await makeForeign(grafana);
    const before = await held(grafana);
    const plan = await planned(grafana);
    grafana.trouble = onCall('writeRule', grafanaError('invalid'));
    const outcome = await applyPlan(plan, grafana.port);
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'failed']);
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual(before);
  });

  it('takes back what may have been done although the answer was lost', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    let isDown = false;
    grafana.trouble = (name) => {
      isDown ||= name === 'writeRule';
      return isDown ? { kind: 'lost', error: grafanaError('unreachable') } : undefined;
    };
    const outcome = await applyPlan(plan, grafana.port);
    grafana.trouble = () => undefined;
    expect((await readingOf(grafana)).rules).toHaveLength(1);
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual(EMPTY);
  });

  it('takes back all of a run whose last look failed', async () => {
    const grafana = await troubledGrafana();
    const { plan, outcome } = await notLookedOver(grafana);
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual(EMPTY);
  });

  it('takes back all of a run that only looked at what the one before had done', async () => {
    const grafana = await troubledGrafana();
    const { plan, outcome } = await notLookedOver(grafana);
    const again = await applyPlan(plan, grafana.port, { previous: outcome });
    expect(again).toMatchObject({ result: 'applied' });
    await takeBack(grafana, again, plan);
    expect(await held(grafana)).toEqual(EMPTY);
  });

  it('takes nothing back that somebody else did', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    await connect(grafana);
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(undoOf(outcome, id)).toBeUndefined();
  });

  it('is nothing where nothing was done', async () => {
    const grafana = await madeGrafana();
    expect(undoOf(await carryOut(await planned(grafana), grafana), id)).toBeUndefined();
    const stopped = await applyPlan(await plannedRemoval(grafana), grafana.port, { signal: AbortSignal.abort() });
    expect(undoOf(stopped, id)).toBeUndefined();
  });

  it('is not offered where a contact point became locked, which Grafana does not take back', async () => {
    const grafana = await madeGrafana();
    const locked = await planned(grafana, desiredConnection({ editability: 'locked' }));
    expect(undoOf(await carryOut(locked, grafana), id)).toBeUndefined();
  });

  it('overwrites nothing that somebody changed since', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, planPause);
    const undo = undoOf(await carryOut(plan, grafana), id);
    await changeRule(grafana, { repeatInterval: 60 });
    expect(undo && (await applyPlan(undo, grafana.port))).toMatchObject({ error: { reason: 'changedMeanwhile' } });
    expect(await firstRule(grafana)).toMatchObject({ repeatInterval: 60, isPaused: true });
  });
});
