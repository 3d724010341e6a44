import fc from 'fast-check';
import { casesOf } from '../../../tests/scale';
import { undoOf } from '../actions/undo';
import { endpointUrl } from '../endpoint/integrationPath';
import { connectionWithId } from '../ownership/connections';
import { isUpToDate } from '../plan/types';
import type { GrafanaError } from '../port/grafanaPort';
import { failure, success } from '../result';
import {
  connect,
  FOLDER,
  grafanaError,
  id,
  onCall,
  planned,
  plannedRemoval,
  readingOf,
  troubledGrafana,
} from '../testing/applying';
import { desiredConnection, endpoint } from '../testing/fixtures';
import { call, held, makeContactPoint, makeForeign, saveRule } from '../testing/people';
import { applyPlan } from './applyPlan';

/** A contact point and a rule other than by default. */
const { heartbeat } = desiredConnection();
const OTHERWISE = desiredConnection({
  contactPoint: { name: 'IRM Production', maxAlerts: 9, sendResolved: true },
  heartbeat: heartbeat && { ...heartbeat, interval: 1800 },
});

const FORBIDDEN = grafanaError('forbidden', { status: 403 });

describe('trouble on the way', () => {
  it.each(['unreachable', 'timeout', 'unexpected'] as const)(
    'believes what it sees, not a lost answer (%s)',
    async (reason) => {
      for (const name of ['createIntegration', 'createFolder', 'writeRule']) {
        const grafana = await troubledGrafana();
        const plan = await planned(grafana);
        grafana.trouble = onCall(name, grafanaError(reason), 'lost');
        expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
      }
    }
  );

  it('says when it cannot know', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    let down = false;
    grafana.trouble = (name) => {
      down ||= name === 'writeRule';
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

  it.each(['createIntegration', 'writeRule'])('takes back %s that comes only after it was looked for', async (name) => {
    const grafana = await troubledGrafana();
    const before = await held(grafana, { uids: true });
    grafana.trouble = onCall(name, grafanaError('timeout'), 'late');
    const outcome = await applyPlan(await planned(grafana), grafana.port);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'timeout' } });
    const undo = undoOf(outcome, id);
    expect(undo && (await applyPlan(undo, grafana.port))).toMatchObject({ result: 'applied' });
    expect(await held(grafana, { uids: true })).toEqual(before);
  });

  it('counts as its own what came late, when it goes on', async () => {
    const grafana = await troubledGrafana();
    const before = await held(grafana, { uids: true });
    const plan = await planned(grafana);
    grafana.trouble = onCall('createIntegration', grafanaError('timeout'), 'late');
    const previous = await applyPlan(plan, grafana.port);
    const outcome = await applyPlan(plan, grafana.port, { previous });
    expect(outcome).toMatchObject({ result: 'applied' });
    const undo = undoOf(outcome, id);
    expect(undo && (await applyPlan(undo, grafana.port))).toMatchObject({ result: 'applied' });
    expect(await held(grafana, { uids: true })).toEqual(before);
  });

  it('is certain that a write which was refused does not come', async () => {
    const grafana = await troubledGrafana();
    grafana.trouble = onCall('createIntegration', grafanaError('busy', { status: 500 }));
    const outcome = await applyPlan(await planned(grafana), grafana.port);
    expect(outcome.steps[0]).toEqual(expect.not.objectContaining({ uncertain: true }));
  });

  it('is not certain that a contact point was not made which a list of another replica lacks, and takes it back', async () => {
    const grafana = await troubledGrafana();
    const before = await held(grafana, { uids: true });
    const plan = await planned(grafana);
    const known = await grafana.port.listIntegrations();
    let isBehind = false;
    const lagging: typeof grafana.port = {
      ...grafana.port,
      createIntegration: (wanted) => {
        isBehind = true;
        return grafana.port.createIntegration(wanted);
      },
      listIntegrations: () => (isBehind ? Promise.resolve(known) : grafana.port.listIntegrations()),
    };
    const outcome = await applyPlan(plan, lagging);
    expect(outcome).toMatchObject({ result: 'failed', error: { reason: 'withoutEffect' } });
    expect(outcome.steps[0]).toMatchObject({ state: 'failed', uncertain: true });
    const undo = undoOf(outcome, id);
    expect(undo && (await applyPlan(undo, grafana.port))).toMatchObject({ result: 'applied' });
    expect(await held(grafana, { uids: true })).toEqual(before);
  });

  it.each<[string, boolean, ReturnType<typeof desiredConnection> | 'removal']>([
    ['createIntegration', false, desiredConnection()],
    ['writeRule', false, desiredConnection()],
    ['writeRule', true, OTHERWISE],
    ['updateIntegration', true, OTHERWISE],
    ['deleteRule', true, 'removal'],
    ['deleteIntegration', true, 'removal'],
    ['deleteFolder', true, 'removal'],
  ])(
    'does not blame a person where %s was answered and not carried out, or kept out',
    async (name, isThere, wanted) => {
      const grafana = await troubledGrafana();
      if (isThere) {
        await connect(grafana);
      }
      const plan = wanted === 'removal' ? await plannedRemoval(grafana) : await planned(grafana, wanted);
      const ignored = { ...grafana.port, [name]: () => Promise.resolve(success(undefined)) };
      expect(await applyPlan(plan, ignored)).toMatchObject({ result: 'failed', error: { reason: 'withoutEffect' } });
      const keptOut = { ...grafana.port, [name]: () => Promise.resolve(failure(grafanaError('notFound'))) };
      expect(await applyPlan(plan, keptOut)).toMatchObject({ result: 'failed', error: { reason: 'notFound' } });
      expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
    }
  );

  it('passes a limit on', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    grafana.trouble = onCall('createIntegration', grafanaError('rateLimited', { status: 429 }));
    expect(await applyPlan(plan, grafana.port)).toMatchObject({ error: { reason: 'rateLimited', status: 429 } });
  });

  it('waits for the permissions of a new folder, up to ten seconds', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    grafana.trouble = onCall('writeRule', FORBIDDEN, 'refused', 4);
    expect(await applyPlan(plan, grafana.port, { wait })).toMatchObject({ result: 'applied' });
    // After the first refusal it looks.
    expect(waits).toEqual([1000, 1000, 1000]);

    const stubborn = await troubledGrafana();
    const again = await planned(stubborn);
    waits.length = 0;
    stubborn.trouble = onCall('writeRule', FORBIDDEN, 'refused', 99);
    expect(await applyPlan(again, stubborn.port, { wait })).toMatchObject({ error: { reason: 'forbidden' } });
    expect(waits).toHaveLength(10);
  });

  it('waits for a folder that somebody else has just made and that cannot be seen yet', async () => {
    const grafana = await troubledGrafana();
    const plan = await planned(grafana);
    const waits: number[] = [];
    let hidden = 0;
    grafana.meanwhile = async (name) => {
      if (name === 'createFolder') {
        await call(grafana, 'POST', '/api/folders', FOLDER);
        hidden = 3;
      }
    };
    grafana.trouble = (name) =>
      name === 'readFolderRules' && hidden-- > 0 ? { kind: 'refused', error: FORBIDDEN } : undefined;
    const outcome = await applyPlan(plan, grafana.port, { wait: async (ms) => void waits.push(ms) });
    expect(outcome).toMatchObject({ result: 'applied' });
    expect(waits).toEqual([1000, 1000, 1000]);
  });

  it('does not wait for a right that is simply missing', async () => {
    const grafana = await troubledGrafana();
    await call(grafana, 'POST', '/api/folders', FOLDER);
    const plan = await planned(grafana);
    grafana.trouble = onCall('writeRule', FORBIDDEN, 'refused', 99);
    const wait = () => Promise.reject(new Error('must not wait'));
    expect(await applyPlan(plan, grafana.port, { wait })).toMatchObject({ error: { reason: 'forbidden' } });
  });
});

