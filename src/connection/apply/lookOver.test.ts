import { endpointUrl } from '../endpoint/integrationPath';
import { isUpToDate } from '../plan/types';
import { madeGrafana } from '../testing/acting';
import { connect, grafanaError, id, planned, plannedRemoval, readingOf, troubledGrafana } from '../testing/applying';
import { desiredConnection, endpoint } from '../testing/fixtures';
import { changeIntegration, deleteContactPoint, firstRule, makeContactPoint, saveRule } from '../testing/people';
import { applyPlan } from './applyPlan';

/** Not to be told from a write that was answered and never carried out. */
const WITHOUT_EFFECT = { result: 'failed', error: { reason: 'withoutEffect' } };
const CHANGED = { result: 'failed', error: { reason: 'changedMeanwhile' } };

/** What somebody else does after the last write and before everything is looked at once more. */
async function afterwards(act: (grafana: Awaited<ReturnType<typeof madeGrafana>>) => Promise<unknown>) {
  const grafana = await madeGrafana({ heartbeat: undefined });
  const plan = await planned(grafana);
  let isWritten = false;
  let acting: Promise<unknown> | undefined;
  grafana.meanwhile = async (name) => {
    isWritten ||= name === 'writeRule';
    // The last look asks for everything at once, and none of its questions is answered before that.
    if (isWritten && name === 'readFolderRules') {
      acting ??= act(grafana);
    }
    await acting;
  };
  const outcome = await applyPlan(plan, grafana.port);
  expect(acting).toBeDefined();
  return outcome;
}

const failedStep = ({ steps }: Awaited<ReturnType<typeof afterwards>>) =>
  steps.find(({ state }) => state === 'failed')?.step;

describe('the last look', () => {
  it('finds that a contact point which was only to be kept is gone', async () => {
    const outcome = await afterwards((grafana) => deleteContactPoint(grafana, `irmc-${id}`));
    expect(outcome).toMatchObject(CHANGED);
    expect(failedStep(outcome)).toMatchObject({ object: 'alertContactPoint', action: 'keep' });
    expect(outcome.remaining.map(({ object }) => object)).toEqual(['alertContactPoint']);
  });

  it('finds that a contact point which was only to be kept sends elsewhere', async () => {
    const outcome = await afterwards((grafana) =>
      changeIntegration(grafana, `irmc-${id}`, { url: 'https://example.net/' })
    );
    expect(outcome).toMatchObject(CHANGED);
    expect(failedStep(outcome)).toMatchObject({ object: 'alertContactPoint', action: 'keep' });
  });

  it('does not mind other changes of what is kept, and not what others make', async () => {
    const outcome = await afterwards(async (grafana) => {
      await changeIntegration(grafana, `irmc-${id}`, { maxAlerts: 5 });
      await makeContactPoint(grafana, { uid: 's', name: 'Slack' });
      await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
    });
    expect(outcome).toMatchObject({ result: 'applied', remaining: [] });
  });

  it('does not mind that somebody renamed the heartbeat contact point of a rule that is kept', async () => {
    const grafana = await madeGrafana();
    const contactPoint = { name: 'IRM Production', maxAlerts: 3, sendResolved: true };
    const plan = await planned(grafana, desiredConnection({ contactPoint }));
    grafana.meanwhile = async (name) => {
      if (name === 'updateIntegration') {
        await changeIntegration(grafana, `irmc-${id}-hb`, { name: 'Pulse' });
      }
    };
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    expect((await firstRule(grafana)).receiver).toBe('Pulse');
  });

  it('finds that the rule was removed again', async () => {
    const outcome = await afterwards(async (grafana) =>
      grafana.client.deleteRule((await firstRule(grafana)).uid ?? '')
    );
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(failedStep(outcome)).toMatchObject({ object: 'rule' });
  });

  it('finds that a kept rule is gone', async () => {
    const grafana = await madeGrafana();
    const plan = await planned(grafana);
    expect(isUpToDate(plan)).toBe(true);
    await grafana.client.deleteRule((await firstRule(grafana)).uid ?? '');
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject(CHANGED);
    expect(failedStep(outcome)).toMatchObject({ object: 'rule', action: 'keep' });
  });

  it('finds that a removed contact point is there again', async () => {
    const grafana = await madeGrafana();
    const plan = await plannedRemoval(grafana);
    let isDone = false;
    grafana.meanwhile = async (name) => {
      if (name === 'folderCounts' && !isDone) {
        isDone = true;
        await makeContactPoint(grafana, { uid: `irmc-${id}`, name: 'IRM Production', url: endpointUrl(endpoint) });
      }
    };
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject(WITHOUT_EFFECT);
    expect(failedStep(outcome)).toMatchObject({ object: 'alertContactPoint', action: 'delete' });
  });

  it('is no success when it could not look', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    let isWritten = false;
    grafana.trouble = (name) => {
      const isLast = isWritten && name === 'listIntegrations';
      isWritten ||= name === 'writeRule';
      return isLast ? { kind: 'refused', error: grafanaError('timeout') } : undefined;
    };
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'timeout' } });
    grafana.trouble = () => undefined;
    expect(await connect(grafana)).toMatchObject({ result: 'applied' });
    expect((await readingOf(grafana)).rules).toHaveLength(1);
  });
});
