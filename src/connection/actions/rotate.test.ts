import { CONNECTION_LABEL } from '../desired/objects';
import { connectionId } from '../endpoint/identity';
import { endpointUrl, heartbeatUrl } from '../endpoint/integrationPath';
import { connectionsOf } from '../ownership/connections';
import { planConnection } from '../plan/planConnection';
import { isUpToDate } from '../plan/types';
import {
  carryOut,
  currentConnection,
  handMadeGrafana,
  madeGrafana,
  plannedAction,
  takeBack,
  thereAndBack,
} from '../testing/acting';
import { grafanaError, id, readingOf, states, type TroubledGrafana } from '../testing/applying';
import { desiredConnection, endpoint, otherEndpoint } from '../testing/fixtures';
import { deleteContactPoint, firstRule, held, makeContactPoint } from '../testing/people';
import { readConnection, sharedGroup } from '../testing/sharedGroup';
import { applyPlan } from '../apply/applyPlan';
import { planRepair } from './change';
import { planRotation } from './rotate';

const OTHER = connectionId(otherEndpoint);
const rotated = (grafana: TroubledGrafana, from?: string) =>
  plannedAction(grafana, (one, reading) => planRotation(one, reading, otherEndpoint), from);

/** The connection that the wizard would make at the other endpoint, under names of its own. */
function otherConnection() {
  const { heartbeat } = desiredConnection({ endpoint: otherEndpoint });
  return desiredConnection({
    endpoint: otherEndpoint,
    contactPoint: { name: 'Other', maxAlerts: 0, sendResolved: true },
    heartbeat: heartbeat && { ...heartbeat, contactPointName: 'Other heartbeat' },
  });
}

describe('rotating the endpoint', () => {
  it('moves both contact points under their names, and the connection is whole under its new id', async () => {
    const grafana = await madeGrafana();
    const rotation = await rotated(grafana);
    expect(rotation.consequences.map(({ code }) => code)).toEqual([
      'idChanges',
      'resetOldHeartbeat',
      'setIntervalInIrm',
    ]);
    expect(JSON.stringify(rotation.plan.steps.map(({ changes }) => changes))).not.toContain(otherEndpoint.token);
    await thereAndBack(grafana, rotation);
    await carryOut((await rotated(grafana)).plan, grafana);
    const [connection, reading] = await currentConnection(grafana);
    expect(connectionsOf(reading)).toEqual([connection]);
    expect(connection).toMatchObject({
      id: OTHER,
      stage: 'complete',
      interval: 600,
      isOurs: true,
      alertContactPoint: { name: 'IRM Production' },
      rule: { labels: { irm_connection: OTHER } },
    });
    expect(isUpToDate(planRepair(connection, reading).plan)).toBe(true);
  });

  it('moves every integration that sends there, and a locked connection stays locked', async () => {
    const grafana = await madeGrafana({ editability: 'locked' });
    await makeContactPoint(grafana, { uid: 'twin', name: 'Twin', url: endpointUrl(endpoint) });
    await carryOut((await rotated(grafana)).plan, grafana);
    const { integrations, rules } = await readingOf(grafana);
    const atOld = integrations.filter(({ url }) => url.includes(endpoint.token));
    expect(atOld).toEqual([]);
    expect(integrations.map(({ uid, provenance }) => [uid, provenance])).toEqual(
      expect.arrayContaining([
        [`irmc-${id}`, 'api'],
        [`irmc-${id}-hb`, 'api'],
        ['twin', 'none'],
      ])
    );
    expect(rules).toMatchObject([{ provenance: 'api' }]);
  });

  it('moves a connection made by hand, whose rule follows its contact point by name', async () => {
    const grafana = await handMadeGrafana();
    await thereAndBack(grafana, await rotated(grafana));
  });

  it('refuses an endpoint whose heartbeat somebody else sends', async () => {
    const grafana = await madeGrafana();
    await carryOut(planConnection(otherConnection(), await readingOf(grafana)), grafana);
    const { plan, consequences } = await rotated(grafana, id);
    expect(plan.obstacles).toEqual([
      { object: 'heartbeatContactPoint', blocking: true, reason: 'addressTaken', name: 'Other heartbeat' },
    ]);
    expect(consequences).toContainEqual({ code: 'joinsConnection', name: 'Other' });
  });

  it('has nothing to do for the same endpoint', async () => {
    const same = await plannedAction(await madeGrafana(), (one, reading) => planRotation(one, reading, endpoint));
    expect(isUpToDate(same.plan)).toBe(true);
    expect(same.consequences).toEqual([]);
  });

  it('is not done where somebody adopted the rule meanwhile, which then names the connection that is gone', async () => {
    const grafana = await sharedGroup('12.4.0', 'team', 'watchdogs');
    const [connection, reading] = await readConnection(grafana);
    const { plan } = planRotation(connection, reading, otherEndpoint);
    const { rule } = connection;
    let isAdopted = false;
    grafana.meanwhile = async (call) => {
      if (rule && call === 'updateIntegration' && !isAdopted) {
        isAdopted = true;
        const labels = { ...rule.labels, [CONNECTION_LABEL]: connection.id };
        await grafana.client.writeRule({ ...rule, labels }, rule, { isShared: true });
      }
    };
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'changedMeanwhile' } });
    expect(outcome.error?.message).toContain('Always');
  });

  it('is not done while something sends to the old address again', async () => {
    const grafana = await madeGrafana();
    const { plan } = await rotated(grafana);
    grafana.meanwhile = async (call) => {
      if (call === 'writeRule') {
        await makeContactPoint(grafana, { uid: 'old', name: 'Put back', url: endpointUrl(endpoint) });
      }
    };
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'changedMeanwhile' } });
    expect(outcome.error?.message).toContain('Put back');
    // Both are told apart, and the old one can be rotated or removed on its own.
    const connections = connectionsOf(await readingOf(grafana));
    expect(connections.map((one) => [one.id, one.stage])).toEqual(
      expect.arrayContaining([
        [OTHER, 'complete'],
        [id, 'heartbeat'],
      ])
    );
    await deleteContactPoint(grafana, 'old');
  });
});

