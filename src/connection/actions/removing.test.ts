import { applyPlan } from '../apply/applyPlan';
import { endpointUrl } from '../endpoint/integrationPath';
import { connectionsOf } from '../ownership/connections';
import { carryOut, handMadeGrafana, madeGrafana, plannedAction, takeBack } from '../testing/acting';
import {
  connect,
  FOLDER,
  grafanaError,
  onCall,
  planned,
  plannedRemoval,
  readingOf,
  states,
  troubledGrafana,
} from '../testing/applying';
import { endpoint, otherEndpoint } from '../testing/fixtures';
import {
  call,
  changeIntegration,
  held,
  makeContactPoint,
  makeForeign,
  PROVISIONING,
  saveRule,
} from '../testing/people';
import { planRotation } from './rotate';
import { undoOf } from './undo';

const ALERTS = 'IRM Production';
const BEATS = 'IRM Production heartbeat';
const DASHBOARD = { dashboard: { title: 'Beats' }, folderUid: FOLDER.uid };

describe('removing', () => {
  it('removes rule, contact points and the empty folder, and takes it back', async () => {
    const grafana = await madeGrafana();
    const before = await held(grafana);
    const plan = await plannedRemoval(grafana);
    const outcome = await carryOut(plan, grafana);
    expect(await held(grafana)).toMatchObject({ integrations: [{ uid: 'mail' }], rules: [], hasFolder: false });
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual(before);
  });

  it('brings a locked connection back locked', async () => {
    const grafana = await madeGrafana({ editability: 'locked' });
    const before = await held(grafana);
    const plan = await plannedRemoval(grafana);
    await takeBack(grafana, await carryOut(plan, grafana), plan);
    expect(await held(grafana)).toEqual(before);
  });

  it('removes a rotated connection as its own', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, (one, reading) => planRotation(one, reading, otherEndpoint));
    await carryOut(plan, grafana);
    const [connection] = connectionsOf(await readingOf(grafana));
    await carryOut(await plannedRemoval(grafana, false, connection?.id), grafana);
    expect(await held(grafana)).toMatchObject({ integrations: [{ uid: 'mail' }], rules: [], hasFolder: false });
  });

  it('leaves what people made by hand', async () => {
    const grafana = await madeGrafana();
    await makeContactPoint(grafana, { uid: 'extra', name: 'Extra', url: endpointUrl(endpoint) });
    await carryOut(await plannedRemoval(grafana), grafana);
    expect((await readingOf(grafana)).integrations.map(({ uid }) => uid).sort()).toEqual(['extra', 'mail']);
    const hand = await plannedRemoval(await handMadeGrafana());
    expect(hand.steps.every(({ action }) => action === 'keep')).toBe(true);
  });

  it('offers no undo where a stored secret would be lost', async () => {
    const grafana = await madeGrafana();
    const [first] = (await readingOf(grafana)).integrations.filter(({ name }) => name === ALERTS);
    const settings = { url: first?.url, authorization_scheme: 'Bearer', authorization_credentials: 'secret' };
    await call(grafana, 'PUT', `${PROVISIONING}/contact-points/${first?.uid}`, {
      ...{ uid: first?.uid, name: ALERTS, type: 'webhook', settings },
    });
    const plan = await plannedRemoval(grafana);
    expect(undoOf(await carryOut(plan, grafana), plan.connectionId)).toBeUndefined();
  });
});

