import { applyPlan } from './applyPlan';
import { heartbeatUrl } from '../endpoint/integrationPath';
import { connect, FOLDER, id, onCall, planned, remove, states } from '../testing/applying';
import { contactPoint, desiredConnection, heartbeatRule, otherEndpoint } from '../testing/fixtures';
import { grafanaError, memoryGrafana, type MemoryGrafana } from '../testing/memoryGrafana';

describe('somebody else at the same time', () => {
  const quicker = (grafana: MemoryGrafana, name: string, act: () => void) => {
    let done = false;
    grafana.meanwhile = (call) => {
      if (call === name && !done) {
        done = true;
        act();
      }
    };
  };
  const namesake = contactPoint({ uid: 'quick', name: 'IRM Production' });

  it('took the name before the step began: nothing is created', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    grafana.state.contactPoints.push(namesake);
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'nameTaken' }, reached: [] });
    expect(states(outcome.steps)).toEqual(['failed', 'skipped', 'skipped', 'skipped']);
    expect(grafana.state.contactPoints).toEqual([namesake]);
    expect(grafana.calls).not.toContain('createContactPoint');
  });

  it('took the name for a contact point of another type', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    grafana.state.otherNames.push('IRM Production');
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: { reason: 'nameTaken' } });
    expect(grafana.state.contactPoints).toEqual([]);
  });

  it('put a rule into the folder that was to be removed: it is left, without a try', async () => {
    const grafana = memoryGrafana();
    await connect(grafana);
    quicker(grafana, 'deleteRule', () => grafana.state.rules.push(heartbeatRule({ receiver: 'slack' })));
    const outcome = await remove(grafana);
    expect(outcome.steps.at(-1)).toMatchObject({ state: 'skipped', step: { object: 'folder' } });
    expect(grafana.calls).not.toContain('deleteFolder');
  });

  it('took the name in the last moment: ours is taken back', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    quicker(grafana, 'createContactPoint', () => grafana.state.contactPoints.push(namesake));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: { reason: 'nameTaken' } });
    expect(grafana.state.contactPoints).toEqual([namesake]);
  });

  it('could not be got rid of: says that ours may still be there', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    quicker(grafana, 'createContactPoint', () => grafana.state.contactPoints.push(namesake));
    grafana.trouble = onCall('deleteContactPoint', grafanaError('unreachable'));
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome.steps[0]).toMatchObject({ state: 'failed', error: { reason: 'nameTaken' }, uncertain: true });
  });

  it('carried the same plan out: both end well', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    const outcomes = await Promise.all([applyPlan(plan, grafana.port), applyPlan(plan, grafana.port)]);
    expect(outcomes.map(({ result }) => result)).toEqual(['applied', 'applied']);
    expect(grafana.state.contactPoints).toHaveLength(2);
    expect(grafana.state.rules).toHaveLength(1);
  });

  it('created the folder: that is as good', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    quicker(grafana, 'createFolder', () => grafana.state.folders.push({ ...FOLDER, title: 'Theirs' }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    expect(grafana.state.folders).toHaveLength(1);
  });

  it.each<[string, (grafana: MemoryGrafana) => void]>([
    ['changed the contact point', ({ state }) => Object.assign(state.contactPoints[0] ?? {}, { maxAlerts: 3 })],
    [
      'changed a setting that is not ours',
      ({ state }) => Object.assign(state.contactPoints[0] ?? {}, { otherSettings: { title: 'x' } }),
    ],
    ['removed the contact point', ({ state }) => state.contactPoints.shift()],
    ['paused the rule', ({ state }) => Object.assign(state.rules[0] ?? {}, { isPaused: true })],
    ['removed the rule', ({ state }) => state.rules.pop()],
    ['put a rule into our group', ({ state }) => state.rules.push(heartbeatRule({ group: `irmc-${id}` }))],
  ])('%s: nothing of theirs is overwritten', async (_, act) => {
    const grafana = memoryGrafana();
    await connect(grafana);
    const desired = desiredConnection({ contactPoint: { name: 'IRM Production', maxAlerts: 9, sendResolved: true } });
    const beat = desired.heartbeat && { ...desired.heartbeat, interval: 1800 };
    const plan = await planned(grafana, { ...desired, heartbeat: beat });
    act(grafana);
    const theirs = structuredClone(grafana.state);
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'changedMeanwhile' } });
    const isTheirs = outcome.steps.find(({ state }) => state === 'failed')?.step.object;
    expect(isTheirs === 'rule' ? grafana.state.rules : grafana.state.contactPoints).toEqual(
      isTheirs === 'rule' ? theirs.rules : theirs.contactPoints
    );
  });

  it('made a rule in the group of a new connection', async () => {
    const grafana = memoryGrafana({ folders: [FOLDER] });
    const plan = await planned(grafana);
    grafana.state.rules.push(heartbeatRule({ group: `irmc-${id}` }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
    expect(grafana.state.rules).toMatchObject([{ uid: 'hand-rule' }]);
  });

  it('bent the URL of a contact point that was to be removed', async () => {
    const grafana = memoryGrafana();
    await connect(grafana);
    quicker(grafana, 'deleteRule', () => {
      Object.assign(grafana.state.contactPoints[1] ?? {}, { url: heartbeatUrl(otherEndpoint) });
    });
    expect(await remove(grafana)).toMatchObject({ result: 'failed', error: { reason: 'changedMeanwhile' } });
    expect(grafana.state.contactPoints).toHaveLength(2);
  });
});