describe('a rotation that broke off', () => {
  /** Breaks the rotation at its step of this number (0: nothing was done) and tells how far it came. */
  async function brokenOff(grafana: TroubledGrafana, step: number, kind: 'refused' | 'lost') {
    const { plan } = await rotated(grafana);
    let count = -1;
    let isDown = false;
    grafana.trouble = (call) => {
      count += /^(update|write)/.test(call) ? 1 : 0;
      // Without any answer from then on: what was done cannot be seen.
      isDown ||= count === step;
      return isDown ? { kind, error: grafanaError('unreachable') } : undefined;
    };
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'unreachable' } });
    expect(states(outcome.steps).slice(0, step + 1)).toEqual([...Array<string>(step).fill('done'), 'failed']);
    grafana.trouble = () => undefined;
    return { plan, outcome };
  }

  async function unbroken() {
    const grafana = await madeGrafana();
    await carryOut((await rotated(grafana)).plan, grafana);
    return held(grafana, { uids: false });
  }

  async function expectWhole(grafana: TroubledGrafana) {
    expect(await held(grafana)).toEqual(await unbroken());
    const [connection, reading] = await currentConnection(grafana);
    expect(connectionsOf(reading)).toHaveLength(1);
    expect(connection).toMatchObject({ id: OTHER, stage: 'complete', interval: 600, otherRules: [] });
    expect(reading.rules).toHaveLength(1);
    expect(isUpToDate(planRepair(connection, reading).plan)).toBe(true);
  }

  const everywhere = [0, 1, 2].flatMap((step) => [[step, 'refused'] as const, [step, 'lost'] as const]);

  it.each(everywhere)('at step %s (%s) is finished by the same plan', async (step, kind) => {
    const grafana = await madeGrafana();
    const { plan, outcome } = await brokenOff(grafana, step, kind);
    const again = await applyPlan(plan, grafana.port, { previous: outcome });
    expect(again).toMatchObject({ result: 'applied' });
    await expectWhole(grafana);
  });

  it.each(everywhere)('at step %s (%s) is finished by rotating what is left', async (step, kind) => {
    const grafana = await madeGrafana();
    await brokenOff(grafana, step, kind);
    const left = connectionsOf(await readingOf(grafana)).find((one) => one.id === id);
    if (left) {
      const { plan } = await rotated(grafana, id);
      expect(plan.obstacles).toEqual([]);
      await carryOut(plan, grafana);
    }
    // Where nothing is left at the old endpoint, the status page offers a repair of the new one.
    const [connection, reading] = await currentConnection(grafana, OTHER);
    await carryOut(planRepair(connection, reading).plan, grafana);
    await expectWhole(grafana);
  });

  it('after both contact points were moved is finished by a repair, and the rule is not doubled', async () => {
    const grafana = await madeGrafana();
    await brokenOff(grafana, 2, 'refused');
    const [connection, reading] = await currentConnection(grafana, OTHER);
    expect(connection).toMatchObject({ stage: 'complete', interval: 600 });
    await carryOut(planRepair(connection, reading).plan, grafana);
    await expectWhole(grafana);
  });

  it.each(everywhere)('at step %s (%s) and finished can be taken back as a whole', async (step, kind) => {
    const grafana = await madeGrafana();
    const before = await held(grafana);
    const { plan, outcome } = await brokenOff(grafana, step, kind);
    const again = await applyPlan(plan, grafana.port, { previous: outcome });
    await takeBack(grafana, again, plan);
    expect(await held(grafana)).toEqual(before);
  });

  it.each([1, 2])('at step %s can be taken back as it is', async (step) => {
    const grafana = await madeGrafana();
    const before = await held(grafana);
    const { plan, outcome } = await brokenOff(grafana, step, 'refused');
    await takeBack(grafana, outcome, { ...plan, connectionId: id });
    expect(await held(grafana)).toEqual(before);
  });

  it('between old and new keeps one heartbeat: it goes with the address that it sends to', async () => {
    const grafana = await madeGrafana();
    await brokenOff(grafana, 1, 'refused');
    const connections = connectionsOf(await readingOf(grafana));
    expect(connections.map((one) => [one.id, one.stage, one.rule?.uid])).toEqual(
      expect.arrayContaining([
        [OTHER, 'heartbeat', undefined],
        [id, 'contactPoint', (await firstRule(grafana)).uid],
      ])
    );
    expect((await firstRule(grafana)).receiver).toBe('IRM Production heartbeat');
    expect(heartbeatUrl(endpoint)).toBe(connections.find((one) => one.id === id)?.heartbeatContactPoint?.url);
  });
});
