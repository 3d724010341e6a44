import { applyPlan } from '../apply/applyPlan';
import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import type { ObservedObjects } from '../model';
import { connectionsOf, type Connection } from '../observed/connections';
import { observe } from '../observed/observe';
import { isUpToDate, type Plan } from '../plan/types';
import { planConnection } from '../plan/planConnection';
import { contactPoint, desiredConnection, endpoint, heartbeatRule, otherEndpoint } from '../testing/fixtures';
import { memoryGrafana, type MemoryGrafana } from '../testing/memoryGrafana';
import { isOurs, planRepair } from '../health/drift';
import { currentTiming, planAdopt, planChangeTiming, planRepairAction } from './change';
import { planPause, planResume } from './pause';
import { planRemovalAction } from './remove';
import { planRename } from './rename';
import { planRotation } from './rotate';
import type { ActionPlan } from './types';

const ID = connectionId(endpoint);

async function look(grafana: MemoryGrafana): Promise<ObservedObjects> {
  const observed = await observe(grafana.port);
  if (!observed.ok) {
    throw new Error(observed.error.message);
  }
  return observed.value;
}

async function carryOut(plan: Plan, grafana: MemoryGrafana) {
  const outcome = await applyPlan(plan, grafana.port, { wait: async () => {} });
  expect(outcome.error).toBeUndefined();
  expect(outcome.result).toBe('applied');
}

/** A Grafana in which the wizard made one connection. */
async function made(changes: Parameters<typeof desiredConnection>[0] = {}) {
  const grafana = memoryGrafana({ otherNames: ['email'] });
  await carryOut(planConnection(desiredConnection(changes), await look(grafana)), grafana);
  return grafana;
}

/** A Grafana in which somebody followed the manual page, and put the rule into our folder. */
function byHand() {
  return memoryGrafana({
    contactPoints: [
      contactPoint({ uid: 'a', name: 'oncall', url: endpointUrl(endpoint) }),
      contactPoint({ uid: 'b', name: 'oncall beat', url: heartbeatUrl(endpoint), disableResolveMessage: true }),
    ],
    folders: [{ uid: 'irm-heartbeats', title: 'IRM heartbeats' }],
    rules: [heartbeatRule({ receiver: 'oncall beat', title: 'Always' })],
  });
}

async function planned(
  grafana: MemoryGrafana,
  plan: (connection: Connection, observed: ObservedObjects) => ActionPlan
) {
  const observed = await look(grafana);
  const connection = connectionsOf(observed)[0];
  if (!connection) {
    throw new Error('no connection');
  }
  return plan(connection, observed);
}

const shown = ({ steps }: Plan) =>
  steps.map(({ action, object, changes }) => `${action} ${object}: ${changes.map(({ field }) => field).join()}`);

/** Does it and takes it back; Grafana must hold the same as before, but for a new uid of a rule. */
async function thereAndBack(grafana: MemoryGrafana, action: ActionPlan) {
  const before = structuredClone(grafana.state);
  await carryOut(action.plan, grafana);
  expect(grafana.state).not.toEqual(before);
  expect(action.undo).toBeDefined();
  const after = structuredClone(grafana.state);
  await carryOut(action.undo as Plan, grafana);
  const withoutUids = (state: typeof before) => ({
    ...state,
    contactPoints: [...state.contactPoints].sort((a, b) => a.uid.localeCompare(b.uid)),
    rules: state.rules.map((rule) => ({ ...rule, uid: '' })),
  });
  expect(withoutUids(grafana.state)).toEqual(withoutUids(before));
  return after;
}

