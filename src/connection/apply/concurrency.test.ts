import { ALWAYS_TRUE } from '../../../tests/support/alwaysTrue';
import { planPause } from '../actions/pause';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { carryOut, currentConnection, madeGrafana, plannedAction, takeBack } from '../testing/acting';
import {
  connect,
  FOLDER,
  grafanaError,
  id,
  onCall,
  planned,
  plannedRemoval,
  readingOf,
  remove,
  states,
  troubledGrafana,
  type TroubledGrafana,
} from '../testing/applying';
import { desiredConnection, endpoint, otherEndpoint } from '../testing/fixtures';
import {
  call,
  changeIntegration,
  changeRule,
  deleteContactPoint,
  firstRule,
  held,
  makeContactPoint,
  saveRule,
} from '../testing/people';
import { planRotation } from '../actions/rotate';
import { planConnection } from '../plan/planConnection';
import { applyPlan } from './applyPlan';

const CHANGED = { result: 'failed', error: { reason: 'changedMeanwhile' } };
const namesake = { uid: 'quick', name: 'IRM Production' };
const uids = async (grafana: TroubledGrafana) => (await readingOf(grafana)).integrations.map(({ uid }) => uid);

/** Somebody else acts right before the plugin's first call of this name. */
function quicker(grafana: TroubledGrafana, name: string, act: () => Promise<unknown>) {
  let done = false;
  grafana.meanwhile = async (one) => {
    if (one === name && !done) {
      done = true;
      await act();
    }
  };
}

describe('somebody else at the same time', () => {
  it('took the name before the step began: nothing is created', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    await makeContactPoint(grafana, namesake);
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'nameTaken' }, reached: [] });
    expect(states(outcome.steps)).toEqual(['failed', 'skipped', 'skipped', 'skipped']);
    expect(await uids(grafana)).toEqual(['quick']);
    expect(grafana.calls).not.toContain('createIntegration');
  });

  it('took the name for a contact point of another type', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    await makeContactPoint(grafana, { ...namesake, type: 'email' });
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: { reason: 'nameTaken' } });
    expect(await uids(grafana)).toEqual(['quick']);
  });

  it.each(['webhook', 'email'])('took the name in the last moment (%s): ours is taken back', async (type) => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    quicker(grafana, 'createIntegration', () => makeContactPoint(grafana, { ...namesake, type }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: { reason: 'nameTaken' } });
    expect(await uids(grafana)).toEqual(['quick']);
  });

  it('could not be got rid of: says that ours may still be there', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    quicker(grafana, 'createIntegration', () => makeContactPoint(grafana, namesake));
    grafana.trouble = onCall('deleteIntegration', grafanaError('unreachable'));
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome.steps[0]).toMatchObject({ state: 'failed', error: { reason: 'nameTaken' }, uncertain: true });
    grafana.trouble = () => undefined;
    await takeBack(grafana, outcome, plan);
    expect(await uids(grafana)).toEqual(['quick']);
  });

  it('carried the same plan out: both end well', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    const outcomes = await Promise.all([applyPlan(plan, grafana.port), applyPlan(plan, grafana.port)]);
    expect(outcomes.map(({ result }) => result)).toEqual(['applied', 'applied']);
    const { integrations, rules } = await readingOf(grafana);
    expect(integrations).toHaveLength(2);
    expect(rules).toHaveLength(1);
  });

  it('created the folder: that is as good', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    quicker(grafana, 'createFolder', () => call(grafana, 'POST', '/api/folders', { ...FOLDER, title: 'Theirs' }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    expect((await readingOf(grafana)).folder).toEqual({ state: 'present', title: 'Theirs' });
  });

  it.each<[string, (grafana: TroubledGrafana) => Promise<void>]>([
    ['changed the contact point', (grafana) => changeIntegration(grafana, `irmc-${id}`, { maxAlerts: 3 })],
    [
      'changed a setting that is not ours',
      (grafana) =>
        call(grafana, 'PUT', `/api/v1/provisioning/contact-points/irmc-${id}`, {
          ...{ uid: `irmc-${id}`, name: 'IRM Production', type: 'webhook' },
          settings: { url: endpointUrl(endpoint), title: 'x' },
        }),
    ],
    ['removed the contact point', (grafana) => deleteContactPoint(grafana, `irmc-${id}`)],
    ['paused the rule', (grafana) => changeRule(grafana, { isPaused: true })],
    [
      'removed the rule',
      async (grafana) => void (await grafana.client.deleteRule((await firstRule(grafana)).uid ?? '')),
    ],
  ])('%s: nothing of theirs is overwritten', async (_, act) => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
    const desired = desiredConnection({ contactPoint: { name: 'IRM Production', maxAlerts: 9, sendResolved: true } });
    const beat = desired.heartbeat && { ...desired.heartbeat, interval: 1800 };
    const plan = await planned(grafana, { ...desired, heartbeat: beat });
    await act(grafana);
    const theirs = await held(grafana);
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject(CHANGED);
    const now = await held(grafana);
    const isRule = outcome.steps.find(({ state }) => state === 'failed')?.step.object === 'rule';
    expect(isRule ? now.rules : now.integrations).toEqual(isRule ? theirs.rules : theirs.integrations);
  });

  it('put a rule into our group: ours is changed alone, and theirs stays as it is', async () => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
    const desired = desiredConnection();
    const plan = await planned(grafana, {
      ...desired,
      heartbeat: desired.heartbeat && { ...desired.heartbeat, interval: 1800 },
    });
    await joinGroup(grafana);
    const theirs = async () => (await readingOf(grafana)).rules.find(({ title }) => title === 'Theirs');
    const before = await theirs();
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    expect(await theirs()).toEqual(before);
  });

  it('made a rule in the group of a new connection', async () => {
    const grafana = await troubledGrafana();
    await call(grafana, 'POST', '/api/folders', FOLDER);
    await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
    const plan = await planned(grafana);
    await saveRule(grafana, { title: 'Theirs', receiver: 'Slack', group: `irmc-${id}` });
    expect(await applyPlan(plan, grafana.port)).toMatchObject(CHANGED);
    expect((await readingOf(grafana)).rules).toMatchObject([{ title: 'Theirs' }]);
  });

  it('bent the URL of a contact point that was to be removed', async () => {
    const grafana = await madeGrafana();
    quicker(grafana, 'deleteRule', () =>
      changeIntegration(grafana, `irmc-${id}-hb`, { url: heartbeatUrl(otherEndpoint) })
    );
    expect(await remove(grafana)).toMatchObject(CHANGED);
    expect(await uids(grafana)).toHaveLength(3);
  });

  it('saved the rule between our look and our write: says that this went over it', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, planPause);
    quicker(grafana, 'writeRule', () => changeRule(grafana, { repeatInterval: 60 }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: { reason: 'wentOver' } });
  });
});