const errors = fc.constantFrom<GrafanaError['reason']>(
  'unreachable',
  'timeout',
  'unexpected',
  'forbidden',
  'rateLimited',
  'invalid'
);
const breakOff = fc.record({
  at: fc.nat({ max: 18 }),
  kind: fc.constantFrom('lost' as const, 'refused' as const),
  reason: errors,
});
type BreakOff = typeof breakOff extends fc.Arbitrary<infer Value> ? Value : never;
const wait = async () => {};
const isHonest = ({ kind, reason }: BreakOff) =>
  kind === 'refused' || ['unreachable', 'timeout', 'unexpected'].includes(reason);

/** Trouble with every call from this one on. */
function breaking({ calls }: { calls: string[] }, { at, kind, reason }: BreakOff) {
  const from = calls.length;
  return (_: string, index: number) => (index - from >= at ? { kind, error: grafanaError(reason) } : undefined);
}

/** Grafanas of other people: empty, in use, and with a contact point at our endpoint made by hand. */
async function startOf(kind: 'empty' | 'foreign' | 'byHand') {
  const grafana = await troubledGrafana();
  if (kind !== 'empty') {
    await makeForeign(grafana);
    await call(grafana, 'POST', '/api/folders', FOLDER);
    await saveRule(grafana, { title: 'Theirs', receiver: 'Slack' });
  }
  if (kind === 'byHand') {
    await makeContactPoint(grafana, { uid: 'h', name: 'oncall', url: endpointUrl(endpoint).slice(0, -1) });
  }
  return grafana;
}

