import { endpointUrl } from '../endpoint/integrationPath';
import { endpoint } from '../testing/fixtures';
import {
  carryOut,
  handMadeGrafana,
  madeGrafana,
  plannedAction,
  shown,
  takeBack,
  thereAndBack,
} from '../testing/acting';
import { grafanaError, onCall, type TroubledGrafana } from '../testing/applying';
import { call, firstRule, held, makeContactPoint, PROVISIONING } from '../testing/people';
import { applyPlan } from '../apply/applyPlan';
import { isBlocked } from '../plan/types';
import { planRename, type NewNames } from './rename';

const PAGER = { alertContactPoint: 'Pager', heartbeatContactPoint: 'Pager pulse' };
const renamed = (grafana: TroubledGrafana, names: NewNames) =>
  plannedAction(grafana, (one, reading) => planRename(one, reading, names));

describe('renaming', () => {
  it('renames both contact points, the rule with them, and takes it back', async () => {
    const grafana = await madeGrafana();
    const rename = await renamed(grafana, PAGER);
    expect(rename.consequences).toContainEqual({ code: 'renamesReferences', from: 'IRM Production', to: 'Pager' });
    const after = await thereAndBack(grafana, rename);
    expect(after.rules[0]).toMatchObject({ title: 'Pager pulse', receiver: 'Pager pulse' });
  });

  it('leaves a title of the person’s own, and contact points made by hand can be renamed, too', async () => {
    const grafana = await handMadeGrafana();
    const after = await thereAndBack(grafana, await renamed(grafana, { heartbeatContactPoint: 'Pulse' }));
    expect(after.rules[0]).toMatchObject({ title: 'Always', receiver: 'Pulse' });
  });

  it('takes policies along', async () => {
    const grafana = await madeGrafana();
    const tree = { receiver: 'email', routes: [{ receiver: 'IRM Production', object_matchers: [['team', '=', 'a']] }] };
    await call(grafana, 'PUT', `${PROVISIONING}/policies`, tree);
    await carryOut((await renamed(grafana, PAGER)).plan, grafana);
    expect(await grafana.client.readPolicies()).toMatchObject({ value: { routes: [{ receiver: 'Pager' }] } });
  });

  it.each([
    [{ alertContactPoint: ' ' }, 'nameMissing'],
    [{ alertContactPoint: 'email' }, 'nameTaken'],
    [{ alertContactPoint: 'Same', heartbeatContactPoint: 'Same' }, 'nameTaken'],
    [{ heartbeatContactPoint: 'é'.repeat(100) }, 'titleTooLong'],
  ])('refuses %j: %s', async (names, reason) => {
    const { plan } = await renamed(await madeGrafana(), names);
    expect(plan.obstacles).toMatchObject([{ blocking: true, reason }]);
  });

  it('does not take a webhook out of a contact point that also mails', async () => {
    const grafana = await handMadeGrafana();
    await makeContactPoint(grafana, { uid: 'twin', name: 'oncall', type: 'email' });
    const { plan } = await renamed(grafana, { alertContactPoint: 'New' });
    expect(plan.obstacles).toEqual([
      { object: 'alertContactPoint', blocking: true, reason: 'nameShared', name: 'oncall', types: ['email'] },
    ]);
    expect(isBlocked(plan)).toBe(true);
  });

  it('does not take an integration out of a contact point that has others', async () => {
    const grafana = await madeGrafana();
    await makeContactPoint(grafana, { uid: 'twin', name: 'IRM Production', url: endpointUrl(endpoint) });
    const { plan } = await renamed(grafana, { alertContactPoint: 'New' });
    expect(plan.obstacles).toMatchObject([{ blocking: true, reason: 'nameShared', types: ['webhook'] }]);
  });

  it('has nothing to do for the same name', async () => {
    const rename = await renamed(await madeGrafana(), { alertContactPoint: 'IRM Production ' });
    expect(rename.plan.steps).toEqual([]);
  });
});

describe('a rename that broke off', () => {
  const steps = async () => (await renamed(await madeGrafana(), PAGER)).plan.steps.map(({ object }) => object);

  it('has the rule first, so that it never bears a name that nobody knows', async () => {
    expect(await steps()).toEqual(['rule', 'alertContactPoint', 'heartbeatContactPoint']);
  });

  it.each([
    ['writeRule', 1],
    ['updateIntegration', 1],
    ['updateIntegration', 2],
  ])('at %s (%s) is finished by asking for the same names again', async (name, nth) => {
    const whole = await madeGrafana();
    await carryOut((await renamed(whole, PAGER)).plan, whole);

    const grafana = await madeGrafana();
    const { plan } = await renamed(grafana, PAGER);
    let seen = 0;
    grafana.trouble = (one) =>
      one === name && ++seen === nth ? { kind: 'refused', error: grafanaError('rateLimited') } : undefined;
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'failed', error: { reason: 'rateLimited' } });
    grafana.trouble = () => undefined;
    const again = await renamed(grafana, PAGER);
    expect(again.plan.obstacles).toEqual([]);
    await carryOut(again.plan, grafana);
    expect(await held(grafana)).toEqual(await held(whole));
  });

  it.each([1, 2])('at contact point %s takes back what it did', async (nth) => {
    const grafana = await madeGrafana();
    const before = await held(grafana);
    const { plan } = await renamed(grafana, PAGER);
    let seen = 0;
    grafana.trouble = (one) =>
      one === 'updateIntegration' && ++seen === nth
        ? { kind: 'refused', error: grafanaError('rateLimited') }
        : undefined;
    const outcome = await applyPlan(plan, grafana.port);
    grafana.trouble = () => undefined;
    await takeBack(grafana, outcome, plan);
    expect(await held(grafana)).toEqual(before);
  });

  it('after a lost answer ends well', async () => {
    const grafana = await madeGrafana();
    const { plan } = await renamed(grafana, PAGER);
    grafana.trouble = onCall('updateIntegration', grafanaError('timeout'), 'lost', 2);
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    expect(await firstRule(grafana)).toMatchObject({ title: 'Pager pulse', receiver: 'Pager pulse' });
    expect(shown((await renamed(grafana, PAGER)).plan)).toEqual([]);
  });
});
