import { planChangeTiming, planRepair } from './change';
import { driftOf } from '../drift/drift';
import { drillMarkOf, drillOn } from '../desired/drillMark';
import { applyPlan } from '../apply/applyPlan';
import { isUpToDate } from '../plan/types';
import { proposeTiming } from '../timing/presets';
import { carryOut, currentConnection, madeGrafana, plannedAction, shown } from '../testing/acting';
import { firstRule } from '../testing/people';
import { planPause, planResume } from './pause';
import { planRename } from './rename';

const mark = { startedAt: Date.parse('2026-11-22T08:00:00Z'), lastBeat: undefined };

async function drilled(changes = {}) {
  const grafana = await madeGrafana(changes);
  const { plan } = await plannedAction(grafana, (one, objects) => planPause(one, objects, mark));
  await carryOut(plan, grafana);
  return grafana;
}

/** As on Grafana's own page. */
async function toggle(grafana: Awaited<ReturnType<typeof drilled>>, isPaused: boolean) {
  const rule = await firstRule(grafana);
  await grafana.client.writeRule({ ...rule, isPaused }, rule);
}

describe('the mark of a drill on the rule', () => {
  it('comes with the pause, is no drift, and goes with the ordinary resume', async () => {
    const grafana = await drilled();
    const rule = await firstRule(grafana);
    expect(rule.isPaused).toBe(true);
    expect(drillOn(rule)?.state).toBe('running');
    expect(driftOf(...(await currentConnection(grafana)))).toEqual([]);
    expect(isUpToDate((await plannedAction(grafana, planRepair)).plan)).toBe(true);
    const { plan } = await plannedAction(grafana, planResume);
    expect(shown(plan)).toEqual(['update rule: paused,annotations']);
    await carryOut(plan, grafana);
    expect(drillMarkOf(await firstRule(grafana))).toBeUndefined();
  });

  it('is there on a locked rule, too', async () => {
    const grafana = await drilled({ editability: 'locked' });
    expect(await firstRule(grafana)).toMatchObject({ isPaused: true, provenance: 'api' });
    await carryOut((await plannedAction(grafana, planResume)).plan, grafana);
    expect(drillMarkOf(await firstRule(grafana))).toBeUndefined();
  });

  it('survives other changes while the heartbeat is paused', async () => {
    const grafana = await drilled();
    const change = { interval: 300, timing: proposeTiming(300) };
    await carryOut((await plannedAction(grafana, (one, all) => planChangeTiming(one, all, change))).plan, grafana);
    const names = { heartbeatContactPoint: 'Beats' };
    await carryOut((await plannedAction(grafana, (one, all) => planRename(one, all, names))).plan, grafana);
    expect(drillMarkOf(await firstRule(grafana))).toEqual(mark);
  });

  it('is no drift when somebody resumed in Grafana, and goes with the next change', async () => {
    const grafana = await drilled();
    await toggle(grafana, false);
    expect(driftOf(...(await currentConnection(grafana)))).toEqual([]);
    expect(isUpToDate((await plannedAction(grafana, planRepair)).plan)).toBe(true);
    const change = { interval: 300, timing: proposeTiming(300) };
    await carryOut((await plannedAction(grafana, (one, all) => planChangeTiming(one, all, change))).plan, grafana);
    expect(drillMarkOf(await firstRule(grafana))).toBeUndefined();
  });

  it('is taken away by a pause that is no drill', async () => {
    const grafana = await drilled();
    await toggle(grafana, false);
    await carryOut((await plannedAction(grafana, planPause)).plan, grafana);
    expect(drillOn(await firstRule(grafana))).toBeUndefined();
  });

  it('lets no second drill begin: whoever planned one meanwhile is refused', async () => {
    const grafana = await madeGrafana();
    const later = { ...mark, startedAt: mark.startedAt + 5_000 };
    const second = await plannedAction(grafana, (one, objects) => planPause(one, objects, later));
    await carryOut((await plannedAction(grafana, (one, objects) => planPause(one, objects, mark))).plan, grafana);
    expect(await applyPlan(second.plan, grafana.port)).toMatchObject({
      result: 'failed',
      error: { reason: 'changedMeanwhile' },
    });
    expect(drillMarkOf(await firstRule(grafana))).toEqual(mark);
  });
});