describe('two hands', () => {
  it('one enables the heartbeat of a connection that the other has just removed', async () => {
    const grafana = await madeGrafana({ heartbeat: undefined });
    const plan = await planned(grafana);
    await carryOut(await plannedRemoval(grafana), grafana);
    const before = await held(grafana);
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ ...CHANGED, reached: [] });
    expect(await held(grafana)).toEqual(before);
  });

  it('one enables the heartbeat of a connection that the other removes in between', async () => {
    const grafana = await madeGrafana({ heartbeat: undefined });
    const plan = await planned(grafana);
    quicker(grafana, 'writeRule', () => deleteContactPoint(grafana, `irmc-${id}`));
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject(CHANGED);
    expect(outcome.error?.message).toContain('IRM Production');
  });

  it('one removes a connection that the other has rotated: nothing of the new one is deleted', async () => {
    const grafana = await madeGrafana();
    const removal = await plannedRemoval(grafana);
    const { plan } = await plannedAction(grafana, (one, reading) => planRotation(one, reading, otherEndpoint));
    await carryOut(plan, grafana);
    const before = await held(grafana);
    const outcome = await applyPlan(removal, grafana.port);
    expect(outcome).toMatchObject({ ...CHANGED, reached: [] });
    expect(outcome.steps[0]).toMatchObject({ step: { object: 'rule' }, state: 'failed' });
    expect(await held(grafana)).toEqual(before);
  });

  it('one pauses a rule that the other has renamed with its contact point', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, planPause);
    await changeIntegration(grafana, `irmc-${id}-hb`, { name: 'Renamed' });
    expect((await firstRule(grafana)).receiver).toBe('Renamed');
    const outcome = await applyPlan(plan, grafana.port);
    // Whatever came of it, the rule still beats to its contact point.
    expect(await firstRule(grafana)).toMatchObject({ receiver: 'Renamed', isPaused: outcome.result === 'applied' });
  });

  it('one pauses a rule that the other has sent elsewhere: it is not sent back without a word', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, planPause);
    await changeRule(grafana, { receiver: 'email' });
    expect(await applyPlan(plan, grafana.port)).toMatchObject(CHANGED);
    expect((await firstRule(grafana)).receiver).toBe('email');
  });

  it('one sets a connection up while the other sets up one at the same names', async () => {
    const grafana = await troubledGrafana();
    const reading = await readingOf(grafana);
    const mine = planConnection(desiredConnection(), reading);
    const theirs = planConnection(desiredConnection({ endpoint: otherEndpoint }), reading);
    await carryOut(mine, grafana);
    expect(await applyPlan(theirs, grafana.port)).toMatchObject({ error: { reason: 'nameTaken' }, reached: [] });
    const [connection] = await currentConnection(grafana);
    expect(connection).toMatchObject({ id, stage: 'complete' });
    expect((await readingOf(grafana)).integrations.map(({ url }) => url)).toEqual([
      endpointUrl(endpoint),
      heartbeatUrl(endpoint),
    ]);
  });
});

/** Somebody moves a rule of theirs into our group, as Grafana's editor lets them. */
async function joinGroup(grafana: TroubledGrafana): Promise<void> {
  await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
  const { rules } = await readingOf(grafana);
  const theirs = rules.find(({ title }) => title === 'Theirs');
  const path = `/api/v1/provisioning/alert-rules/${theirs?.uid}`;
  await call(grafana, 'PUT', path, {
    ...{ uid: theirs?.uid, title: 'Theirs', ruleGroup: `irmc-${id}`, folderUID: FOLDER.uid, orgID: 1, for: '0s' },
    ...{ condition: 'A', noDataState: 'OK', execErrState: 'OK', notification_settings: { receiver: 'Slack' } },
    data: [ALWAYS_TRUE],
  });
}
