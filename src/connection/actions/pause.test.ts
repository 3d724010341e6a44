import { isUpToDate } from '../plan/types';
import { refused } from '../health/testing/scene';
import { currentConnection, carryOut, madeGrafana, plannedAction, shown, thereAndBack } from '../testing/acting';
import { id } from '../testing/applying';
import { heartbeatRule } from '../testing/fixtures';
import { firstRule } from '../testing/people';
import { planPause, planResume } from './pause';

describe('pausing and resuming', () => {
  it('pauses and takes it back, and says when IRM will alert', async () => {
    const grafana = await madeGrafana();
    const pause = await plannedAction(grafana, planPause);
    expect(shown(pause.plan)).toEqual(['update rule: paused']);
    expect(pause.consequences).toEqual([{ code: 'irmAlertsAfter', least: 600, greatest: 720 }]);
    const paused = await thereAndBack(grafana, pause);
    expect(paused.rules[0]?.isPaused).toBe(true);
  });

  it('resumes, and has nothing to do twice or without a rule', async () => {
    const grafana = await madeGrafana();
    expect(isUpToDate((await plannedAction(grafana, planResume)).plan)).toBe(true);
    await carryOut((await plannedAction(grafana, planPause)).plan, grafana);
    await carryOut((await plannedAction(grafana, planResume)).plan, grafana);
    expect((await firstRule(grafana)).isPaused).toBe(false);
    const bare = await madeGrafana({ heartbeat: undefined });
    expect((await plannedAction(bare, planPause)).plan.steps).toEqual([]);
  });

  it('changes a rule that shares its group by itself, so that the others stay', async () => {
    const [connection, reading] = await currentConnection(await madeGrafana());
    const mate = heartbeatRule({ uid: 'other', group: `irmc-${id}` });
    const { plan } = planPause(connection, { ...reading, rules: [...reading.rules, mate] });
    expect(plan.obstacles).toEqual([]);
    expect(plan.steps).toMatchObject([{ action: 'update' }]);
  });

  it('says so when the rules could not be read', async () => {
    const [connection, reading] = await currentConnection(await madeGrafana());
    const blind = { ...reading, rules: [], problems: { rules: refused('timeout') } };
    const { plan } = planPause({ ...connection, rule: undefined }, blind);
    expect(plan.obstacles).toMatchObject([{ reason: 'notRead', blocking: true }]);
    expect(isUpToDate(plan)).toBe(false);
  });

  it('leaves a locked rule locked', async () => {
    const grafana = await madeGrafana({ editability: 'locked' });
    await thereAndBack(grafana, await plannedAction(grafana, planPause));
    expect((await firstRule(grafana)).provenance).toBe('api');
  });
});
