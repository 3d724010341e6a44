import { planPause, planResume } from '../actions/pause';
import { carryOut, madeGrafana, plannedAction } from '../testing/acting';
import { plannedRemoval, states, type TroubledGrafana } from '../testing/applying';
import { call, firstRule, held, makeContactPoint, saveRule } from '../testing/people';
import type { GrafanaPort } from '../port/grafanaPort';
import { applyPlan } from './applyPlan';

/** A replica that lags behind so many times tells of the folder what it held before. */
async function countedLate(grafana: TroubledGrafana, times: number): Promise<GrafanaPort> {
  const before = await grafana.client.folderCounts('irm-heartbeats');
  let left = times;
  return {
    ...grafana.port,
    folderCounts: (uid) => (left-- > 0 ? Promise.resolve(before) : grafana.port.folderCounts(uid)),
  };
}

function noted() {
  const waits: number[] = [];
  return { waits, wait: async (ms: number) => void waits.push(ms) };
}

describe('a folder of which a replica that lags behind still counts the rule that was deleted', () => {
  it('is waited for, and deleted', async () => {
    const grafana = await madeGrafana();
    const port = await countedLate(grafana, 3);
    const { waits, wait } = noted();
    expect(await applyPlan(await plannedRemoval(grafana), port, { wait })).toMatchObject({ result: 'applied' });
    expect(waits).toEqual([1000, 1000, 1000]);
    expect((await held(grafana)).hasFolder).toBe(false);
  });

  it('is told after ten seconds, and deleted by the same plan', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    const port = await countedLate(grafana, 99);
    const { waits, wait } = noted();
    const outcome = await applyPlan(plan, port, { wait });
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'withoutEffect' } });
    expect(waits).toHaveLength(10);
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'failed']);
    expect(grafana.calls).not.toContain('deleteFolder');
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
    expect((await held(grafana)).hasFolder).toBe(false);
  });

  it('stays without a wait where a rule of somebody is in it by now', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
    await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
    const { waits, wait } = noted();
    const outcome = await applyPlan(plan, await countedLate(grafana, 2), { wait });
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'skipped']);
    expect(waits).toEqual([]);
    expect(await held(grafana)).toMatchObject({ rules: [{ title: 'Theirs' }], hasFolder: true });
  });

  it('stays where somebody saves a rule in it while it is waited for', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
    const { waits, wait } = noted();
    const outcome = await applyPlan(plan, await countedLate(grafana, 2), {
      wait: async (ms) => {
        await wait(ms);
        await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
      },
    });
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(waits).toEqual([1000]);
    expect(await held(grafana)).toMatchObject({ rules: [{ title: 'Theirs' }], hasFolder: true });
  });
});

it('a folder that somebody makes again for a rule of theirs counts as deleted', async () => {
  const grafana = await madeGrafana();
  await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
  const plan = await plannedRemoval(grafana);
  let isAgain = false;
  grafana.meanwhile = async (name) => {
    if (grafana.calls.includes('deleteFolder') && name === 'readFolderRules' && !isAgain) {
      isAgain = true;
      await call(grafana, 'POST', '/api/folders', { uid: 'irm-heartbeats', title: 'Ours now' });
      await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
    }
  };
  expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
  expect(isAgain).toBe(true);
});

describe('a rule that a replica tells as it was before its last change', () => {
  /** The pause of a drill was carried out, and so many looks are answered as before it. */
  async function pausedBehind(times: number) {
    const grafana = await madeGrafana();
    const before = await grafana.client.readFolderRules('irm-heartbeats');
    const mark = { startedAt: Date.parse('2026-11-22T08:00:00Z'), lastBeat: undefined };
    await carryOut((await plannedAction(grafana, (one, objects) => planPause(one, objects, mark))).plan, grafana);
    const { plan } = await plannedAction(grafana, planResume);
    let left = times;
    const port: GrafanaPort = {
      ...grafana.port,
      readFolderRules: (uid) => (left-- > 0 ? Promise.resolve(before) : grafana.port.readFolderRules(uid)),
    };
    return { grafana, plan, port };
  }

  it('is not taken for changed back already: the look is repeated, and the change made', async () => {
    const { grafana, plan, port } = await pausedBehind(3);
    const { waits, wait } = noted();
    const outcome = await applyPlan(plan, port, { wait });
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(outcome.steps[0]).not.toHaveProperty('foundInPlace');
    expect(waits).toEqual([1000, 1000, 1000]);
    expect(await firstRule(grafana)).toMatchObject({ isPaused: false, annotations: {} });
  });

  it('is told after ten seconds, with nothing written, and changed by the same plan', async () => {
    const { grafana, plan, port } = await pausedBehind(99);
    const { waits, wait } = noted();
    const outcome = await applyPlan(plan, port, { wait });
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'outdated' } });
    expect(outcome.steps[0]).not.toHaveProperty('uncertain');
    expect(waits).toHaveLength(10);
    expect(await firstRule(grafana)).toMatchObject({ isPaused: true });
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
    expect(await firstRule(grafana)).toMatchObject({ isPaused: false });
  });

  it('is another one where it was made anew meanwhile, which counts its versions from the first', async () => {
    const { grafana, plan } = await pausedBehind(0);
    const rule = await firstRule(grafana);
    const { waits, wait } = noted();
    const again = { ...rule, version: 1, updatedAt: (rule.updatedAt ?? 0) + 60_000, isPaused: false };
    const port: GrafanaPort = {
      ...grafana.port,
      readFolderRules: async (uid) => {
        const read = await grafana.port.readFolderRules(uid);
        return read.ok ? { ...read, value: { ...read.value, rules: [again] } } : read;
      },
    };
    expect(await applyPlan(plan, port, { wait })).toMatchObject({ error: { reason: 'changedMeanwhile' } });
    expect(waits).toEqual([]);
  });
});