describe('pausing and resuming', () => {
  it('pauses and takes it back, and says when IRM will alert', async () => {
    const grafana = await made();
    const pause = await planned(grafana, planPause);
    expect(shown(pause.plan)).toEqual(['update rule: ']);
    expect(pause.consequences).toEqual([{ code: 'irmAlertsAfter', least: 600, greatest: 720 }]);
    const paused = await thereAndBack(grafana, pause);
    expect(paused.rules[0]?.isPaused).toBe(true);
  });

  it('resumes, and has nothing to do twice or without a rule', async () => {
    const grafana = await made();
    expect(isUpToDate((await planned(grafana, planResume)).plan)).toBe(true);
    await carryOut((await planned(grafana, planPause)).plan, grafana);
    await carryOut((await planned(grafana, planResume)).plan, grafana);
    expect(grafana.state.rules[0]?.isPaused).toBe(false);
    const bare = await made({ heartbeat: undefined });
    expect((await planned(bare, planPause)).plan.steps).toEqual([]);
  });

  it('does not touch a rule that shares its group, because groups are written as a whole', async () => {
    const grafana = await made();
    grafana.state.rules.push(heartbeatRule({ uid: 'other', group: `irmc-${ID}` }));
    const pause = await planned(grafana, planPause);
    expect(pause.plan.obstacles).toMatchObject([{ reason: 'groupShared', blocking: true }]);
    expect(pause.undo).toBeUndefined();
  });

  it('leaves a locked rule locked', async () => {
    const grafana = await made({ editability: 'locked' });
    await thereAndBack(grafana, await planned(grafana, planPause));
    expect(grafana.state.rules[0]?.locked).toBe(true);
  });
});

describe('changing interval and timing', () => {
  const hourly = { interval: 3600, timing: { ...desiredConnection().heartbeat!.timing, repeatInterval: 600 } };

  it('changes both and takes it back', async () => {
    const grafana = await made();
    const change = await planned(grafana, (one, observed) => planChangeTiming(one, observed, hourly));
    expect(change.consequences).toEqual([{ code: 'setIntervalInIrm', interval: 3600 }]);
    const after = await thereAndBack(grafana, change);
    expect(after.rules[0]).toMatchObject({ repeatInterval: 600, annotations: { irm_heartbeat_interval: '3600' } });
  });

  it('refuses a timing that cannot hold', async () => {
    const grafana = await made();
    const bad = { ...hourly, interval: 300 };
    const change = await planned(grafana, (one, observed) => planChangeTiming(one, observed, bad));
    expect(change).toMatchObject({ undo: undefined, plan: { obstacles: [{ reason: 'timingBlocked' }] } });
  });

  it('starts a form with what there is', async () => {
    const grafana = await made();
    const [connection] = connectionsOf(await look(grafana));
    expect(connection && currentTiming(connection)).toMatchObject({ interval: 600, timing: { repeatInterval: 120 } });
  });
});

describe('repairing', () => {
  it('puts back what stops the heartbeat, and can be taken back', async () => {
    const grafana = await made();
    const [rule] = grafana.state.rules;
    grafana.state.rules = rule ? [{ ...rule, receiver: 'email', muteTimings: ['x'], repeatInterval: 14_400 }] : [];
    const repair = await planned(grafana, planRepairAction);
    expect(shown(repair.plan).at(-1)).toBe('update rule: receiver,muteTimings,repeatInterval');
    await thereAndBack(grafana, repair);
  });

  it('cannot bring back somebody else’s query, so it offers no undo', async () => {
    const grafana = await made();
    const [rule] = grafana.state.rules;
    grafana.state.rules = rule ? [{ ...rule, scope: { kind: 'other', summary: 'up' } }] : [];
    expect((await planned(grafana, planRepairAction)).undo).toBeUndefined();
  });

  it('makes a lost rule anew and can remove it again', async () => {
    const grafana = await made();
    grafana.state.rules = [];
    grafana.state.folders = [];
    const repair = await planned(grafana, planRepairAction);
    expect(shown(repair.plan).map((line) => line.split(':')[0])).toEqual([
      'keep alertContactPoint',
      'keep heartbeatContactPoint',
      'create folder',
      'create rule',
    ]);
    await thereAndBack(grafana, repair);
  });

  it('offers no undo where there is nothing to do', async () => {
    expect((await planned(await made(), planRepairAction)).undo).toBeUndefined();
  });
});

