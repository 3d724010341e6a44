import {
  carryOut,
  currentConnection,
  handMadeGrafana,
  madeGrafana,
  plannedAction,
  shown,
  thereAndBack,
} from '../testing/acting';
import { grafanaError, id, readingOf } from '../testing/applying';
import { call, changeRule, firstRule, PROVISIONING } from '../testing/people';
import { connectionsOf } from '../ownership/connections';
import { isUpToDate } from '../plan/types';
import { proposeTiming } from '../timing/presets';
import { currentTiming, planAdopt, planChangeTiming, planRepair } from './change';

describe('changing interval and timing', () => {
  const hourly = { interval: 3600, timing: { ...proposeTiming(600), repeatInterval: 600 } };

  it('changes both and takes it back', async () => {
    const grafana = await madeGrafana();
    const change = await plannedAction(grafana, (one, reading) => planChangeTiming(one, reading, hourly));
    expect(change.consequences).toEqual([{ code: 'setIntervalInIrm', interval: 3600 }]);
    const after = await thereAndBack(grafana, change);
    expect(after.rules[0]).toMatchObject({ repeatInterval: 600, annotations: { irm_heartbeat_interval: '3600' } });
  });

  it('refuses a timing that cannot hold', async () => {
    const bad = { ...hourly, interval: 300 };
    const change = await plannedAction(await madeGrafana(), (one, reading) => planChangeTiming(one, reading, bad));
    expect(change).toMatchObject({ plan: { obstacles: [{ reason: 'timingBlocked', blocking: true }] } });
  });

  it('starts a form with what there is', async () => {
    const current = await currentConnection(await madeGrafana());
    expect(currentTiming(...current)).toMatchObject({ interval: 600, timing: { repeatInterval: 120 } });
    const bare = await currentConnection(await madeGrafana({ heartbeat: undefined }));
    expect(currentTiming(...bare)).toBeUndefined();
  });
});

describe('repairing', () => {
  it('puts back what stops the heartbeat, and can be taken back', async () => {
    const grafana = await madeGrafana();
    await call(grafana, 'POST', `${PROVISIONING}/mute-timings`, { name: 'nights', time_intervals: [] });
    await changeRule(grafana, { receiver: 'email', muteTimings: ['nights'], repeatInterval: 14_400 });
    const repair = await plannedAction(grafana, planRepair);
    expect(shown(repair.plan).at(-1)).toBe('update rule: receiver,muteTimings,repeatInterval');
    await thereAndBack(grafana, repair);
  });

  it('lets beats out at any time again, where somebody limited them to some hours', async () => {
    const grafana = await madeGrafana();
    await call(grafana, 'POST', `${PROVISIONING}/mute-timings`, { name: 'office hours', time_intervals: [] });
    await changeRule(grafana, { activeTimings: ['office hours'] });
    const repair = await plannedAction(grafana, planRepair);
    expect(shown(repair.plan).at(-1)).toBe('update rule: activeTimings');
    await thereAndBack(grafana, repair);
    await carryOut((await plannedAction(grafana, planRepair)).plan, grafana);
    expect((await firstRule(grafana)).activeTimings).toEqual([]);
  });

  it('makes a lost rule anew and can remove it again', async () => {
    const grafana = await madeGrafana();
    await call(grafana, 'DELETE', '/api/folders/irm-heartbeats?forceDeleteRules=true');
    const repair = await plannedAction(grafana, planRepair);
    expect(shown(repair.plan).map((line) => line.split(':')[0])).toEqual([
      'keep alertContactPoint',
      'keep heartbeatContactPoint',
      'create folder',
      'create rule',
    ]);
    await thereAndBack(grafana, repair);
  });

  it('offers nothing to take back where there was nothing to do', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, planRepair);
    expect(isUpToDate(plan)).toBe(true);
    await carryOut(plan, grafana);
  });

  it('is no repair while the rules cannot be read', async () => {
    const grafana = await madeGrafana();
    const reading = { ...(await readingOf(grafana)), rules: [], problems: { rules: grafanaError('timeout') } };
    const [connection] = connectionsOf(reading);
    expect(connection && planRepair(connection, reading).plan.obstacles).toMatchObject([
      { reason: 'notRead', blocking: true },
    ]);
  });
});

describe('adopting', () => {
  const change = { interval: 600, timing: proposeTiming(600) };

  it('fills in texts and labels and keeps names and uids', async () => {
    const grafana = await handMadeGrafana();
    const adopt = await plannedAction(grafana, (one, reading) => planAdopt(one, reading, change));
    expect(adopt.consequences).toEqual([{ code: 'setIntervalInIrm', interval: 600 }]);
    const after = await thereAndBack(grafana, adopt);
    expect(after.integrations.map(({ uid, name }) => [uid, name])).toEqual([
      ['a', 'oncall'],
      ['b', 'oncall beat'],
    ]);
    expect(after.rules[0]).toMatchObject({ title: 'Always', labels: { irm_connection: id, heartbeat: 'true' } });
  });

  it('warns of a rule elsewhere that goes on beating', async () => {
    const grafana = await handMadeGrafana({ withRule: false });
    const adopt = await plannedAction(grafana, (one, reading) => planAdopt(one, reading, change));
    expect(adopt.consequences).toContainEqual({ code: 'otherRuleStays' });
  });
});