describe('what others use', () => {
  it('stays for a policy, is named, and the removal goes on without it', async () => {
    const grafana = await madeGrafana();
    const route = { receiver: ALERTS, object_matchers: [['team', '=', 'a']] };
    await call(grafana, 'PUT', `${PROVISIONING}/policies`, { receiver: 'email', routes: [route] });
    const plan = await plannedRemoval(grafana);
    expect(plan.obstacles).toEqual([
      {
        object: 'alertContactPoint',
        blocking: false,
        reason: 'inUse',
        name: ALERTS,
        uses: { policies: ['team="a"'], rules: [] },
      },
    ]);
    await carryOut(plan, grafana);
    expect((await readingOf(grafana)).integrations.map(({ name }) => name).sort()).toEqual([ALERTS, 'email']);
    expect(await held(grafana)).toMatchObject({ rules: [], hasFolder: false });
  });

  it('stays for a rule in another folder, is named, and the removal goes on without it', async () => {
    const grafana = await madeGrafana();
    await call(grafana, 'POST', '/api/folders', { uid: 'infra', title: 'Infra' });
    await saveRule(grafana, { title: 'Disk full', receiver: ALERTS, folderUid: 'infra' });
    const plan = await plannedRemoval(grafana);
    expect(plan.obstacles).toMatchObject([
      { reason: 'inUse', name: ALERTS, uses: { policies: [], rules: [{ title: 'Disk full', folder: 'Infra' }] } },
    ]);
    await carryOut(plan, grafana);
    expect((await readingOf(grafana)).integrations.map(({ name }) => name).sort()).toEqual([ALERTS, 'email']);
  });

  it('stays when somebody begins to use it after the plan was made', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    const route = { receiver: ALERTS, object_matchers: [['team', '=', 'a']] };
    await call(grafana, 'PUT', `${PROVISIONING}/policies`, { receiver: 'email', routes: [route] });
    const outcome = await carryOut(plan, grafana);
    expect(states(outcome.steps)).toEqual(['done', 'done', 'skipped', 'done']);
    expect(outcome.steps[2]).toMatchObject({ error: { reason: 'inUse' } });
    expect((await readingOf(grafana)).integrations.map(({ name }) => name)).toContain(ALERTS);
  });

  it('keeps an e-mail under the name of ours, which goes alone', async () => {
    const grafana = await madeGrafana();
    await makeContactPoint(grafana, { uid: 'twin', name: BEATS, type: 'email' });
    const plan = await plannedRemoval(grafana);
    await carryOut(plan, grafana);
    expect((await readingOf(grafana)).integrations.map(({ uid }) => uid).sort()).toEqual(['mail', 'twin']);
  });
});

describe('the folder', () => {
  it.each<[string, string, object]>([
    ['a dashboard', '/api/dashboards/db', DASHBOARD],
    ['a subfolder', '/api/folders', { uid: 'sub', title: 'Sub', parentUid: FOLDER.uid }],
  ])('stays when %s is in it, which is said before', async (_, path, body) => {
    const grafana = await madeGrafana();
    await call(grafana, 'POST', path, body);
    const plan = await plannedRemoval(grafana);
    expect(plan.obstacles).toEqual([{ object: 'folder', blocking: false, reason: 'folderNotEmpty', others: 1 }]);
    await carryOut(plan, grafana);
    expect(await grafana.client.folderCounts(FOLDER.uid)).toMatchObject({ value: { alertRules: 0, others: 1 } });
  });

  it('stays when a dashboard comes between plan and run', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    await call(grafana, 'POST', '/api/dashboards/db', DASHBOARD);
    const outcome = await carryOut(plan, grafana);
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'skipped']);
    expect(grafana.calls).not.toContain('deleteFolder');
  });

  it('stays when a rule comes in the last moment', async () => {
    const grafana = await madeGrafana();
    await call(grafana, 'POST', `${PROVISIONING}/contact-points`, {
      ...{ uid: 's', name: 'Slack', type: 'webhook', settings: { url: 'https://example.net/' } },
    });
    const plan = await plannedRemoval(grafana);
    grafana.meanwhile = async (name) => {
      if (name === 'deleteFolder') {
        await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
      }
    };
    const outcome = await carryOut(plan, grafana);
    expect(states(outcome.steps)).toEqual(['done', 'done', 'done', 'skipped']);
    expect(await held(grafana)).toMatchObject({ rules: [{ title: 'Theirs' }], hasFolder: true });
  });

  it('is not deleted by an undo of a run that only found it', async () => {
    const grafana = await troubledGrafana();
    await makeForeign(grafana);
    const plan = await planned(grafana);
    await call(grafana, 'POST', '/api/folders', FOLDER);
    const outcome = await carryOut(plan, grafana);
    expect(outcome.steps.find(({ step }) => step.object === 'folder')).toMatchObject({ foundInPlace: true });
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toMatchObject({ rules: [], hasFolder: true });
    expect(grafana.calls).not.toContain('deleteFolder');
  });

  it('is deleted by the undo of a run that made it, even in a second try after a lost answer', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    let isDown = false;
    grafana.trouble = (name) => {
      isDown ||= name === 'createFolder';
      return isDown ? { kind: 'lost', error: grafanaError('unreachable') } : undefined;
    };
    const first = await applyPlan(plan, grafana.port);
    expect(first).toMatchObject({ result: 'failed' });
    grafana.trouble = () => undefined;
    const second = await applyPlan(plan, grafana.port, { previous: first });
    expect(second).toMatchObject({ result: 'applied' });
    await takeBack(grafana, second, plan);
    expect(await held(grafana)).toMatchObject({ integrations: [], rules: [], hasFolder: false });
  });

  it('is kept by an undo when others put something into it since', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    const outcome = await carryOut(plan, grafana);
    await call(grafana, 'POST', '/api/dashboards/db', DASHBOARD);
    await takeBack(grafana, outcome, plan);
    expect(await grafana.client.folderCounts(FOLDER.uid)).toMatchObject({ value: { alertRules: 0, others: 1 } });
  });

  it('that may not be deleted is left, which is no failure', async () => {
    const grafana = await troubledGrafana();
    await connect(grafana);
    const plan = await plannedRemoval(grafana);
    grafana.trouble = onCall('deleteFolder', grafanaError('forbidden', { status: 403 }));
    expect(states((await carryOut(plan, grafana)).steps)).toEqual(['done', 'done', 'done', 'skipped']);
  });
});