describe('adopting', () => {
  const change = { interval: 600, timing: desiredConnection().heartbeat!.timing };

  it('fills in texts and labels and keeps names and uids', async () => {
    const grafana = byHand();
    const adopt = await planned(grafana, (one, observed) => planAdopt(one, observed, change));
    expect(adopt.consequences).toEqual([{ code: 'setIntervalInIrm', interval: 600 }]);
    const after = await thereAndBack(grafana, adopt);
    expect(after.contactPoints.map(({ uid, name }) => [uid, name])).toEqual([
      ['a', 'oncall'],
      ['b', 'oncall beat'],
    ]);
    expect(after.rules[0]).toMatchObject({ title: 'Always', labels: { irm_connection: ID, heartbeat: 'true' } });
  });

  it('warns of a rule elsewhere that goes on beating', async () => {
    const grafana = byHand();
    grafana.state.rules = [];
    const adopt = await planned(grafana, (one, observed) => planAdopt(one, observed, change));
    expect(adopt.consequences).toContainEqual({ code: 'otherRuleStays' });
  });
});

describe('renaming', () => {
  it('renames both contact points, the rule with them, and takes it back', async () => {
    const grafana = await made();
    const names = { alertContactPoint: 'Pager', heartbeatContactPoint: 'Pager pulse' };
    const rename = await planned(grafana, (one, observed) => planRename(one, observed, names));
    expect(rename.consequences).toContainEqual({ code: 'renamesReferences', from: 'IRM Production', to: 'Pager' });
    const after = await thereAndBack(grafana, rename);
    expect(after.rules[0]).toMatchObject({ title: 'Pager pulse', receiver: 'Pager pulse' });
  });

  it('leaves a title of the person’s own, and contact points made by hand can be renamed, too', async () => {
    const grafana = byHand();
    const names = { heartbeatContactPoint: 'Pulse' };
    const after = await thereAndBack(
      grafana,
      await planned(grafana, (one, observed) => planRename(one, observed, names))
    );
    expect(after.rules[0]).toMatchObject({ title: 'Always', receiver: 'Pulse' });
  });

  it.each([
    [{ alertContactPoint: ' ' }, 'nameMissing'],
    [{ alertContactPoint: 'email' }, 'nameTaken'],
    [{ alertContactPoint: 'Same', heartbeatContactPoint: 'Same' }, 'nameTaken'],
  ])('refuses %j: %s', async (names, reason) => {
    const rename = await planned(await made(), (one, observed) => planRename(one, observed, names));
    expect(rename.plan.obstacles).toMatchObject([{ blocking: true, reason }]);
  });

  it('does not take an integration out of a contact point that has others', async () => {
    const grafana = await made();
    grafana.state.contactPoints.push(contactPoint({ uid: 'twin', name: 'IRM Production' }));
    const rename = await planned(grafana, (one, observed) => planRename(one, observed, { alertContactPoint: 'New' }));
    expect(rename.plan.obstacles).toMatchObject([{ blocking: true, reason: 'nameShared' }]);
  });

  it('has nothing to do for the same name', async () => {
    const rename = await planned(await made(), (one, observed) =>
      planRename(one, observed, { alertContactPoint: 'IRM Production ' })
    );
    expect(rename.plan.steps).toEqual([]);
  });
});

