import { applyPlan } from './apply/applyPlan';
import { isUpToDate } from './plan/types';
import { connect, foreign, id, onCall, planned, remove, states, WRITES } from './testing/applying';
import { desiredConnection } from './testing/fixtures';
import { grafanaError, memoryGrafana } from './testing/memoryGrafana';

describe('applying a plan', () => {
  it('builds the connection, tells every step, and has nothing to do afterwards', async () => {
    const grafana = memoryGrafana();
    const seen: string[] = [];
    const outcome = await applyPlan(await planned(grafana), grafana.port, {
      onProgress: (steps) => seen.push(states(steps).join(' ')),
    });
    expect(outcome).toMatchObject({ result: 'applied', remaining: [] });
    expect(outcome.reached).toHaveLength(4);
    expect(seen[0]).toBe('waiting waiting waiting waiting');
    expect(seen[1]).toBe('running waiting waiting waiting');
    expect(seen.at(-1)).toBe('done done done done');
    expect(grafana.state.contactPoints.map(({ uid }) => uid)).toEqual([`irmc-${id}`, `irmc-${id}-hb`]);
    expect(grafana.state.rules).toMatchObject([{ group: `irmc-${id}`, receiver: 'IRM Production heartbeat' }]);
    expect(isUpToDate(await planned(grafana))).toBe(true);
  });

  it('writes nothing when everything is there, nor when the same plan comes twice', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    await applyPlan(plan, grafana.port);
    const before = structuredClone(grafana.state);
    grafana.calls.length = 0;
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    expect(await connect(grafana)).toMatchObject({ result: 'applied' });
    expect(grafana.calls.filter((call) => WRITES.includes(call))).toEqual([]);
    expect(grafana.state).toEqual(before);
  });

  it('refuses a blocked plan without a call', async () => {
    const grafana = memoryGrafana({ otherNames: ['IRM Production'] });
    const plan = await planned(grafana);
    grafana.calls.length = 0;
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'refused', reached: [] });
    expect(grafana.calls).toEqual([]);
  });

  it('changes names and timing of what it made, and the rule goes with it', async () => {
    const grafana = memoryGrafana();
    await connect(grafana);
    const desired = desiredConnection({ contactPoint: { name: 'New', maxAlerts: 7, sendResolved: false } });
    const beat = desired.heartbeat && { ...desired.heartbeat, contactPointName: 'New beat', interval: 1800 };
    expect(await connect(grafana, { ...desired, heartbeat: beat })).toMatchObject({ result: 'applied' });
    expect(grafana.state.contactPoints.map(({ name }) => name)).toEqual(['New', 'New beat']);
    expect(grafana.state.rules).toMatchObject([
      { receiver: 'New beat', annotations: { irm_heartbeat_interval: '1800' } },
    ]);
  });

  it('removes what it made and nothing else', async () => {
    const grafana = memoryGrafana(foreign());
    const before = structuredClone(grafana.state);
    await connect(grafana);
    expect(await remove(grafana)).toMatchObject({ result: 'applied', remaining: [] });
    expect(grafana.state).toEqual(before);
  });

  it('removes the folder with the last rule, unless something else is in it', async () => {
    const grafana = memoryGrafana();
    await connect(grafana);
    grafana.trouble = onCall('deleteFolder', grafanaError('inUse', { status: 400 }));
    const outcome = await remove(grafana);
    expect(outcome.result).toBe('applied');
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'skipped']);
    await applyPlan({ connectionId: id, obstacles: [], steps: outcome.steps.map(({ step }) => step) }, grafana.port);
    expect(grafana.state.folders).toEqual([]);
  });
});
