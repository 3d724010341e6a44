import { madeGrafana } from '../testing/acting';
import { plannedRemoval, states, type TroubledGrafana } from '../testing/applying';
import { call, held, makeContactPoint, saveRule } from '../testing/people';
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