describe('rotating the endpoint', () => {
  const rotated = (grafana: MemoryGrafana) =>
    planned(grafana, (one, observed) => planRotation(one, observed, otherEndpoint));

  it('moves both contact points under their names, and the connection is whole under its new id', async () => {
    const grafana = await made();
    const rotation = await rotated(grafana);
    expect(rotation.consequences.map(({ code }) => code)).toEqual([
      'idChanges',
      'resetOldHeartbeat',
      'setIntervalInIrm',
    ]);
    expect(JSON.stringify(rotation.plan.steps.map(({ changes }) => changes))).not.toContain(otherEndpoint.token);
    await thereAndBack(grafana, rotation);
    await carryOut(rotation.plan, grafana);
    const observed = await look(grafana);
    expect(connectionsOf(observed)).toMatchObject([
      {
        id: connectionId(otherEndpoint),
        stage: 'complete',
        interval: 600,
        alertContactPoint: { name: 'IRM Production' },
      },
    ]);
    const [connection] = connectionsOf(observed);
    expect(connection && isOurs(connection)).toBe(true);
    expect(connection && isUpToDate(planRepair(connection, observed))).toBe(true);
  });

  it('is finished by the same plan after it broke off', async () => {
    const grafana = await made();
    const { plan } = await rotated(grafana);
    grafana.trouble = (call, index) =>
      call === 'writeRule' && index > 0
        ? { kind: 'refused', error: { reason: 'forbidden', message: '', status: 403 } }
        : undefined;
    expect((await applyPlan(plan, grafana.port, { wait: async () => {} })).result).toBe('failed');
    grafana.trouble = () => undefined;
    await carryOut(plan, grafana);
    expect(connectionsOf(await look(grafana))).toMatchObject([{ stage: 'complete' }]);
  });

  it('moves a connection made by hand, whose rule follows its contact point by name', async () => {
    const grafana = byHand();
    await thereAndBack(grafana, await rotated(grafana));
  });

  it('refuses an endpoint whose heartbeat somebody else sends, and an address that is none', async () => {
    const grafana = await made();
    await carryOut(
      planConnection(
        desiredConnection({
          endpoint: otherEndpoint,
          contactPoint: { name: 'Other', maxAlerts: 0, sendResolved: true },
          heartbeat: {
            ...desiredConnection().heartbeat!,
            url: heartbeatUrl(otherEndpoint),
            contactPointName: 'Other heartbeat',
          },
        }),
        await look(grafana)
      ),
      grafana
    );
    expect((await rotated(grafana)).plan.obstacles).toMatchObject([{ blocking: true, reason: 'uidTaken' }]);
    const wrong = await planned(await made(), (one, observed) =>
      planRotation(one, observed, otherEndpoint, endpointUrl(otherEndpoint))
    );
    expect(wrong.plan.obstacles).toMatchObject([{ blocking: true, reason: 'heartbeatUrlWrong' }]);
  });

  it('has nothing to do for the same endpoint', async () => {
    const same = await planned(await made(), (one, observed) => planRotation(one, observed, endpoint));
    expect(isUpToDate(same.plan)).toBe(true);
    expect(same.consequences.map(({ code }) => code)).not.toContain('idChanges');
  });
});

describe('removing', () => {
  it('removes rule, contact points and the empty folder, and takes it back', async () => {
    const grafana = await made();
    const removal = await planned(grafana, planRemovalAction);
    expect(removal.consequences).toEqual([{ code: 'resetHeartbeat' }]);
    const after = await thereAndBack(grafana, removal);
    expect(after).toMatchObject({ contactPoints: [], rules: [], folders: [] });
  });

  it('removes a rotated connection as its own', async () => {
    const grafana = await made();
    await carryOut(
      (await planned(grafana, (one, observed) => planRotation(one, observed, otherEndpoint))).plan,
      grafana
    );
    await carryOut((await planned(grafana, planRemovalAction)).plan, grafana);
    expect(grafana.state).toMatchObject({ contactPoints: [], rules: [], folders: [] });
  });

  it('leaves what people made by hand, and says so', async () => {
    const grafana = await made();
    grafana.state.contactPoints.push(contactPoint({ uid: 'extra', name: 'Extra', url: endpointUrl(endpoint) }));
    const removal = await planned(grafana, planRemovalAction);
    expect(removal.consequences).toContainEqual({ code: 'handMadeStays', names: ['Extra'] });
    await carryOut(removal.plan, grafana);
    expect(grafana.state.contactPoints.map(({ uid }) => uid)).toEqual(['extra']);
    const hand = byHand();
    expect((await planned(hand, planRemovalAction)).plan.steps.every(({ action }) => action === 'keep')).toBe(true);
  });

  it('offers no undo where a stored secret would be lost', async () => {
    const grafana = await made();
    const [first, ...rest] = grafana.state.contactPoints;
    const otherSettings = { authorization_credentials: '[REDACTED]' };
    grafana.state.contactPoints = first ? [{ ...first, otherSettings }, ...rest] : rest;
    expect((await planned(grafana, planRemovalAction)).undo).toBeUndefined();
  });
});
