import fc from 'fast-check';
import { applyPlan } from './applyPlan';
import { endpointUrl } from '../endpoint/integrationPath';
import type { GrafanaError } from '../port/grafanaPort';
import { connectionsOf } from '../ownership/connections';
import { isUpToDate } from '../plan/types';
import { planRemoval } from '../plan/planRemoval';
import { connect, FOLDER, foreign, id, observed, onCall, planned } from '../testing/applying';
import { contactPoint, endpoint } from '../testing/fixtures';
import { grafanaError, memoryGrafana, type MemoryState } from '../testing/memoryGrafana';

describe('trouble on the way', () => {
  it.each(['unreachable', 'timeout', 'unexpected'] as const)(
    'believes what it sees, not a lost answer (%s)',
    async (reason) => {
      for (const call of ['createContactPoint', 'createFolder', 'writeRule']) {
        const grafana = memoryGrafana();
        const plan = await planned(grafana);
        grafana.trouble = onCall(call, grafanaError(reason), 'lost');
        expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
      }
    }
  );

  it('says when it cannot know', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    let down = false;
    grafana.trouble = (call) => {
      down ||= call === 'writeRule';
      return down ? { kind: 'lost', error: grafanaError('unreachable') } : undefined;
    };
    const outcome = await applyPlan(plan, grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'unreachable' } });
    expect(outcome.steps.at(-1)).toMatchObject({ state: 'failed', uncertain: true });
    expect(outcome.reached.map(({ object }) => object)).toEqual([
      'alertContactPoint',
      'heartbeatContactPoint',
      'folder',
    ]);
    expect(outcome.remaining.map(({ object }) => object)).toEqual(['rule']);
  });

  it('passes a limit on', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    grafana.trouble = onCall('createContactPoint', grafanaError('rateLimited', { status: 429 }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ error: { reason: 'rateLimited', status: 429 } });
  });

  it('waits for the permissions of a new folder, up to ten seconds', async () => {
    const grafana = memoryGrafana();
    const plan = await planned(grafana);
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    grafana.trouble = onCall('writeRule', grafanaError('forbidden', { status: 403 }), 'refused', 4);
    expect(await applyPlan(plan, grafana.port, { wait })).toMatchObject({ result: 'applied' });
    expect(waits).toEqual([1000, 1000, 1000, 1000]);

    const stubborn = memoryGrafana();
    const again = await planned(stubborn);
    waits.length = 0;
    stubborn.trouble = onCall('writeRule', grafanaError('forbidden', { status: 403 }), 'refused', 99);
    expect(await applyPlan(again, stubborn.port, { wait })).toMatchObject({ error: { reason: 'forbidden' } });
    expect(waits).toHaveLength(10);
  });

  it('does not wait for a right that is simply missing', async () => {
    const grafana = memoryGrafana({ folders: [FOLDER] });
    const plan = await planned(grafana);
    grafana.trouble = onCall('writeRule', grafanaError('forbidden', { status: 403 }), 'refused', 99);
    const wait = () => Promise.reject(new Error('must not wait'));
    expect(await applyPlan(plan, grafana.port, { wait })).toMatchObject({ error: { reason: 'forbidden' } });
  });

  const errors = fc.constantFrom<GrafanaError['reason']>(
    'unreachable',
    'timeout',
    'unexpected',
    'forbidden',
    'rateLimited',
    'invalid'
  );
  const break_ = {
    at: fc.nat({ max: 16 }),
    kind: fc.constantFrom('lost' as const, 'refused' as const),
    reason: errors,
  };

  it('broken off anywhere, is finished by running it again, and never touches what is not ours', async () => {
    const starts = fc.constantFrom<Partial<MemoryState>>({}, foreign(), {
      ...foreign(),
      contactPoints: [
        ...(foreign().contactPoints ?? []),
        contactPoint({ uid: 'h', name: 'oncall', url: endpointUrl(endpoint).slice(0, -1), locked: true }),
      ],
    });
    await fc.assert(
      fc.asyncProperty(starts, fc.record(break_), fc.record(break_), async (start, first, second) => {
        const grafana = memoryGrafana(start);
        const others = (state: Partial<MemoryState>) => [
          state.contactPoints?.filter(({ uid }) => ['a', 'b', 'c'].includes(uid)) ?? [],
          state.rules?.filter(({ uid }) => uid === 'hand-rule') ?? [],
        ];
        for (const broken of [first, second]) {
          const plan = await planned(grafana);
          const from = grafana.calls.length;
          grafana.trouble = (_, index) =>
            index - from >= broken.at ? { kind: broken.kind, error: grafanaError(broken.reason) } : undefined;
          const outcome = await applyPlan(plan, grafana.port, { wait: async () => {} });
          expect([...outcome.reached, ...outcome.remaining]).toHaveLength(outcome.steps.length);
          grafana.trouble = () => undefined;
        }
        expect(await connect(grafana)).toMatchObject({ result: 'applied' });
        expect(isUpToDate(await planned(grafana))).toBe(true);
        expect(others(grafana.state)).toEqual(others(start));
        expect(connectionsOf(await observed(grafana)).find((one) => one.id === id)?.stage).toBe('complete');
        expect(grafana.state.contactPoints.filter(({ url }) => url === endpointUrl(endpoint))).toHaveLength(1);
      }),
      { numRuns: 150 }
    );
  });

  it('a removal broken off anywhere is finished by running it again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(break_), async (broken) => {
        const grafana = memoryGrafana(foreign());
        const before = structuredClone(grafana.state);
        await connect(grafana);
        const all = await observed(grafana);
        const connection = connectionsOf(all).find((one) => one.id === id);
        const plan = connection && planRemoval(connection, all);
        if (!plan) {
          throw new Error('no connection');
        }
        const from = grafana.calls.length;
        grafana.trouble = (_, index) =>
          index - from >= broken.at ? { kind: broken.kind, error: grafanaError(broken.reason) } : undefined;
        await applyPlan(plan, grafana.port);
        grafana.trouble = () => undefined;
        expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
        expect(grafana.state).toEqual(before);
      }),
      { numRuns: 100 }
    );
  });
});
