import { isUpToDate } from '../plan/types';
import {
  connect,
  grafanaError,
  id,
  onCall,
  planned,
  readingOf,
  remove,
  states,
  troubledGrafana,
  writes,
} from '../testing/applying';
import { desiredConnection } from '../testing/fixtures';
import { held, makeForeign } from '../testing/people';
import { applyPlan } from './applyPlan';

describe('applying a plan', () => {
  it('builds the connection, tells every step, and has nothing to do afterwards', async () => {
    const grafana = await troubledGrafana();
    const seen: string[] = [];
    const outcome = await applyPlan(await planned(grafana), grafana.port, {
      onProgress: (steps) => seen.push(states(steps).join(' ')),
    });
    expect(outcome).toMatchObject({ result: 'applied', remaining: [] });
    expect(outcome.reached).toHaveLength(4);
    expect(outcome.steps.map(({ foundInPlace }) => foundInPlace)).toEqual([undefined, undefined, undefined, undefined]);
    expect(seen[0]).toBe('waiting waiting waiting waiting');
    expect(seen[1]).toBe('running waiting waiting waiting');
    expect(seen.at(-1)).toBe('done done done done');
    const { integrations, rules } = await readingOf(grafana);
    expect(integrations.map(({ uid }) => uid)).toEqual([`irmc-${id}`, `irmc-${id}-hb`]);
    expect(rules).toMatchObject([{ group: `irmc-${id}`, receiver: 'IRM Production heartbeat' }]);
    expect(isUpToDate(await planned(grafana))).toBe(true);
  });

  it('writes nothing when everything is there, nor when the same plan comes twice', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    await applyPlan(plan, grafana.port);
    const before = await held(grafana);
    grafana.calls.length = 0;
    const again = await applyPlan(plan, grafana.port);
    expect(again).toMatchObject({ result: 'applied' });
    expect(again.steps.every(({ foundInPlace }) => foundInPlace)).toBe(true);
    expect(await connect(grafana)).toMatchObject({ result: 'applied' });
    // Grafana alone can tell whether the folder is there; its answer to a second creation counts as yes.
    expect(writes(grafana).filter((call) => call !== 'createFolder')).toEqual([]);
    expect(await held(grafana)).toEqual(before);
  });

  it('refuses a blocked plan without a call', async () => {
    const grafana = await troubledGrafana();
    await makeForeign(grafana, 'IRM Production');
    const plan = await planned(grafana);
    grafana.calls.length = 0;
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'refused', reached: [] });
    expect(grafana.calls).toEqual([]);
  });

  it('changes names and timing of what it made, and the rule goes with it', async () => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    const desired = desiredConnection({ contactPoint: { name: 'New', maxAlerts: 7, sendResolved: false } });
    const beat = desired.heartbeat && { ...desired.heartbeat, contactPointName: 'New beat', interval: 1800 };
    expect(await connect(grafana, { ...desired, heartbeat: beat })).toMatchObject({ result: 'applied' });
    const { integrations, rules } = await readingOf(grafana);
    expect(integrations.map(({ name }) => name)).toEqual(['New', 'New beat']);
    expect(rules).toMatchObject([
      { receiver: 'New beat', title: 'New beat', annotations: { irm_heartbeat_interval: '1800' } },
    ]);
  });

  it('locks what it makes when asked to', async () => {
    const grafana = await troubledGrafana();
    const locked = desiredConnection({ editability: 'locked' });
    expect(await connect(grafana, locked)).toMatchObject({ result: 'applied' });
    const { integrations, rules } = await readingOf(grafana);
    expect([...integrations, ...rules].map(({ provenance }) => provenance)).toEqual(['api', 'api', 'api']);
    expect(rules).toMatchObject([{ isHalfSaved: false }]);
    expect(isUpToDate(await planned(grafana, locked))).toBe(true);
  });

  it('removes what it made and nothing else', async () => {
    const grafana = await troubledGrafana();
    await makeForeign(grafana);
    const before = await held(grafana);
    await connect(grafana);
    expect(await remove(grafana)).toMatchObject({ result: 'applied', remaining: [] });
    expect(await held(grafana)).toEqual(before);
  });

  it('removes the folder with the last rule, unless Grafana keeps it', async () => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    grafana.trouble = onCall('deleteFolder', grafanaError('inUse', { status: 400 }));
    const outcome = await remove(grafana);
    expect(outcome.result).toBe('applied');
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'skipped']);
    await applyPlan({ connectionId: id, obstacles: [], steps: outcome.steps.map(({ step }) => step) }, grafana.port);
    expect((await held(grafana)).hasFolder).toBe(false);
  });
});

describe('a run that somebody stops', () => {
  it('ends before the next step, and the same plan finishes it', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    const stop = new AbortController();
    // Closed while the first contact point is being made: that is finished.
    grafana.meanwhile = async (call) => (call === 'createIntegration' ? stop.abort() : undefined);
    const outcome = await applyPlan(plan, grafana.port, { signal: stop.signal });
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'stopped' } });
    expect(states(outcome.steps)).toEqual(['done', 'failed', 'skipped', 'skipped']);
    expect(writes(grafana)).toEqual(['createIntegration']);
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
  });

  it('does nothing when it was stopped before it began', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    grafana.calls.length = 0;
    const outcome = await applyPlan(plan, grafana.port, { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'stopped' }, reached: [] });
    expect(grafana.calls).toEqual([]);
  });
});
