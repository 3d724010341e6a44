import { planRename } from '../actions/rename';
import { undoOf } from '../actions/undo';
import { carryOut, madeGrafana, plannedAction } from '../testing/acting';
import { grafanaError, planned, plannedRemoval, type TroubledGrafana } from '../testing/applying';
import { held } from '../testing/people';
import type { GrafanaPort } from '../port/grafanaPort';
import { success } from '../result';
import { applyPlan } from './applyPlan';

/** Not to be told from a write that was answered and never carried out. */
const WITHOUT_EFFECT = { result: 'failed', error: { reason: 'withoutEffect' } };

type Look = 'listIntegrations' | 'readFolderRules';

/** A replica that lags behind answers a look as before the plan, once the write of this name was carried out. */
async function behind(grafana: TroubledGrafana, look: Look, write: keyof GrafanaPort): Promise<GrafanaPort> {
  const before = {
    listIntegrations: await grafana.client.listIntegrations(),
    readFolderRules: await grafana.client.readFolderRules('irm-heartbeats'),
  };
  const isWritten = () => grafana.calls.includes(write);
  const { port } = grafana;
  return {
    ...port,
    listIntegrations: () =>
      look === 'listIntegrations' && isWritten() ? Promise.resolve(before[look]) : port.listIntegrations(),
    readFolderRules: (uid) =>
      look === 'readFolderRules' && isWritten() ? Promise.resolve(before[look]) : port.readFolderRules(uid),
  };
}

/** What the last look missed, and that the same plan finishes once Grafana is of one mind. */
describe('a last look that a replica answers as before is no change by somebody else', () => {
  it('of a contact point that was made', async () => {
    const grafana = await madeGrafana({ heartbeat: undefined });
    const plan = await planned(grafana);
    const outcome = await applyPlan(plan, await behind(grafana, 'listIntegrations', 'writeRule'));
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(outcome.remaining).toMatchObject([{ object: 'heartbeatContactPoint', action: 'create' }]);
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
  });

  it('of a rule that was written', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, (one, reading) =>
      planRename(one, reading, { heartbeatContactPoint: 'Pulse' })
    );
    const outcome = await applyPlan(plan, await behind(grafana, 'readFolderRules', 'updateIntegration'));
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(outcome.remaining).toMatchObject([{ object: 'rule', action: 'update' }]);
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
  });

  it('of a rule that was put back', async () => {
    const grafana = await madeGrafana();
    const { plan } = await plannedAction(grafana, (one, reading) =>
      planRename(one, reading, { heartbeatContactPoint: 'Pulse' })
    );
    const undo = undoOf(await carryOut(plan, grafana), plan.connectionId) ?? plan;
    grafana.calls.length = 0;
    const outcome = await applyPlan(undo, await behind(grafana, 'readFolderRules', 'updateIntegration'));
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(outcome.remaining).toMatchObject([{ object: 'rule', action: 'update' }]);
    expect(await applyPlan(undo, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
  });

  it('of a contact point whose answer was lost, and which was seen already', async () => {
    const grafana = await madeGrafana({ heartbeat: undefined });
    const plan = await planned(grafana);
    const before = await grafana.client.listIntegrations();
    grafana.trouble = (name) =>
      name === 'createIntegration' ? { kind: 'lost', error: grafanaError('timeout') } : undefined;
    grafana.calls.length = 0;
    let looks = 0;
    const port: GrafanaPort = {
      ...grafana.port,
      listIntegrations: () => {
        looks += grafana.calls.includes('createIntegration') ? 1 : 0;
        return looks > 1 ? Promise.resolve(before) : grafana.port.listIntegrations();
      },
    };
    const outcome = await applyPlan(plan, port);
    expect(outcome).toMatchObject({ ...WITHOUT_EFFECT, steps: [{}, { state: 'failed', uncertain: true }, {}, {}] });
  });

  it('of a folder that another look had found gone', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    const port = { ...grafana.port, folderCounts: () => Promise.resolve(success(undefined)) };
    const outcome = await applyPlan(plan, port);
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(outcome.remaining).toMatchObject([{ object: 'folder', action: 'delete' }]);
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
    expect((await held(grafana)).hasFolder).toBe(false);
  });

  it('of a contact point that another look had found gone', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    const before = await grafana.client.listIntegrations();
    if (!before.ok) {
      throw new Error(before.error.message);
    }
    const port: GrafanaPort = {
      ...grafana.port,
      // Only the last look knows them.
      listIntegrations: () =>
        grafana.calls.includes('deleteFolder')
          ? grafana.port.listIntegrations()
          : Promise.resolve(success({ ...before.value, value: [] })),
    };
    const outcome = await applyPlan(plan, port);
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(await applyPlan(plan, grafana.port, { previous: outcome })).toMatchObject({ result: 'applied' });
    expect((await held(grafana)).integrations).toHaveLength(1);
  });
});