describe('a contact point that may not be deleted', () => {
  const FORBIDDEN = grafanaError('forbidden', { status: 403 });

  it('stays once the rule is gone, is named, and the rest is removed', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    grafana.trouble = onCall('deleteIntegration', FORBIDDEN);
    const outcome = await carryOut(plan, grafana);
    expect(states(outcome.steps)).toEqual(['done', 'skipped', 'done', 'done']);
    expect(outcome.steps[1]).toMatchObject({ step: { name: BEATS }, error: FORBIDDEN });
    expect((await readingOf(grafana)).integrations.map(({ name }) => name).sort()).toEqual([BEATS, 'email']);
    expect(await held(grafana)).toMatchObject({ rules: [], hasFolder: false });
  });

  it('stays with the other one, and the undo brings back the rule alone', async () => {
    const grafana = await madeGrafana();
    const before = await held(grafana);
    const plan = await plannedRemoval(grafana);
    grafana.trouble = onCall('deleteIntegration', FORBIDDEN, 'refused', 2);
    const outcome = await carryOut(plan, grafana);
    expect(states(outcome.steps)).toEqual(['done', 'skipped', 'skipped', 'done']);
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual(before);
  });

  it('is not called done because an earlier run got no answer', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    const isGone = (name: string) => name === 'deleteIntegration' || name === 'listIntegrations';
    let isDown = false;
    grafana.trouble = (name) => {
      isDown ||= name === 'deleteIntegration';
      return isDown && isGone(name) ? { kind: 'refused', error: grafanaError('unreachable') } : undefined;
    };
    const first = await applyPlan(plan, grafana.port);
    expect(first.steps[1]).toMatchObject({ state: 'failed', uncertain: true });
    grafana.trouble = onCall('deleteIntegration', FORBIDDEN);
    const second = await applyPlan(plan, grafana.port, { previous: first });
    expect(states(second.steps)).toEqual(['done', 'skipped', 'done', 'done']);
  });

  it('is a failure where nothing was removed before it', async () => {
    const grafana = await madeGrafana();
    const whole = await plannedRemoval(grafana);
    const plan = { ...whole, steps: whole.steps.filter(({ object }) => object === 'alertContactPoint') };
    grafana.trouble = onCall('deleteIntegration', FORBIDDEN);
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: FORBIDDEN });
  });
});

it('does not remove a contact point that sends elsewhere meanwhile', async () => {
  const grafana = await madeGrafana();
  const plan = await plannedRemoval(grafana);
  const [beat] = (await readingOf(grafana)).integrations.filter(({ name }) => name === BEATS);
  await changeIntegration(grafana, beat?.uid ?? '', { url: endpointUrl(otherEndpoint) });
  expect(await applyPlan(plan, grafana.port)).toMatchObject({ error: { reason: 'changedMeanwhile' } });
  expect((await readingOf(grafana)).integrations.map(({ name }) => name)).toContain(BEATS);
});