describe('broken off anywhere', () => {
  it('is finished by running it again, and never touches what is not ours', async () => {
    const starts = fc.constantFrom('empty' as const, 'foreign' as const, 'byHand' as const);
    await fc.assert(
      fc.asyncProperty(starts, breakOff, breakOff, async (start, first, second) => {
        const grafana = await startOf(start);
        const others = async () => {
          const { integrations, rules } = await held(grafana, { uids: true });
          return [integrations.filter(({ uid }) => ['a', 'b'].includes(uid)), rules.filter(isTheirs)];
        };
        const before = await others();
        for (const broken of [first, second]) {
          const plan = await planned(grafana);
          grafana.trouble = breaking(grafana, broken);
          const outcome = await applyPlan(plan, grafana.port, { wait });
          expect([...outcome.reached, ...outcome.remaining]).toHaveLength(
            outcome.result === 'applied' ? outcome.reached.length : outcome.steps.length
          );
          grafana.trouble = () => undefined;
        }
        expect(await connect(grafana)).toMatchObject({ result: 'applied' });
        expect(isUpToDate(await planned(grafana))).toBe(true);
        expect(await others()).toEqual(before);
        const reading = await readingOf(grafana);
        expect(connectionWithId(id, reading)?.stage).toBe('complete');
        expect(reading.integrations.filter(({ url }) => url === endpointUrl(endpoint))).toHaveLength(1);
        grafana.world.stop();
      }),
      { numRuns: casesOf(60, 1 / 3) }
    );
  });

  it('a removal is finished by running it again', async () => {
    await fc.assert(
      fc.asyncProperty(breakOff, async (broken) => {
        const grafana = await startOf('foreign');
        const before = await held(grafana, { uids: true });
        await connect(grafana);
        const plan = await plannedRemoval(grafana);
        grafana.trouble = breaking(grafana, broken);
        await applyPlan(plan, grafana.port);
        grafana.trouble = () => undefined;
        expect(await applyPlan(plan, grafana.port)).toMatchObject({ result: 'applied' });
        expect(await held(grafana, { uids: true })).toEqual(before);
        grafana.world.stop();
      }),
      { numRuns: casesOf(40, 1 / 3) }
    );
  });

  it('can be taken back, whatever was done by then', async () => {
    await fc.assert(
      // Where Grafana said no, nothing was done.
      fc.asyncProperty(breakOff.filter(isHonest), async (broken) => {
        const grafana = await startOf('foreign');
        const before = await held(grafana, { uids: true });
        const plan = await planned(grafana);
        grafana.trouble = breaking(grafana, broken);
        const outcome = await applyPlan(plan, grafana.port, { wait });
        grafana.trouble = () => undefined;
        const undo = undoOf(outcome, id);
        if (undo) {
          expect(await applyPlan(undo, grafana.port, { wait })).toMatchObject({ result: 'applied' });
        }
        expect(await held(grafana, { uids: true })).toEqual(before);
        grafana.world.stop();
      }),
      { numRuns: casesOf(60, 1 / 3) }
    );
  });
});

const isTheirs = ({ title }: { title: string }) => title === 'Theirs';
