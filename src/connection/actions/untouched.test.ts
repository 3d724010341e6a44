import { planConnection } from '../plan/planConnection';
import { proposeTiming } from '../timing/presets';
import { currentConnection, carryOut, madeGrafana, plannedAction, thereAndBack } from '../testing/acting';
import { plannedRemoval, type TroubledGrafana } from '../testing/applying';
import { desiredConnection, otherEndpoint } from '../testing/fixtures';
import { call, firstRule, held, RULER, saveRule } from '../testing/people';
import { planChangeTiming, planRepair } from './change';
import { planPause, planResume } from './pause';
import { planRename } from './rename';
import { planRotation } from './rotate';
import type { ActionPlan } from './types';

type Plan = Parameters<typeof plannedAction>[1];

/** What the plugin does not model: how alerts are grouped, and how long they keep firing. */
const GROUP_BY = ['alertname', 'grafana_folder', 'team'];

/** A connection whose rule somebody opened in Grafana's editor and gave settings that the plugin does not model. */
async function edited(): Promise<TroubledGrafana> {
  const grafana = await madeGrafana();
  const rule = await firstRule(grafana);
  await saveRule(grafana, {
    uid: rule.uid,
    title: rule.title,
    group: rule.group,
    labels: rule.labels,
    receiver: rule.receiver,
    more: { keep_firing_for: '5m', annotations: rule.annotations },
    notification: { group_by: GROUP_BY, group_wait: '0s', group_interval: '1s', repeat_interval: '2m' },
  });
  expect(await furtherSettings(grafana)).toMatch(/keep_?firing_?for/i);
  return grafana;
}

/** The further settings as Grafana stores them, as text. */
const furtherSettings = async (grafana: TroubledGrafana) => JSON.stringify((await firstRule(grafana)).stored);

const timing = { interval: 3600, timing: { ...proposeTiming(600), repeatInterval: 600 } };
const names = { alertContactPoint: 'Pager', heartbeatContactPoint: 'Pager pulse' };
const ACTIONS: Array<[string, Plan]> = [
  ['pausing', planPause],
  ['changing the timing', (one, reading): ActionPlan => planChangeTiming(one, reading, timing)],
  ['renaming', (one, reading) => planRename(one, reading, names)],
  ['rotating', (one, reading) => planRotation(one, reading, otherEndpoint)],
];

describe('what the plugin does not model stays', () => {
  it.each(ACTIONS)('through %s and taking it back', async (_, plan) => {
    const grafana = await edited();
    const before = await furtherSettings(grafana);
    expect(before).toContain('5m');
    expect(before).toContain('"team"');
    const after = await thereAndBack(grafana, await plannedAction(grafana, plan));
    expect(JSON.stringify(after.rules[0]?.stored)).toContain('5m');
    expect(JSON.stringify(after.rules[0]?.stored)).toContain('"team"');
    expect(await furtherSettings(grafana)).toBe(before);
  });

  it('through pausing and resuming', async () => {
    const grafana = await edited();
    const before = await held(grafana, { uids: true });
    await carryOut((await plannedAction(grafana, planPause)).plan, grafana);
    await carryOut((await plannedAction(grafana, planResume)).plan, grafana);
    expect(await held(grafana, { uids: true })).toEqual(before);
  });

  it('through a repair', async () => {
    const grafana = await edited();
    const before = await furtherSettings(grafana);
    await call(grafana, 'POST', '/api/v1/provisioning/mute-timings', { name: 'nights', time_intervals: [] });
    const rule = await firstRule(grafana);
    await grafana.client.writeRule({ ...rule, muteTimings: ['nights'] }, rule);
    await carryOut((await plannedAction(grafana, planRepair)).plan, grafana);
    expect((await firstRule(grafana)).muteTimings).toEqual([]);
    expect(await furtherSettings(grafana)).toBe(before);
  });

  it('through locking', async () => {
    const grafana = await edited();
    const before = await furtherSettings(grafana);
    const [, reading] = await currentConnection(grafana);
    await carryOut(planConnection(desiredConnection({ editability: 'locked' }), reading), grafana);
    expect(await firstRule(grafana)).toMatchObject({ provenance: 'api' });
    expect(await furtherSettings(grafana)).toBe(before);
  });

  it('through a removal that is taken back', async () => {
    const grafana = await edited();
    await thereAndBack(grafana, { plan: await plannedRemoval(grafana) });
    expect(await furtherSettings(grafana)).toContain('5m');
  });
});

it('somebody else’s query travels through a pause, and comes back with the undo of a repair', async () => {
  const grafana = await madeGrafana();
  const rule = await firstRule(grafana);
  const query = { refId: 'A', datasourceUid: '__expr__', model: { refId: 'A', type: 'math', expression: '3 > 2' } };
  const alert = {
    ...{ uid: rule.uid, title: rule.title, condition: 'A', data: [query], no_data_state: 'OK', exec_err_state: 'OK' },
    notification_settings: { receiver: rule.receiver, group_wait: '0s', group_interval: '1s', repeat_interval: '2m' },
  };
  const { labels, annotations, group } = rule;
  await call(grafana, 'POST', RULER, {
    ...{ name: group, interval: '10s' },
    rules: [{ for: '0s', labels, annotations, grafana_alert: alert }],
  });
  expect((await firstRule(grafana)).scope.kind).toBe('other');
  await thereAndBack(grafana, await plannedAction(grafana, planPause));
  await thereAndBack(grafana, await plannedAction(grafana, planRepair));
  expect((await firstRule(grafana)).scope.kind).toBe('other');
});
